import { textFile } from '../custodian-file';
import { findHeader } from '../table/header';
import { LineReader } from '../table/line';
import { asMoney, holdingFields, ownerOf, readHolding, subAccountOf, type HoldingField } from './holding';

function readOne(header: string, row: string) {
  const file = textFile(`${header}\n${row}`, 'a.csv');
  const found = findHeader<HoldingField>(file.tables[0].cells, holdingFields, []) ?? { row: 0, columns: {} };
  const reader = new LineReader<HoldingField>(file, file.tables[0], found, holdingFields);
  const [line] = reader.lines();
  return { held: readHolding(line, reader), owner: ownerOf(line), issues: reader.issues };
}

test('cost is the total as stated', () => {
  const { held, issues } = readOne('Symbol,Quantity,Average Cost Basis,Cost Basis Total', 'KLMN,3,$3.33,$10.00');
  expect([held.unitCost, held.costBasis, issues]).toEqual([3.33, 10, []]);
});

test('without that column it is value less gain, exactly, else quantity × cost per share', () => {
  expect(readOne('Symbol,Quantity,Current Value,Average Cost Basis,Total Gain/Loss Dollar', 'KLMN,3,$11.00,$3.33,+$1.00').held.costBasis).toBe(10);
  expect(readOne('Symbol,Quantity,Average Cost Basis', 'KLMN,3,$3.33').held.costBasis).toBe(9.99);
});

test('a stated "n/a" is unknown, whatever the gain', () => {
  const { held } = readOne('Symbol,Quantity,Current Value,Total Gain/Loss Dollar,Average Cost Basis,Cost Basis Total', 'KLMN,3,$11.00,+$11.00,n/a,n/a');
  expect([held.unitCost, held.costBasis]).toEqual([null, null]);
});

test('value and price stand in for each other', () => {
  expect(readOne('Symbol,Quantity,Last Price', 'KLMN,3,$3.50').held).toMatchObject({ price: 3.5, marketValue: 10.5 });
  expect(readOne('Symbol,Quantity,Current Value', 'KLMN,3,$10.50').held).toMatchObject({ price: 3.5, marketValue: 10.5 });
});

test('the registration is told from other types', () => {
  expect([subAccountOf('Margin'), subAccountOf('Cash'), subAccountOf('Stock'), subAccountOf(null)]).toEqual(['Margin', 'Cash', null, null]);
});

test('money is a dollar a share, and its own cost', () => {
  expect(asMoney({ symbol: 'SPAXX', marketValue: 4.2 })).toMatchObject({ quantity: 4.2, price: 1, costBasis: 4.2, assetType: 'cash' });
  expect(asMoney({ symbol: null, quantity: 7 })).toMatchObject({ symbol: 'CASH', quantity: 7, marketValue: 7 });
});

test('the owner comes from either column', () => {
  expect(readOne('Account Name,Symbol', 'Roth Z11223344,KLMN').owner).toEqual({ account: 'Z11223344', accountName: 'Roth' });
  expect(readOne('Account Number,Account Name,Symbol', '41149,401K,KLMN').owner).toEqual({ account: '41149', accountName: '401K' });
});
