import { textFile } from '../custodian-file';
import { describeFindings, rateTable } from './rate-table';
import { guessTables } from './table';

const rate = (text: string) => Math.max(0, ...guessTables(textFile(text)).map(({ guessed }) => rateTable(guessed)));

test.each([
  ['Account,Ticker,Shares,Price,Value\n1-234,VTI,3,290,870\n1-234,AGG,4,100,400', 0.8],
  ['Ticker,Shares\nVTI,3\nAGG,4', 0.6],
  ['Security,Quantity,Cost,Value\nApple Inc,3,100,900\nFord Motor,4,30,40', 0.5],
  ['Date,Type,Ticker,Amount\n1/2/2026,Buy,VTI,-870\n1/3/2026,Sell,VTI,290', 0.5],
  ['Date,Ticker,Quantity,Price,Amount\n1/2/2026,VTI,3,290,-870\n1/3/2026,VTI,-1,290,290', 0.5],
])('%j is rated %p or better', (text, least) => {
  expect(rate(text)).toBeGreaterThanOrEqual(least);
  expect(rate(text)).toBeLessThanOrEqual(0.85);
});

test.each([
  'Category,Description,Quantity,Unit Price,Total\nOffice,Paper,10,5.00,50.00\nOffice,Pens,20,1.00,20.00',
  'Name,Amount\nBob,12\nAnn,13',
  'Ticker,Price\nVTI,290\nAGG,100',
  'Date,Action,Symbol,Quantity\n1/2/2020,Buy,VTI,3',
  'Account ID,Symbol,Quantity,Cost basis\n1,VTI,3,600',
  'Ticker,Shares\nsome words here,more words\nand again some,words too',
  'Activity,Symbol,Quantity,Price,Value\nBuy,VTI,2,300,-600\nSell,T,-10,21,210',
  'Trade date,Settlement date,Symbol,Quantity,Price,Commission,Amount\n1/2/2026,1/3/2026,VTI,2,300,0,600',
])('%j is not good enough', (text) => {
  expect(rate(text)).toBeLessThan(0.5);
});

test('says what was found and what is missing', () => {
  const found = guessTables(textFile('Ticker,Price\nVTI,290\nAGG,100')).map(({ guessed }) => guessed);
  expect(describeFindings(found).message).toBe('the header on line 1 says symbol (“Ticker”), price (“Price”); quantity could not be told for sure.');
  const trades = guessTables(textFile('Activity,Symbol,Quantity,Price,Value\nBuy,VTI,2,300,-600')).map(({ guessed }) => guessed);
  expect(describeFindings(trades).message).toMatch(/; date could not be told for sure\.$/);
  expect(describeFindings([]).message).toBe('no row looks like a header, with a security and its quantity or value.');
});
