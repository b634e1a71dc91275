import { soundTables } from '../checks/examples';
import { tablesSchema } from './schema';
import { toWire } from './wire';

const [holding] = soundTables.holdings;
const withHolding = (change: object) => ({ ...soundTables, holdings: [{ ...holding, ...change }] });

test('sound tables pass and stay the same', () => {
  expect(tablesSchema.parse(soundTables)).toEqual(soundTables);
});

test.each([
  ['an unknown field', { surprise: 1 }], ['a missing required field', { quantity: undefined }], ['text for a number', { quantity: '12' }], ['a day that is none', { acquired: '2023-02-29' }],
  ['a choice that is none', { covered: 'Maybe' }], ['a negative basis', { costBasis: -1 }], ['an endless text', { accountId: 'x'.repeat(41) }], ['not a number', { quantity: NaN }],
])('%s is refused', (_, change) => {
  expect(tablesSchema.safeParse(withHolding(change)).success).toBe(false);
});

test('a percentage a hundred times too big passes: a check explains it', () => {
  expect(tablesSchema.safeParse({ ...soundTables, models: [{ model: 'A', component: 'VTI', target: 100 }] }).success).toBe(true);
});

test('settings and correlations are typed too', () => {
  const settings = (values: object) => tablesSchema.safeParse({ ...soundTables, settings: [{ scope: 'Firm', values }] }).success;
  expect(settings({ maxPosition: 'none', fractionalShares: true, band: '5/25', riskPrice: 0.0025 })).toBe(true);
  for (const wrong of [{ fractionalShares: 'Yes' }, { style: 'none' }, { band: 'wide' }, { unknown: 1 }]) expect(settings(wrong)).toBe(false);
  expect(tablesSchema.safeParse({ ...soundTables, riskClasses: [{ riskClass: 'A', volatility: 0.1, correlations: { B: 2 } }] }).success).toBe(false);
});

test('the wire carries no names, notes, reasons or file names', () => {
  const sent = toWire({
    ...soundTables,
    accounts: [{ ...soundTables.accounts[0], accountName: 'Rivera Trust', notes: 'secret' }],
    holdings: [{ ...holding, source: 'file.csv' }],
    restrictions: [{ scope: 'Firm', rule: 'Never buy', on: 'Symbol', value: 'VTI', reason: 'letter' }],
  });
  expect(JSON.stringify(sent)).not.toMatch(/Rivera Trust|secret|file\.csv|letter/);
  expect(sent.accounts).toEqual([soundTables.accounts[0]]);
  expect(sent.settings).toEqual(soundTables.settings);
  expect('assetClasses' in sent).toBe(false);
});
