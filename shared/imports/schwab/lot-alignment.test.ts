import { textFile } from '../custodian-file';
import { findHeader } from '../table/header';
import { LineReader } from '../table/line';
import { findAlignment, moveHeader } from './lot-alignment';
import { lotFields, type LotField } from './lot-fields';

const names = 'Open Date,Quantity,Price,Cost/Share,Transaction CPS,Market Value,Cost Basis,Holding Period';

function alignmentOf(row: string): string {
  const file = textFile(`${names}\n${row}`);
  const header = findHeader<LotField>(file.tables[0].cells, lotFields, [['acquired']]) ?? { row: 0, columns: {} };
  const line = (at: typeof header) => [...new LineReader<LotField>(file, file.tables[0], at, lotFields).lines()][0];
  return findAlignment(line(header), line(moveHeader(header) ?? header));
}

test.each([
  ['8/31/2020,24,$1.00,$5.00,$5.00,$24.00,$120.00,Short Term', 'straight'],
  ['8/31/2020,24,$1.00,$5.00,$24.00,--,Short Term', 'moved'],
  ['8/31/2020,24,$1.00,$5.00,$24.00,--,Short Term,,,', 'moved'],
  ['8/31/2020,24,$1.00,$5.00,$24.00,--,--', 'moved'],
  ['8/31/2020,10000,$98.00,$5.00,"$9,800.00",--,Long Term', 'moved'],
  ['8/31/2020,24,$1.00,$24.00,--,$120.00,Short Term', 'lost'],
  ['8/31/2020,24,$5.00,$24.00,--,Short Term', 'lost'],
  ['8/31/2020,--,--,--,--,--,--', 'straight'],
])('%s', (row, expected) => expect(alignmentOf(row)).toBe(expected));

test('only columns right of the missing one move', () => {
  expect(moveHeader({ row: 3, columns: { quantity: 1, transactionCps: 2, value: 3, term: 4 } })).toEqual({ row: 3, columns: { quantity: 1, value: 2, term: 3 } });
  expect(moveHeader({ row: 3, columns: { quantity: 1 } })).toBeUndefined();
});
