import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { readGenericTable } from './table';

/** Exports of custodians without a layout of ours, in the layout of the real thing, and their correct readings. */
const readings: Readonly<Record<string, { readonly asOf?: string; readonly issues: readonly string[]; readonly rows: readonly string[] }>> = {
  'degiro-portfolio.csv': {
    asOf: undefined,
    issues: ['I03 A2'],
    rows: [
      'cash ? CASH 812.4 @ ? = ? 1 → 812.4 cash EUR',
      'position ? 61945C103 30 @ ? = ? 33.5 → 1005 USD',
      'position ? IE00B4WXJJ64 12 @ ? = ? 112.25 → 1347 EUR',
    ],
  },
  'degiro-transactions.csv': {
    asOf: undefined,
    issues: ['I03 A2'],
    rows: [
      'transaction ? 61945C103 2026-03-17 Buy 30 @ 31.2 → -865.25 fees 2 EUR',
      'transaction ? 61945C103 2026-04-09 Sell 10 @ 33.5 → 305.13 fees 2 EUR',
    ],
  },
  'comdirect-depot.csv': {
    asOf: '2026-03-31',
    issues: ['I03 A3'],
    rows: [
      'position ? A1XB5U 12.25 @ 61.5 = 753.38 98.41 → 1205.52 EUR',
      'position ? BU2Z02 2000 @ 99.1 = 1982 97.35 → 1947 bond EUR',
    ],
  },
  'hargreaves-lansdown.csv': {
    asOf: '2026-03-04',
    issues: ['I03 A11'],
    rows: [
      'position ? CTY 512 @ ? = 2010 4.355 → 2229.76 GBP',
      'position ? VUSA 22 @ ? = 1120.4 90.28 → 1986.16 GBP',
      'total ? ? ? @ ? = 3130.4 ? → 4215.92',
    ],
  },
  'webull-orders.csv': {
    asOf: undefined,
    issues: ['I03 A2'],
    rows: [
      'transaction ? PFE 2026-02-17 Buy 40 @ 27.055 → ? fees ?',
      'skip ? LCID ? Sell 100 @ ? → ? fees ?',
      'transaction ? F 2026-02-19 Sell 25 @ 11.91 → ? fees ?',
    ],
  },
  'tastytrade-history.csv': {
    asOf: undefined,
    issues: ['I03 A2'],
    rows: [
      'transaction ? GDX 2026-03-18 Buy 12 @ 71.25 → -855.01 fees 0.01 USD',
      'transaction ? GDX 260515C00080000 2026-03-19 Sell 1 @ 140 → 138.87 fees 1.13 option USD',
      'transaction ? GDX 2026-03-24 Dividend ? @ ? → 6.48 fees 0 USD',
      'transaction ? ? 2026-03-30 Withdrawal ? @ ? → -1500 fees 0 USD',
    ],
  },
  'trading212-history.csv': {
    asOf: undefined,
    issues: ['I03 A2'],
    rows: [
      'transaction ? ? 2025-02-03 Deposit ? @ ? → 500 fees ? GBP',
      'transaction ? MSFT 2025-02-04 Buy 1 @ 410 → -328.49 fees 0.49 GBP',
      'transaction ? MSFT 2025-06-10 Sell 0.5 @ 450 → 179.73 fees 0.27 GBP',
      'transaction ? MSFT 2025-06-12 Dividend 0.5 @ 0.83 → 0.28 fees ? GBP',
    ],
  },
  'wealthsimple-holdings.csv': {
    asOf: '2026-03-31',
    issues: [],
    rows: [
      'position WK4TEST88CAD QQQM 8 @ ? = 1400 210.5 → 1684 USD',
      'position WK4TEST88CAD XIC 15 @ ? = 540 44.2 → 663 CAD',
      'position WK4TEST88CAD GME -3 @ ? = -75 25 → -75 USD',
    ],
  },
  'pipes-without-spaces.csv': {
    asOf: '2026-02-27',
    issues: [],
    rows: [
      'position 6CX10455 SOFI 120 @ ? = ? 14.5 → 1740 USD',
      'position 6CX10455 AMC -40 @ ? = ? 3.1 → -124 USD',
    ],
  },
  'appraisal-without-names.csv': {
    asOf: '2026-03-31',
    issues: ['I03 A8'],
    rows: [
      'position ? MRK 300 @ 75 = 22500 98 → 29400',
      'position ? VZ 150 @ 52 = 7800 41 → 6150',
      'total ? ? ? @ ? = 30300 ? → 35550',
      'position ? 458140BY5 20000 @ 101 = 20200 99 → 19800 bond',
      'total ? ? ? @ ? = 20200 ? → 19800',
      'cash ? CASH 4500 @ ? = 4500 1 → 4500 cash',
      'total ? ? ? @ ? = 55000 ? → 59850',
    ],
  },
  'debit-and-credit.csv': {
    asOf: undefined,
    issues: [],
    rows: [
      'transaction 5512-0934 IVV 2026-01-15 Buy 4 @ 690 → -2760 fees ?',
      'transaction 5512-0934 SCHZ 2026-01-20 Sell 30 @ 23.5 → 705 fees ?',
      'transaction 5512-0934 ? 2026-01-31 Fee ? @ ? → -41.25 fees ?',
      'transaction 5512-0934 IVV 2026-02-02 Dividend ? @ ? → 7.12 fees ?',
    ],
  },
  'long-and-short.csv': {
    asOf: undefined,
    issues: [],
    rows: [
      'position U-20015 IEF 40 @ 94 = 3760 96 → 3840',
      'position U-20015 BYND -150 @ 6.1 = -915 4.2 → -630',
    ],
  },
  'cash-by-name.csv': {
    asOf: '2026-03-31',
    issues: [],
    rows: [
      'position 123-45670-1-2 CAIBX 210.5 @ ? = 12100 71 → 14945.5',
      'position 123-45670-1-2 T 35 @ ? = ? 24.1 → 843.5',
      'cash 123-45670-1-2 CASH 1204.18 @ ? = ? 1 → 1204.18 cash',
      'cash 123-45670-1-2 CASH 50 @ ? = ? 1 → 50 cash',
      'cash 123-45670-1-2 CASH -2000 @ ? = ? 1 → -2000 cash',
      'total 123-45670-1-2 ? ? @ ? = ? ? → 15043.18',
    ],
  },
};

/** Kind, account, symbol or CUSIP, then quantity @ unit cost = basis, price → value; of a transaction day, action, quantity @ price → amount, fees. */
function story(row: ImportRow): string {
  const { kind, account, symbol, cusip, assetType, currency } = row;
  const held = [row.quantity, '@', row.unitCost, '=', row.costBasis, row.price, '→', row.marketValue];
  const done = [row.date, row.action, row.quantity, '@', row.price, '→', row.amount, 'fees', row.fees];
  const facts = [kind, account, symbol ?? cusip, ...(kind === 'transaction' || kind === 'skip' ? done : held)].map((fact) => fact ?? '?');
  return [...facts, assetType ?? [], currency ?? []].flat().join(' ');
}

test.each(Object.keys(readings))('%s', (name) => {
  const { asOf, rows, issues } = readGenericTable(textFile(readFileSync(join(__dirname, 'fixtures/table', name), 'utf8'), name));
  expect({ asOf, issues: issues.map(({ code, cell }) => `${code} ${cell}`), rows: rows.map(story) }).toEqual(readings[name]);
});
