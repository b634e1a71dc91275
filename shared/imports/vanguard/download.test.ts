import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { vanguardDownload } from './download';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/download', name), 'utf8');
const read = (name: string) => vanguardDownload.read(textFile(fixture(name), name));

/** A row in one line: kind, account, symbol; then price and value of a holding, or day, action and cash of a transaction. */
function story({ kind, account, symbol, quantity, price, marketValue, assetType, date, action, amount, fees }: ImportRow): string {
  const known = (value: string | number | null) => value ?? '?';
  const figures = kind === 'transaction' ? [date, action, known(quantity), '@', known(price), '→', known(amount), known(fees)] : [known(quantity), '@', known(price), '→', known(marketValue), assetType ?? ''];
  return [kind, known(account), known(symbol), ...figures].join(' ').trim();
}

test('holdings, then transactions, then those of a plan', () => {
  const { asOf, rows, issues } = read('two-tables-2026.csv');
  expect(asOf).toBeUndefined();
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 10020030 VTI 1.012 @ 378.23 → 382.77',
    'cash 10020030 VMFXX 100.5 @ 1 → 100.5 cash',
    'position 10020030 ? 5000 @ 98.5 → 4925 bond',
    'position 20030040 KLMN 30 @ 41.15 → 1234.5',
    'position 20030040 KLMN 270115 P 40.00 -2 @ 1.5 → -300 option',
    'transaction 10020030 VMFXX 2026-01-30 Dividend ? @ ? → 10.42 0',
    'transaction 10020030 VTI 2026-02-02 Reinvest 0.012 @ 375 → -4.5 0',
    'transaction 20030040 KLMN 2026-02-03 Sell 4 @ 40.73 → 162.89 0.03',
    'transaction 20030040 KLMN 2026-02-04 Buy 4 @ 41 → -164 0',
    'transaction 20030040 ? 2026-02-04 Deposit ? @ ? → 400 0',
    'transaction 093456 ? 2026-02-06 Buy 1.802 @ 55.5 → -100 ?',
  ]);
});

test('a 529 plan: funds without symbols', () => {
  const { rows, issues } = read('funds-529.csv');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 974000687-02 ? 1634.4842 @ 19.64 → 32101.27',
    'position 974000687-02 ? 626.8554 @ 69.83 → 43773.31',
    'transaction 974000687-02 ? 2026-10-01 Buy 2.5566 @ 68.45 → -175 ?',
  ]);
});

test('saved again by a spreadsheet, columns in another order, amounts without signs', () => {
  const { rows, issues } = read('saved-again.csv');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'position 10020030 VTSAX 100.5 @ 112.45 → 11301.23',
    'cash 10020030 CASH 1000 @ 1 → 1000 cash',
    'total ? ? ? @ ? → 12301.23',
    'transaction 10020030 VTSAX 2026-01-03 Buy 25 @ ? → -2811.25 ?',
    'transaction 10020030 VTSAX 2026-01-15 Reinvest 0.9 @ ? → -100 ?',
    'transaction 10020030 VTSAX 2026-01-20 Sell 5 @ ? → 562.25 ?',
  ]);
});

test.each([
  ['Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,', true],
  ['Investment Name,Symbol,Shares,Share Price,Total Value', true],
  ['Account Number,Trade Date,Settlement Date,Transaction Type,Transaction Description,Investment Name,Symbol,Shares,Share Price,Principal Amount,Net Amount', true],
  ['Fund Account Number,Fund Name,Price,Shares,Total Value', true],
  ['Account ID,Symbol,Quantity,Cost basis,Acquired,Market value', false],
  ['Symbol,Name,Shares,Price,Value', false],
  ['Account,Goal,Ticker,Fund Name,Shares,Share Price,Value,Cost Basis,Unrealized Gains', false],
  ['Account Number,Symbol,Description,Quantity,Last Price,Current Value', false],
])('%s: %s', (header, expected) => expect(vanguardDownload.recognizes(textFile(`${header}\n`)) >= 0.5).toBe(expected));

test('no header row', () => expect(vanguardDownload.read(textFile('nothing', 'a.csv'))).toMatchObject({ rows: [], issues: [{ code: 'I01' }] }));
