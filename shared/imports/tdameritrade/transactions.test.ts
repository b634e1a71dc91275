import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { tdameritradeTransactions } from './transactions';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/transactions', name), 'utf8');
const read = (text: string) => tdameritradeTransactions.read(textFile(text, 'transactions.csv'));
const story = ({ date, action, symbol, quantity, price, amount, fees, transactionId, assetType }: ImportRow) =>
  [date, action, symbol ?? '?', quantity ?? '?', '@', price ?? '?', '→', amount ?? '?', 'fees', fees ?? '?', transactionId ?? '?', assetType ?? ''].join(' ').trim();

test('retail: trades, sweeps, options, money; the end of the file is no row', () => {
  const { rows, issues } = read(fixture('retail.csv'));
  expect(issues.map(({ code }) => code)).toEqual(['I03']);
  expect(rows.map(story)).toEqual([
    '2013-07-02 Dividend ORLN ? @ ? → 27.15 fees ? 10223500001',
    '2013-07-02 Other ? ? @ ? → -27.15 fees ? 10224800002',
    '2013-07-02 Buy MMDA10 27.15 @ ? → 0 fees ? 10224800003',
    '2013-08-05 Buy FNBX 100 @ 12.5 → -1259.99 fees 9.99 10324800004',
    '2013-08-06 Sell FNBX 40 @ 13 → 509.99 fees 10.01 10324800005',
    '2013-08-07 Sell ORLN Dec 18 2013 45.0 Call 3 @ 1.38 → 412.01 fees 1.99 10324800006 option',
    '2013-12-23 Other ORLN Dec 18 2013 45.0 Call 3 @ ? → 0 fees ? 10424800007 option',
    '2013-12-24 Deposit ? ? @ ? → 500 fees ? 10424800008',
  ]);
});

test('saved again by a spreadsheet: an ID that it rounded is lost, and said so; every fee column counts', () => {
  const { rows, issues } = read(fixture('retail-2023-saved-again.csv'));
  expect(rows.map(story)).toEqual([
    '2023-04-04 Sell ORLN 80 @ 17.25 → 1379.98 fees 0.02 ?',
    '2023-04-05 Sell GROWX 10 @ 20 → 195 fees 5 49200000002',
  ]);
  expect(issues.map(({ code, cell }) => [code, cell])).toEqual([['I03', 'A1'], ['I02', 'B2']]);
});

test('the institutional variant', () => {
  const { rows } = read(fixture('institutional.csv'));
  expect(rows.map(story)).toEqual([
    '2023-04-04 Buy ORLN 80 @ 17.25 → -1386.95 fees 6.95 49252300001',
    '2023-04-05 Sell ORLN 20 @ 19 → 373.05 fees 6.95 49252300002',
    '2023-04-06 Dividend ORLN ? @ ? → 12 fees ? 49252300003',
  ]);
});

test('a missing end mark changes nothing; a day that is none is said', () => {
  const text = fixture('retail.csv');
  expect(read(text.replace('***END OF FILE***\n', '')).rows).toEqual(read(text).rows);
  const { rows, issues } = read(text.replace('08/05/2013', '13/05/2013'));
  expect(rows[3]).toMatchObject({ date: null, quantity: 100 });
  expect(issues[1]).toMatchObject({ code: 'I02', cell: 'A5', found: '13/05/2013' });
  expect(read('x').issues).toMatchObject([{ code: 'I01' }]);
});

test.each([
  ['DATE,TRANSACTION ID,DESCRIPTION,QUANTITY,SYMBOL,PRICE,COMMISSION,AMOUNT', 0.5, 0.6],
  ['Date,Transaction ID,Symbol,Description,Amount', 0, 0.4],
  ['Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount', 0, 0.4],
])('%s is recognized from %d to %d', (header, least, most) => {
  const confidence = tdameritradeTransactions.recognizes(textFile(`${header}\n1`));
  expect(confidence).toBeGreaterThanOrEqual(least);
  expect(confidence).toBeLessThanOrEqual(most);
});
