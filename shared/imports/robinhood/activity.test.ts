import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { robinhoodActivity } from './activity';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/activity', name), 'utf8');
const read = (text: string) => robinhoodActivity.read(textFile(text, 'a.csv'));
const story = ({ date, action, symbol, cusip, quantity, price, amount, assetType }: ImportRow) =>
  [date, action, symbol ?? '?', cusip ?? '?', quantity ?? '?', '@', price ?? '?', '→', amount ?? '?', assetType ?? ''].join(' ').trim();

test('every code; descriptions of several lines; options by contract; footers are no rows', () => {
  const { rows, issues } = read(fixture('all-codes.csv'));
  expect(issues.map(({ code }) => code)).toEqual(['I03']);
  expect(rows.map(story)).toEqual([
    '2026-03-02 Dividend ORLN ? ? @ ? → 8.2',
    '2026-03-02 Reinvest ORLN 700112233 0.05 @ 164 → -8.2',
    '2026-02-20 Other ORLN 2/20/2026 Call $170.00 ? 1 @ ? → ? option',
    '2026-02-10 Sell ORLN 700112233 10 @ 164 → 1640',
    '2026-02-10 Buy ORLN 2/20/2026 Call $170.00 ? 1 @ 1.35 → -135.04 option',
    '2026-02-02 Split SPNX 811223344 18 @ ? → ?',
    '2026-02-02 Split SPNX 811223395 1.8 @ ? → ?',
    '2026-01-15 Buy FNBX 007112238 1020.5 @ 12.5 → -12756.25',
    '2026-01-09 Fee ? ? ? @ ? → -5',
    '2026-01-08 Interest ? ? ? @ ? → -3.21',
    '2026-01-02 Transfer in FNBX 007112238 25 @ ? → ?',
    '2026-01-02 Deposit ? ? ? @ ? → 10000',
    '2026-01-02 Withdrawal ? ? ? @ ? → -250',
  ]);
  expect(rows.map(({ description }) => description).slice(1, 6)).toEqual([
    'Orlean Motors Dividend Reinvestment',
    'Option Expiration for ORLN 2/20/2026 Call $170.00 (1S)',
    'Orlean Motors',
    'ORLN 2/20/2026 Call $170.00',
    'Spun Off Co. (18S)',
  ]);
});

test('saved again by a spreadsheet: another order, plain numbers, fewer columns, a footer in the first cell', () => {
  const { rows } = read(fixture('saved-again.csv'));
  expect(rows.map(story)).toEqual([
    '2026-02-10 Sell ORLN 700112233 10 @ 164 → 1640',
    '2026-01-15 Buy FNBX 007112238 1020.5 @ 12.5 → -12756.25',
    '2026-01-02 Transfer in FNBX 007112238 25 @ ? → ?',
  ]);
  expect(rows[0]).toMatchObject({ accountType: 'Individual', description: 'Orlean Motors', line: 2 });
});

test('an account column names the account', () => {
  const { rows, issues } = read('Account Number,Activity Date,Instrument,Description,Trans Code,Quantity,Price,Amount\n5512,2/10/2026,ORLN,Orlean,Buy,1,$2.00,($2.00)');
  expect(issues).toEqual([]);
  expect(rows).toMatchObject([{ account: '5512', action: 'Buy', amount: -2 }]);
});

test('what cannot be read is said with its place, and the row is kept', () => {
  const { rows, issues } = read(fixture('all-codes.csv').replace('"1,020.5"', '"1,02O.5"').replace('"1/9/2026","1/9/2026","1/9/2026"', '"","",""'));
  expect(rows).toHaveLength(13);
  expect(issues.map(({ code, cell, found }) => [code, cell, found])).toEqual([
    ['I03', 'A1', undefined],
    ['I02', 'G9', '1,02O.5'],
    ['I02', 'A10', ''],
  ]);
  expect(read('x').issues).toMatchObject([{ code: 'I01' }]);
});
