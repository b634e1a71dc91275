import { importRow, type ImportRow } from '../format';
import { markParents } from './parents';

const lot = (symbol: string, quantity: number, acquired: string | null): ImportRow => importRow('lot', 1, { symbol, quantity, acquired });
const kinds = (rows: readonly ImportRow[]) => markParents(rows).map(({ kind }) => kind);

test('a row without a day is the position of the lots below that add up to it', () => {
  expect(kinds([lot('VTI', 30, null), lot('VTI', 10, '2020-01-02'), lot('VTI', 20, '2021-01-02'), lot('BND', 5, '2021-01-02')])).toEqual([
    'position', 'lot', 'lot', 'lot',
  ]);
});

test.each([
  ['do not add up', [lot('VTI', 31, null), lot('VTI', 10, '2020-01-02'), lot('VTI', 20, '2021-01-02')]],
  ['are of another symbol', [lot('VTI', 5, null), lot('BND', 5, '2021-01-02')]],
  ['are of unknown day too', [lot('VTI', 5, null), lot('VTI', 5, null)]],
  ['are none', [lot('VTI', 5, null)]],
])('it is a lot of unknown day when the rows below %s', (_why, rows) => expect(new Set(kinds(rows))).toEqual(new Set(['lot'])));
