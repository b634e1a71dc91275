import { textFile } from '../custodian-file';
import { findBlocks } from '../table/blocks';
import { positionFields, type PositionField } from './position-fields';
import { readPositions } from './positions';

/** Reads rows of a table under a banner that names the account. */
function read(rows: string) {
  const file = textFile(`Account\nHarbor -7781\n\nSymbol,Quantity,Price Paid $,Value $\n${rows}`, 'a.csv');
  const [block] = findBlocks<PositionField>(file, positionFields, [['symbol'], ['quantity']]);
  const { rows: found, issues, asOf } = readPositions(file, block);
  return { rows: found.map(({ kind, symbol, acquired, quantity }) => [kind, symbol, acquired, quantity]), codes: issues.map(({ code, cell }) => [code, cell]), asOf };
}

test.each([
  ['     01/02/2020', '2020-01-02'],
  ['1/2/2020', '2020-01-02'],
  ['2020-01-02', '2020-01-02'],
  ['2020-01-02 00:00:00', '2020-01-02'],
  ['     --', null],
  ['12/31/1969', null],
])('a row labeled %p is a lot of %p', (label, acquired) => {
  expect(read(`ORLN,5,2,10\n${label},5,2,10\n`).rows).toEqual([['position', 'ORLN', null, 5], ['lot', 'ORLN', acquired, 5]]);
});

test('a sentence alone in its row is no position; the day of the download is taken from it', () => {
  const { rows, codes, asOf } = read('ORLN,5,2,10\nPrices are delayed by 20 minutes.,,,\nGenerated at Aug 20 2026 11:42 AM ET\n');
  expect([rows.length, codes, asOf]).toEqual([1, [], '2026-08-20']);
});

test('a line cut off is left out and said', () => {
  expect(read('ORLN,5,2,10\nFNBX,7')).toMatchObject({ rows: [['position', 'ORLN', null, 5]], codes: [['I02', 'A6']] });
});
