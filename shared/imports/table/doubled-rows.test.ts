import { textFile } from '../custodian-file';
import { importRow, type ImportRow } from '../format';
import { complainOfDoubledRows } from './doubled-rows';

const file = textFile('', 'a.csv');
const issuesOf = (rows: readonly ImportRow[]) => complainOfDoubledRows(file, rows);
const vti = { account: 'A', symbol: 'VTI', quantity: 10, marketValue: 2900 };

test('a position that comes twice', () => {
  expect(issuesOf([importRow('position', 2, vti), importRow('position', 3, { ...vti, symbol: 'BND' }), importRow('position', 4, vti)])).toEqual([expect.objectContaining({
    code: 'I15', severity: 'warn', sheet: 'a.csv', cell: 'A4', accounts: ['A'], rows: 1,
    message: 'Line 4 says again what line 2 says of VTI; all were counted.', fix: expect.stringMatching(/^Maybe /) as string,
  })]);
});

test('many are one issue for each account', () => {
  const once = ['VTI', 'BND'].flatMap((symbol) => ['A', 'B'].map((account) => ({ ...vti, symbol, account })));
  const rows = [...once, ...once].map((row, k) => importRow('position', k + 2, row));
  expect(issuesOf(rows).map(({ message, accounts, rows: count }) => [message, accounts, count])).toEqual([
    ['Line 6 says again what line 2 says of VTI, and 1 more say what others say; all were counted.', ['A'], 2],
    ['Line 7 says again what line 3 says of VTI, and 1 more say what others say; all were counted.', ['B'], 2],
  ]);
});

test('a position and, without its lots, the same as a lot without a day; two such lots may be two', () => {
  expect(issuesOf([importRow('lot', 2, vti), importRow('position', 3, vti)])).toMatchObject([{ code: 'I15', cell: 'A3' }]);
  expect(issuesOf([importRow('lot', 2, vti), importRow('lot', 3, vti)])).toEqual([]);
  expect(issuesOf([importRow('lot', 2, { ...vti, acquired: '2026-01-02' }), importRow('position', 3, vti)])).toEqual([]);
});

test.each<[string, Partial<ImportRow>]>([
  ['another account', { account: 'B' }],
  ['margin', { accountType: 'MARGIN' }],
  ['another cost', { costBasis: 5 }],
  ['nothing', { quantity: null }],
])('%s is another position', (_what, more) => {
  expect(issuesOf([importRow('position', 2, { ...vti, quantity: more.quantity === null ? null : 10 }), importRow('position', 3, { ...vti, ...more })])).toEqual([]);
});

test('lots may be alike, but a list does not come twice', () => {
  const lots = (...quantities: number[]) => quantities.map((quantity, k) => importRow('lot', k + 2, { ...vti, quantity }));
  expect(issuesOf(lots(1, 1, 1, 1))).toEqual([]);
  expect(issuesOf(lots(1, 2, 1, 3))).toEqual([]);
  expect(issuesOf(lots(1, 2, 1, 2))).toMatchObject([{ code: 'I15', cell: 'A4', rows: 2 }]);
});
