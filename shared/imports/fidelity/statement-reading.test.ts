import { textFile } from '../custodian-file';
import { findBlocks } from '../table/blocks';
import { holdingFields, type HoldingField } from './holding';
import { StatementReading } from './statement-reading';

function read(rows: string) {
  const file = textFile(`Symbol/CUSIP,Description,Quantity,Price,Beginning Value,Ending Value,Cost Basis\n${rows}`, 'a.csv');
  const [block] = findBlocks<HoldingField>(file, holdingFields, [['symbol']]);
  return new StatementReading(file, block, new Map([['X10020030', 'Individual']])).contents();
}

test('a row of one cell says whose the rows below are, or that they are money', () => {
  const { rows } = read('X10020030,,,,,,\nStocks,,,,,,\nAA,A,1,2,2,2,1\nCore Account,,,,,,\nFZDXX,F,5,1,5,5,not applicable\nY10020031,,,,,,\nFZDXX,F,5,1,5,5,');
  expect(rows.map(({ kind, account, accountName, symbol }) => [kind, account, accountName, symbol])).toEqual([
    ['position', 'X10020030', 'Individual', 'AA'],
    ['cash', 'X10020030', 'Individual', 'FZDXX'],
    ['position', 'Y10020031', null, 'FZDXX'],
  ]);
});

test('a disclaimer is neither', () => expect(read('AA,A,1,2,2,2,1\n"The data and information in this spreadsheet is provided to you"').rows).toHaveLength(1));

test('a line that the file ends in the midst of is left out', () => expect(read('AA,A,1,2,2,2')).toMatchObject({ rows: [], issues: [{ code: 'I02' }] }));
