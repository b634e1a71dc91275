import { sheetsFile, textFile } from '../custodian-file';
import { findBlocks } from '../table/blocks';
import { holdingFields, type HoldingField } from './holding';
import { HoldingsReading } from './holdings-reading';

const header = 'Account Number,Symbol,Description,Quantity,Last Price,Current Value';
const read = (rows: string, kind: 'position' | 'lot' = 'position') => {
  const file = textFile(`${header}\n${rows}`, 'a.csv');
  const [block] = findBlocks<HoldingField>(file, holdingFields, [['symbol']]);
  return new HoldingsReading(file, block, kind).contents();
};

test('pending activity is found where a file puts it', () => {
  expect(read('X1234567,Pending activity,,,,-$5.00').rows[0].marketValue).toBe(-5);
  expect(read('X1234567,Pending activity,,,-$5.00,').rows[0].marketValue).toBe(-5);
  expect(read('12366,Pending activity,,,,').rows[0]).toMatchObject({ kind: 'pending-cash', marketValue: null });
});

test('a total is of the rows since the total before', () => {
  const rows = 'X1234567,AA,A,1,2.00,2.00\nAccount Total,,,,,2.00\nX7654321,BB,B,1,3.00,3.00\nAccount Total,,,,,4.00';
  const { issues } = read(rows);
  expect(issues).toMatchObject([{ code: 'H13', cell: 'F5', message: 'The rows above add up to 3, but the total on line 5 is 4.' }]);
});

test('money among lots stays a lot: only positions are swept', () => expect(read('X1234567,SPAXX**,HELD IN MONEY MARKET,5,1,5', 'lot').rows[0].kind).toBe('lot'));

test('a row of a sheet may be shorter than the header', () => {
  const cells = [header.split(','), ['X1234567', 'KLMN', 'KLMN INC', '3']];
  const file = sheetsFile([{ sheet: 'Positions', cells }], 'a.xlsx');
  const [block] = findBlocks<HoldingField>(file, holdingFields, [['symbol']]);
  expect(new HoldingsReading(file, block, 'position').contents()).toMatchObject({ rows: [{ symbol: 'KLMN', quantity: 3, marketValue: null }], issues: [] });
});
