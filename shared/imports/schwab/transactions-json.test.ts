import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { textFile } from '../custodian-file';
import { schwabTransactionsJson } from './transactions-json';

const name = 'Individual_XXX178_Transactions_20241231-115444.json';
const text = readFileSync(join(__dirname, 'fixtures/transactions-json/history-2024.json'), 'utf8');
const read = (changed = text, as: string | undefined = name) => schwabTransactionsJson.read(textFile(changed, as));

test('the same rows as the CSV export', () => {
  const { rows, issues } = read();
  expect(issues).toEqual([]);
  expect(rows).toMatchObject([
    { kind: 'transaction', account: '178', date: '2024-12-30', action: 'Interest', symbol: null, quantity: null, amount: 9.99, line: 8 },
    { kind: 'transaction', account: '178', date: '2024-12-13', action: 'Sell', symbol: 'VTI', quantity: 3, price: 301.5, fees: 0.02, amount: 904.48, line: 20 },
    { kind: 'transaction', account: '178', date: '2024-12-02', action: 'Buy', symbol: 'IBIT 02/21/2025 52.50 P', assetType: 'option', quantity: 5, amount: -1628.3, line: 32 },
    { kind: 'total', account: '178', amount: -713.83, line: 4 },
  ]);
});

test('under another name the account is asked for', () => {
  expect(read(text, 'export.json').issues).toMatchObject([{ code: 'I03' }]);
});

test('a transaction deleted from the file shows in the total', () => {
  expect(read(text.replace('"$904.48"', '""')).issues).toMatchObject([{ code: 'H13', found: '-713.83' }]);
});

test('equity awards and other JSON are not recognized', () => {
  expect(schwabTransactionsJson.recognizes(textFile('{"FromDate": "01/01/2024", "Transactions": [{"Date": "12/30/2024", "Action": "Deposit"}]}'))).toBe(0);
  expect(schwabTransactionsJson.recognizes(textFile('{"a":1}'))).toBe(0);
  expect(schwabTransactionsJson.recognizes(textFile(`\uFEFF${text}`))).toBe(1);
});

test('cut off anywhere it is not read at all', () => {
  fc.assert(
    fc.property(fc.nat(text.trimEnd().length - 1), (length) => {
      expect(read(text.slice(0, length))).toMatchObject({ rows: [], issues: [{ code: 'I01' }] });
    }),
  );
});
