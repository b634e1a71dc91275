import { readCells } from '../table/cells';
import { guessColumns, type ColumnChoice } from './guess-columns';

const guess = (text: string, choices?: readonly ColumnChoice[]) => guessColumns(readCells(text), choices);
const fields = (text: string, choices?: readonly ColumnChoice[]) => guess(text, choices).map(({ field }) => field);

test('headers and cells together', () => {
  expect(fields('Acct,Security,Name,Qty,Last,Mkt Val,Type\n1-2,VTI,Vanguard Total Market,3,290,870,Stock')).toEqual(['account', 'symbol', 'description', 'quantity', 'price', 'marketValue', 'assetClass']);
});

test('a guess says how sure it is, and why', () => {
  const [symbol, rating] = guess('Ticker,Analyst\nVTI,B\nAGG,F\nBND,A\n'.replace(/\n/g, ',3,4\n').replace('Analyst,3,4', 'Analyst,Shares,Value'));
  expect(symbol).toMatchObject({ field: 'symbol', header: 'Ticker', column: 0, because: 'the header says “Ticker”' });
  expect(symbol.confidence).toBeGreaterThan(0.9);
  expect(rating).toEqual({ field: null, header: 'Analyst', column: 1, confidence: 0, because: 'nothing says what it is' });
});

test('dates and amounts belong to an activity where there are actions', () => {
  expect(fields('Trade Date,Type,Ticker,Units,Amount\n1/2/2026,Buy,VTI,3,870\n1/3/2026,Sell,VTI,1,290')).toEqual(['date', 'action', 'symbol', 'quantity', 'amount']);
  expect(fields('Trade Date,Type,Ticker,Units,Amount\n1/2/2026,Stock,VTI,3,870\n1/3/2026,Fund,AGG,1,290')).toEqual(['acquired', 'assetClass', 'symbol', 'quantity', 'marketValue']);
});

test('security numbers prove themselves under any header', () => {
  const [found] = guess('Ref,Shares,Value\n922908769,3,870\n037833100,4,880\n');
  expect(found).toMatchObject({ field: 'cusip', because: '“Ref” says little, but its cells are CUSIPs by their check digits' });
});

test('percent columns are no amounts', () => {
  expect(fields('Ticker,Units,Value,Gain/Loss,Gain/Loss\nVTI,3,870,12.5%,96\nAGG,3,300,2%,6')).toEqual(['symbol', 'quantity', 'marketValue', null, 'gain']);
});

test('what somebody chose is kept, and nothing else takes its meaning', () => {
  const text = 'Ticker,Shares,Settled,Value\nVTI,3,2,870\nAGG,5,4,500';
  const choices = [{ header: 'settled', field: 'quantity' }, { header: 'Shares', field: null }] as const;
  expect(fields(text, choices)).toEqual(['symbol', null, 'quantity', 'marketValue']);
  expect(fields(text, guess(text, choices))).toEqual(['symbol', null, 'quantity', 'marketValue']);
});

test('columns of one header are told apart by their place', () => {
  const text = 'Ticker,Shares,Price,Price\nVTI,3,2,870';
  expect(fields(text, [{ header: 'Price', column: 3, field: 'price' }, { header: 'Price', column: 2, field: 'unitCost' }])).toEqual(['symbol', 'quantity', 'unitCost', 'price']);
});

test('no table, no guess', () => {
  expect(guess('hello')).toEqual([]);
});
