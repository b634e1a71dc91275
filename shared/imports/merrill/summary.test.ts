import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { merrillSummary } from './summary';

const text = readFileSync(join(__dirname, 'fixtures/summary/two-accounts.csv'), 'utf8');
const read = (changed: string) => {
  const { rows, ...rest } = merrillSummary.read(textFile(changed, 'PortfolioSummary_06122026.csv'));
  return { ...rest, rows: rows.map(({ kind, account, accountName, quantity, marketValue, subAccountType }) => [kind, account, accountName, quantity, marketValue, subAccountType]) };
};

test('cash of each account, money borrowed, and the net value as a check', () => {
  expect(read(text)).toEqual({
    asOf: '2026-06-12',
    issues: [],
    rows: [
      ['cash', '51A-20B77', 'CMA-Edge', 0.89, 0.89, null],
      ['cash', '51A-20B77', 'CMA-Edge', -1000, -1000, 'Margin'],
      ['total', '51A-20B77', 'CMA-Edge', null, 24400.56, null],
      ['cash', '51A-30C88', 'Kids', 12, 12, null],
      ['total', '51A-30C88', 'Kids', null, 752.21, null],
    ],
  });
});

test('a debt printed without a minus is a debt, since the net value says so', () => {
  expect(read(text.replace('(1,000.00)', '1,000.00'))).toEqual(read(text));
});

test('a margin credit is money', () => {
  const { rows, issues } = read(text.replace('(1,000.00)', '1,000.00').replace('24,400.56', '26,400.56'));
  expect(issues).toEqual([]);
  expect(rows[1]).toEqual(['cash', '51A-20B77', 'CMA-Edge', 1000, 1000, 'Margin']);
});

test('what does not add up is said, with its place', () => {
  const { issues } = read(text.replace('"752.21"', '"762.21"'));
  expect(issues).toMatchObject([{ code: 'H13', cell: 'N3', found: '762.21', accounts: ['51A-30C88'] }]);
});

test('an unknown balance is no row and no zero', () => {
  const { rows } = read(text.replace('"12.00"', '"--"').replace('"752.21"', '"--"'));
  expect(rows.at(-1)).toEqual(['total', '51A-30C88', 'Kids', null, null, null]);
  expect(rows).toHaveLength(4);
});

test('a last row without an account is the sum of all', () => {
  const sum = (net: string) => `${text}"Total","","","","12.89","368.21","25,771.67","(1,000.00)","","","","","","${net}",\n`;
  expect(read(sum('25,152.77')).issues).toEqual([]);
  expect(read(sum('25,152.77')).rows.at(-1)).toEqual(['total', null, null, null, 25152.77, null]);
  expect(read(sum('25,172.77')).issues).toMatchObject([{ code: 'H13', cell: 'N4' }]);
});
