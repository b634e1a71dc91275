import { readCells } from '../table/cells';
import { CellReader } from './cell-reader';
import { findTables } from './find-tables';
import { guessTable } from './guess-columns';
import { readHolding, readRealized, readTotal } from './read-holding';

const owned = { account: '1', accountName: null };
const nobody = { symbol: null, cusip: null, description: null };

function open(header: string, line: string): CellReader {
  const cells = readCells(`${header}\n${line}`);
  const reader = new CellReader(undefined, guessTable(cells, findTables(cells)[0], '.'), 'month first');
  reader.open(cells[1], 2);
  return reader;
}

test('a holding with its term, which the column of its gain may tell', () => {
  const reader = open('Ticker,Acquired,Units,Value,ST Gain/Loss,LT Gain/Loss,Ccy', 'VTI,1/15/2020,3,870,,270,USD');
  expect(readHolding(reader, { ...nobody, symbol: 'VTI' }, owned)).toMatchObject({ kind: 'position', acquired: '2020-01-15', quantity: 3, marketValue: 870, costBasis: 600, term: 'long', currency: 'USD', gain: null });
});

test('cash, whichever column has its amount', () => {
  const header = 'Symbol,Units,Value,Cash Balance';
  expect(readHolding(open(header, 'SPAXX**,,12.5,'), { ...nobody, symbol: 'SPAXX' }, owned)).toMatchObject({ kind: 'cash', symbol: 'SPAXX', quantity: 12.5, price: 1, marketValue: 12.5, assetType: 'cash' });
  expect(readHolding(open(header, 'USD,0,0,-3'), { ...nobody, symbol: 'USD' }, owned)).toMatchObject({ kind: 'cash', quantity: -3, marketValue: -3 });
});

test('money on its way has no quantity', () => {
  const reader = open('Symbol,Units,Value', 'Pending activity,,-12');
  expect(readHolding(reader, { ...nobody, symbol: 'Pending activity' }, owned)).toMatchObject({ kind: 'pending-cash', quantity: null, marketValue: -12 });
});

test('a lot that was sold, its disallowed loss without a sign', () => {
  const reader = open('Ticker,Opened,Sold,Shares,Proceeds,Cost Basis,Gain/Loss,Disallowed Loss', 'F,2/14/2025,5/22/2026,300,3150,3600,(450),-120');
  expect(readRealized(reader, { ...nobody, symbol: 'F' }, owned)).toMatchObject({ kind: 'realized-lot', acquired: '2025-02-14', closed: '2026-05-22', proceeds: 3150, costBasis: 3600, gain: -450, disallowedLoss: 120, washSale: true });
});

test('a total as stated, what is no number left blank without an issue', () => {
  const reader = open('Ticker,Units,Value,Cost', 'Total,n.m.,1200,');
  expect(readTotal(reader, owned, null)).toMatchObject({ kind: 'total', quantity: null, marketValue: 1200, costBasis: null });
  expect(reader.issues).toEqual([]);
});

test('a short position without a sign, where a column says so', () => {
  const header = 'Symbol,Side,Qty,Avg Cost,Mark,Market Value';
  const read = (line: string) => readHolding(open(header, line), { ...nobody, symbol: 'F' }, owned);
  expect(read('F,Short,150,6.10,4.20,-630.00')).toMatchObject({ quantity: -150, marketValue: -630, costBasis: -915 });
  expect(read('F,Short,-150,6.10,4.20,630.00')).toMatchObject({ quantity: -150, marketValue: -630 });
  expect(read('F,Long,150,6.10,4.20,630.00')).toMatchObject({ quantity: 150, marketValue: 630 });
});

test('pence as pounds, which make no bond of a share', () => {
  const reader = open('Code,Units held,Price (pence),Value (£),Cost (£)', 'CTY,512,435.50,2229.76,2010.00');
  expect(readHolding(reader, { ...nobody, symbol: 'CTY' }, owned)).toMatchObject({ price: 4.355, marketValue: 2229.76, currency: 'GBP', assetType: null });
  const beside = open('Ticker,Currency,Units,Price,Value', 'CTY,GBX,512,435.50,2229.76');
  expect(readHolding(beside, { ...nobody, symbol: 'CTY' }, owned)).toMatchObject({ price: 4.355, currency: 'GBP', assetType: null });
});
