import { soundTables } from '../../shared/checks/examples';
import type { Tables } from '../../shared/contract';
import type { DoubtfulRow } from './doubtful-rows';
import { withoutDoubtful } from './without-doubtful';

const row = (more: Partial<DoubtfulRow>): DoubtfulRow => ({ kind: 'basis', table: 'holdings', line: 2, accountId: '4471-0093', symbol: 'VTI', source: 'Holdings!D2', ...more });
const price = row({ kind: 'price', table: 'securities', line: 2, accountId: undefined });
const sound = (doubt: DoubtfulRow, tables: Tables = soundTables) => withoutDoubtful(tables, [doubt], 'USD');
const holding = (cells: Partial<Tables['holdings'][number]>): Tables => ({ ...soundTables, holdings: soundTables.holdings.map((each, k) => (k === 0 ? { ...each, ...cells } : each)) });
const security = (cells: Partial<Tables['securities'][number]>): Tables => ({ ...soundTables, securities: soundTables.securities.map((each, k) => (k === 0 ? { ...each, ...cells } : each)) });

test.each([
  ['basis', 'lotId', ['costBasis', 'lotId']], ['date', 'acquired', ['acquired']], ['cash', 'unsettled', []],
] as const)('nothing is left of a doubtful %s', (kind, column, gone) => {
  const [before, after] = [soundTables.holdings[0], sound(row({ kind, column })).tables.holdings[0]];
  expect(Object.keys(before).filter((key) => !(key in after))).toEqual(gone);
});

test('a price in doubt is that of the market values, whatever the cell says', () => {
  const own = sound(price, security({ price: 9_999 }));
  expect(own.tables.securities[0].price).toBe(290);
  expect([...own.unpriced]).toEqual([]);
});

test('without market values, or in a foreign currency, nobody knows the price', () => {
  expect([...sound(price, holding({ marketValue: undefined })).unpriced]).toEqual(['vti']);
  expect([...sound(price, security({ currency: 'EUR', fx: undefined })).unpriced]).toEqual(['vti']);
});

test('a held security that is not listed is listed at what its market value says', () => {
  const { tables } = sound(row({ kind: 'price', symbol: 'Vtx' }), holding({ symbol: 'Vtx' }));
  expect(tables.securities.at(-1)).toEqual({ symbol: 'VTX', price: 290 });
});

test('a quantity in doubt is what the market value makes at the price', () => {
  expect(sound(row({ kind: 'quantity' }), holding({ quantity: -7 })).tables.holdings[0].quantity).toBe(120);
});

test('a lot of a market value of zero is no lot; without a market value nobody knows', () => {
  const [none, unknown] = [0, undefined].map((marketValue) => sound(row({ kind: 'quantity' }), holding({ quantity: 0, marketValue })));
  expect([none.tables.holdings.length, [...none.unvalued]]).toEqual([3, []]);
  expect([unknown.tables.holdings.length, [...unknown.unvalued]]).toEqual([3, [2]]);
});

test('a doubtful transaction is left out, a doubtful spread is the usual one, and all other rows are as they were', () => {
  expect(sound(row({ kind: 'transaction', table: 'transactions' })).tables.transactions).toEqual([]);
  const { tables } = sound(row({ kind: 'security', table: 'securities', column: 'spread' }), security({ spread: 0.4 }));
  expect(tables.securities[0]).toEqual(soundTables.securities[0]);
  expect(tables.holdings).toEqual(soundTables.holdings);
});
