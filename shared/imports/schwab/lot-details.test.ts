import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import type { ImportRow } from '../format';
import { schwabLotDetails } from './lot-details';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/lot-details', name), 'utf8');
const read = (name: string) => schwabLotDetails.read(textFile(fixture(name), name));

/** A row in one line: kind, account, symbol, day, quantity @ unit cost = basis, price → value, term. */
const story = ({ kind, account, symbol, acquired, quantity, unitCost, costBasis, price, marketValue, term }: ImportRow): string =>
  [kind, account, symbol, acquired, quantity, '@', unitCost, '=', costBasis, price, '→', marketValue, term].map((value) => value ?? '?').join(' ');

test('nine columns: a transferred lot, a lot of unknown day and cost', () => {
  const { asOf, rows, issues } = read('nine-columns.csv');
  expect(asOf).toBe('2020-11-20');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'lot 7702 BRK/B 2020-09-24 5 @ 212 = 1060 231.1 → 1155.5 short',
    'lot 7702 BRK/B 2018-03-02 6.5 @ 190 = 1235 231.1 → 1502.15 long',
    'lot 7702 BRK/B ? 0.5 @ ? = ? 231.1 → 115.55 long',
    'total 7702 BRK/B ? 12 @ ? = ? ? → 2773.2 ?',
  ]);
});

test('lots a cell short are put back; their cost basis and the total are unknown, and it is said', () => {
  const { rows, issues } = read('wash-sales-moved.csv');
  expect(rows.map(story)).toEqual([
    'lot 110 QCLR 2023-08-30 30 @ 6 = ? 2 → 60 long',
    'lot 110 QCLR 2024-08-29 10 @ 7.5 = ? 2 → 20 short',
    'total 110 QCLR ? ? @ ? = ? ? → ? ?',
  ]);
  expect(rows.map(({ disallowedLoss }) => disallowedLoss)).toEqual([null, 15, null]);
  expect(issues).toMatchObject([{ code: 'I02', column: 'Transaction CPS', rowKey: 'QCLR', accounts: ['110'] }]);
});

test('the same columns with every cell in place', () => {
  const { rows, issues } = read('wash-sales-straight.csv');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'lot 110 QCLR 2023-08-30 30 @ 6 = 180 2 → 60 long',
    'lot 110 QCLR 2024-08-29 10 @ 7.5 = 75 2 → 20 short',
    'total 110 QCLR ? 40 @ ? = 255 ? → 80 ?',
  ]);
  expect(rows.map(({ disallowedLoss }) => disallowedLoss)).toEqual([null, 15, null]);
});

test('saved again: another order, fewer columns, days as a spreadsheet writes them', () => {
  const { asOf, rows, issues } = read('saved-again.csv');
  expect(asOf).toBe('2026-05-26');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'lot 118 VTI 2020-01-04 10 @ 160 = 1600 300 → 3000 long',
    'lot 118 VTI 2026-02-09 2 @ 290 = 580 300 → 600 short',
    'total 118 VTI ? 12 @ ? = 2180 ? → 3600 ?',
  ]);
});

describe('what is wrong becomes an issue with its place', () => {
  const text = fixture('saved-again.csv');
  const issuesOf = (changed: string) => schwabLotDetails.read(textFile(changed, 'a.csv')).issues;

  test('a total of another moment', () => {
    const issues = issuesOf(text.replace('$3,600.00', '$3,000.00').replace(',12,--', ',10,--'));
    expect(issues.map(({ code, cell, found }) => [code, cell, found])).toEqual([['H13', 'E6', '10']]);
  });

  test('no title: neither security nor account is known', () => {
    const issues = issuesOf(text.replace(/^.*Lot Details.*\r\n/, ''));
    expect(issues.map(({ code }) => code)).toEqual(['I03', 'I02']);
  });

  test('cells that stand somewhere else are left out', () => {
    const { rows, issues } = schwabLotDetails.read(textFile(fixture('wash-sales-moved.csv').replace('"30","$2.00",', '"30",'), 'a.csv'));
    expect(rows.map(({ kind }) => kind)).toEqual(['skip', 'lot', 'total']);
    expect(issues[0]).toMatchObject({ code: 'I02', cell: 'A4' });
  });
});

test('lots of several positions in one file', () => {
  const { rows } = schwabLotDetails.read(textFile([fixture('nine-columns.csv'), fixture('wash-sales-moved.csv')].join('\r\n')));
  expect(rows.filter(({ kind }) => kind === 'lot').map(({ symbol }) => symbol)).toEqual(['BRK/B', 'BRK/B', 'BRK/B', 'QCLR', 'QCLR']);
});
