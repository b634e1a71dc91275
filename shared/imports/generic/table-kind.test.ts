import { textFile } from '../custodian-file';
import { guessTables } from './table';
import { kindOf } from './table-kind';

const kind = (text: string) => kindOf(guessTables(textFile(text))[0].guessed);

test('what a table lists', () => {
  expect(kind('Ticker,Shares\nVTI,3')).toBe('holdings');
  expect(kind('Ticker,Date Sold,Proceeds\nVTI,1/2/2026,3')).toBe('realized');
  expect(kind('Ticker,Close Date,Shares,Cost,Gain\nVTI,,3,4,5')).toBe('holdings');
  expect(kind('Date,Action,Ticker,Amount\n1/2/2026,Buy,VTI,-3')).toBe('activity');
});

test('a list of transactions without its days or its actions is no list of positions', () => {
  expect(kind('Activity,Symbol,Quantity,Price,Value\nBuy,VTI,2,300,-600\nSell,T,-10,21,210')).toBe('activity');
  expect(kind('Date,Symbol,Quantity,Price,Value\n1/2/2026,VTI,2,300,-600\n1/3/2026,T,-10,21,210')).toBe('activity');
  expect(kind('Trade date,Settlement date,Symbol,Quantity,Price,Commission,Amount\n1/2/2026,1/3/2026,VTI,2,300,0,600')).toBe('activity');
  expect(kind('Trade date,Settlement date,Symbol,Quantity,Price,Debit,Credit\n1/2/2026,1/3/2026,VTI,2,300,600,')).toBe('activity');
  expect(kind('Symbol,Date acquired,Quantity,Proceeds,Cost basis,Gain/Loss\nVTI,1/3/2020,2,600,500,100')).toBe('realized');
  expect(kind('Symbol,Settlement date,Quantity,Price,Market value\nVTI,1/3/2026,2,300,600')).toBe('holdings');
  expect(kind('Symbol,Type,Date acquired,Quantity,Cost\nVTI,Purchase,1/3/2026,2,600')).toBe('holdings');
  expect(kind('Symbol,Side,Qty,Price,Value\nVTI,Short,2,300,-600')).toBe('holdings');
});
