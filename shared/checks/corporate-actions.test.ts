import type { TableRow, Tables } from '../contract';
import { checkContext, runCheck, type CheckCode } from '.';
import { exampleDay, soundTables } from './examples';

const action = (change: Partial<TableRow<'corporateActions'>>): TableRow<'corporateActions'> => ({ row: 2, symbol: 'BND', type: 'Split', effective: '2026-11-18', ratio: 2, ...change });
const found = (code: CheckCode, change: Partial<TableRow<'corporateActions'>>, tables: Partial<Tables> = {}) =>
  runCheck(code, checkContext({ ...soundTables, ...tables, corporateActions: [action(change)] }, { asOf: exampleDay }));
const both = ['4471-0093', '4471-0088'];

test('all accounts wait whose lots do not show it, and no others', () => {
  expect(found('E01', {})).toEqual([expect.objectContaining({ severity: 'skip', accounts: both })]);
  expect(found('E01', { symbol: 'VTI' })[0].accounts).toEqual(['4471-0093']);
  expect(found('E01', { symbol: 'VXUS' })).toEqual([]);
});

test.each<[string, Partial<TableRow<'corporateActions'>>]>([
  ['there is no As of that tells whether a split was applied', {}], ['the terms are missing', { type: 'Stock merger', ratio: undefined, newSymbol: 'VTI' }],
  ['what comes of it is not in Securities', { type: 'Ticker change', newSymbol: 'QQQ' }], ['only people can settle it', { type: 'Delisting' }],
])('Adjust lots waits where %s', (_, change) => {
  const [issue] = found('E01', { treatment: 'Adjust lots', ...change });
  expect(issue).toMatchObject({ severity: 'skip', accounts: both });
  expect(issue.fix).toContain('so that no lot is restated twice');
});

test('Sell before that came too late waits as well', () => {
  expect(found('E01', { type: 'Cash merger', cashPerShare: 70, treatment: 'Sell before' })[0].accounts).toEqual(both);
});

test('a cash merger tells what it paid and what was gained', () => {
  const merger = { type: 'Cash merger', cashPerShare: 80, treatment: 'Adjust lots' } as const;
  // The taxable lot: 410 shares at $80 less a basis of $31,980, held since 2024; the Roth account pays no tax.
  expect(found('E05', merger).map(({ message }) => message)).toEqual([
    'Cash merger of BND on 2026-11-18 is applied to 410 shares of account 4471-0093: $32,800 of cash, a gain of $820 long-term (Corporate actions row 2).',
    'Cash merger of BND on 2026-11-18 is applied to 100 shares of account 4471-0088: $8,000 of cash (Corporate actions row 2).',
  ]);
  const holdings = soundTables.holdings.map((lot) => (lot.symbol === 'BND' ? { ...lot, acquired: '2025-11-18' } : lot));
  expect(found('E05', { ...merger, cashPerShare: 70 }, { holdings })[0].message).toContain('a loss of $3,280 short-term');
});

test.each<[string, Partial<TableRow<'corporateActions'>>, string]>([
  ['Sell before, soon', { effective: '2026-12-01', treatment: 'Sell before' }, 'It is sold by this run, whatever the score.'],
  ['Sell before, later', { effective: '2026-12-30', treatment: 'Sell before' }, 'It is sold in the 10 business days before.'],
  ['Adjust lots', { effective: '2026-12-01', treatment: 'Adjust lots' }, 'From that day lots are restated until the holdings show it.'],
  ['nothing said', { effective: '2026-12-01' }, 'From that day these accounts wait until their holdings show it.'],
])('what is to come is told: %s', (_, change, fix) => {
  expect(found('E04', change)).toEqual([expect.objectContaining({ severity: 'info', accounts: both, fix })]);
});

test.each<[Partial<TableRow<'corporateActions'>>, string]>([
  [{ ratio: 0 }, 'Ratio of the Split of BND is 0 at Corporate actions row 2.'], [{ type: 'Spin-off', newSymbol: 'VTI' }, 'Basis to new of the Spin-off of BND is blank at Corporate actions row 2.'],
  [{ type: 'Stock merger' }, 'New symbol of the Stock merger of BND is blank at Corporate actions row 2.'], [{ type: 'Cash merger', cashPerShare: -3 }, 'Cash per share of the Cash merger of BND is -3 at Corporate actions row 2.'],
  [{ type: 'Tender', treatment: 'Adjust lots' }, 'Lots cannot be adjusted for a Tender of BND at Corporate actions row 2.'],
])('%j is told', (change, message) => {
  expect(found('E02', change)[0].message).toBe(message);
});

test('an old symbol that nobody holds any more may be gone from Securities; one to come may not', () => {
  expect(found('E03', { symbol: 'OLD' })).toEqual([]);
  expect(found('E03', { symbol: 'OLD', effective: '2026-12-01' })[0].message).toBe('Symbol OLD of a Split is not in Securities at Corporate actions row 2.');
});

test('lots under a symbol that is gone from Securities are known once they are adjusted', () => {
  const holdings = soundTables.holdings.map((lot) => (lot.symbol === 'BND' ? { ...lot, symbol: 'OLD' } : lot));
  expect(found('H02', { symbol: 'OLD', type: 'Ticker change', newSymbol: 'BND', treatment: 'Adjust lots' }, { holdings })).toEqual([]);
  expect(found('H02', { symbol: 'OLD', type: 'Ticker change', newSymbol: 'BND' }, { holdings })[0].accounts).toEqual(both);
});
