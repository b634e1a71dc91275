import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { schwabRealizedLots } from './realized-lots';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/realized-lots', name), 'utf8');
const read = (name: string) => schwabRealizedLots.read(textFile(fixture(name), name));

/** A row in one line: kind, account, symbol, days, quantity, proceeds − basis = gain, term, wash sale and disallowed loss. */
const story = (row: ImportRow): string =>
  [row.kind, row.account, row.symbol, row.acquired, row.closed, row.quantity, row.proceeds, '-', row.costBasis, '=', row.gain, row.term, row.washSale, row.disallowedLoss]
    .map((value) => value ?? '?')
    .join(' ');

test('one account: a wash sale, an expired option, a lot of unknown cost; the kind of an account is no number', () => {
  const { asOf, rows, issues } = read('one-account.csv');
  expect(asOf).toBe('2026-11-20');
  expect(rows.map(story)).toEqual([
    'realized-lot ? SCHB 2016-11-23 2026-04-21 0.03 2.73 - 0.61 = 2.12 long false ?',
    'realized-lot ? QCLR 2026-01-12 2026-01-13 200 2800 - 3000 = -200 short true 50',
    'realized-lot ? SPY 07/03/2026 550.00 P 2026-07-01 2026-07-03 2 0 - 170 = -170 short true 12.25',
    'realized-lot ? OLDX ? 2026-08-03 10 50 - ? = ? ? ? ?',
  ]);
  expect(rows[0]).toMatchObject({ accountName: null, price: 82.73, unitCost: 18.48, description: 'SCHWAB US BROAD MARKET ETF' });
  expect(issues).toMatchObject([{ code: 'I03' }]);
});

test('the file name may have the number', () => {
  const { rows, issues } = schwabRealizedLots.read(textFile(fixture('one-account.csv'), 'XXXX1615_GainLoss_Realized_Details_20261120-101658.csv'));
  expect(rows.every(({ account }) => account === '1615')).toBe(true);
  expect(issues).toEqual([]);
});

test('all accounts: a label and a header each, an account without sales', () => {
  const { asOf, rows, issues } = read('all-accounts.csv');
  expect(asOf).toBe('2026-03-03');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'realized-lot 499 VTI 2025-01-02 2026-01-03 10 3000 - 2500 = 500 long false ?',
    'realized-lot 753 BND 2026-01-05 2026-02-03 4 292 - 296 = -4 short false ?',
  ]);
});

test('the summary has no days of purchase; its term follows from the kind of gain where there is one kind', () => {
  const { asOf, rows, issues } = read('summary.csv');
  expect(asOf).toBe('2026-03-14');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'realized-lot 482 SCHX ? 2025-03-15 45 900 - 810 = 90 short false ?',
    'realized-lot 482 SCHX ? 2025-09-15 62 1302 - 1400 = -98 ? false ?',
    'total 482 ? ? ? ? 2202 - 2210 = -8 ? ? ?',
  ]);
});

test('names of other years', () => {
  const header = 'Symbol,Description,Closed Date,Opened Date,Quantity,Proceeds/Share,Cost/Share,Total Proceeds,Cost Basis,Gain/Loss %,Gain/Loss $,Term,Wash Sale?,Disallowed Loss';
  const { rows } = schwabRealizedLots.read(textFile(`Realized Gain/Loss - Lot Details\nIRA ...9876\n${header}\nVTI,X,6/25/2026,2/1/2026,3,420,400,"$1,260.00","$1,200.00",5%,$60.00,Short Term,NO,`));
  expect(rows.map(story)).toEqual(['realized-lot 9876 VTI 2026-02-01 2026-06-25 3 1260 - 1200 = 60 short false ?']);
});

test('a sale deleted from the summary shows in its total', () => {
  const { issues } = schwabRealizedLots.read(textFile(fixture('summary.csv').replace(/^.*03\/15\/2025.*\n/m, ''), 'a.csv'));
  expect(issues.map(({ code, cell }) => [code, cell])).toEqual([['H13', 'G4'], ['H13', 'I4']]);
});
