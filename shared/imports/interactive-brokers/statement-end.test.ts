import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { interactiveBrokersStatement } from './statement';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/statement', name), 'utf8');
const lines = fixture('lots-two-currencies.csv').split('\n');
const codesUpTo = (length: number) => interactiveBrokersStatement.read(textFile(`${lines.slice(0, length).join('\n')}\n`, 'a.csv')).issues.map(({ code, cell }) => `${code} ${cell}`);
const lineOf = (begin: string) => lines.findIndex((line) => line.startsWith(begin)) + 1;

test.each([
  ['a lot', 'Open Positions,Data,Lot,Stocks,EUR'],
  ['a position without its total', 'Open Positions,Data,Summary,Treasury'],
  ['the sum of all cash, before that of each currency of the positions', 'Cash Report,Data,Ending Cash,Base'],
  ['cash that is not of the base currency', 'Cash Report,Data,Ending Cash,EUR'],
])('a statement that ends after %s is not whole', (_what, begin) => {
  const end = lineOf(begin);
  expect(codesUpTo(end)).toContain(`I13 A${end}`);
});

test('the beginning of a row is no row', () => {
  const end = lineOf('Cash Report,Data,Ending Cash,Base');
  const text = `${lines.slice(0, end).join('\n')}\nCash Rep`;
  expect(interactiveBrokersStatement.read(textFile(text)).issues).toMatchObject([{ code: 'I13', cell: `A${end}` }]);
});

test.each(['Open Positions,Total,,Treasury', 'Cash Report,Data,Ending Cash,USD', 'Trades,Total'])('one that ends after %s may be whole', (begin) => {
  expect(codesUpTo(lineOf(begin))).toEqual([]);
});

test('the sum in base currency is all the cash of accounts whose positions are in it', () => {
  expect(interactiveBrokersStatement.read(textFile(fixture('consolidated-saved-again.csv'))).issues).toEqual([]);
});
