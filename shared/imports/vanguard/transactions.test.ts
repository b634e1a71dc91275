import { textFile } from '../custodian-file';
import type { Contents } from '../format';
import { findTransactions, readTransactions } from './transactions';

const header = 'Account Number,Trade Date,Transaction Type,Transaction Description,Investment Name,Symbol,Shares,Share Price,Principal Amount,Commission Fees,Net Amount';

function read(rows: string): Contents {
  const file = textFile(`${header}\n${rows}`, 'a.csv');
  return readTransactions(file, findTransactions(file)[0]);
}
const amounts = (rows: string) => read(rows).rows.map(({ amount }) => amount);

test('signs are as the file prints them', () => {
  expect(amounts('1,1/2/2026,Buy,Buy,A,AA,1,2,-2,0,-2\n1,1/2/2026,Sell,Sell,A,AA,-1,2,2,0,2\n1,1/3/2026,Fee,Fee,A,AA,0,0,0,0,5')).toEqual([-2, 2, 5]);
});

test('where purchases are positive and nothing is negative, actions give the signs', () => {
  expect(amounts('1,1/2/2026,Buy,Buy,A,AA,1,2,2,0,2\n1,1/2/2026,Sell,Sell,A,AA,1,2,2,0,2\n1,1/3/2026,Fee,Fee,A,AA,0,0,0,0,5')).toEqual([-2, 2, -5]);
});

test('income alone says nothing of signs', () => expect(amounts('1,1/2/2026,Fee,Fee,A,AA,0,0,0,0,5')).toEqual([5]));

test('the principal stands in for a net amount that is missing; older headers name fees otherwise', () => {
  expect(read('1,01/02/2026,Sell,Sell,A,AA,-1,2,2.00,-0.03,').rows[0]).toMatchObject({ amount: 2, fees: 0.03, quantity: 1, date: '2026-01-02' });
});

test('a price of a row without shares is none', () => expect(read('1,1/2/2026,Dividend,Dividend Received,A,AA,0,0,0,0,5').rows[0]).toMatchObject({ quantity: null, price: null }));

test('a row that the file ends in the midst of is left out', () =>
  expect(read('1,1/2/2026,Buy,Buy,A,AA,1,2,-')).toMatchObject({ rows: [], issues: [{ code: 'I02', cell: 'A2' }] }));

test('a reinvestment is a purchase too', () => expect(amounts('1,1/2/2026,Reinvestment,Dividend Reinvested,A,AA,1,2,2,0,2\n1,1/2/2026,Sell,Sell,A,AA,1,2,2,0,2')).toEqual([-2, 2]));
