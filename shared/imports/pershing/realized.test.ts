import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textFile } from '../custodian-file';
import { pershingRealized } from './realized';

const text = readFileSync(join(__dirname, 'fixtures/realized/sales-and-sums.csv'), 'utf8');
const read = (content: string) => pershingRealized.read(textFile(content, 'a.csv'));

test('sales, lot by lot; sums of several are left aside; a loss that was disallowed; an unknown cost', () => {
  const { asOf, rows, issues } = read(text);
  expect(asOf).toBe('2026-03-31');
  expect(issues).toEqual([]);
  const known = { account: 'KLM205533', accountName: 'BIRCH HOLDINGS' };
  expect(rows).toMatchObject([
    { ...known, kind: 'skip', symbol: 'XLE' },
    { ...known, kind: 'realized-lot', symbol: 'XLE', acquired: '2025-02-03', closed: '2026-03-02', quantity: 200, costBasis: 17100, proceeds: 18400, gain: 1300, term: 'long', washSale: null },
    { ...known, kind: 'realized-lot', symbol: 'XLE', acquired: '2025-11-10', closed: '2026-03-02', quantity: 100, costBasis: 8450, proceeds: 9200, gain: 750, term: 'short' },
    { ...known, kind: 'realized-lot', symbol: 'ILF', quantity: 50, gain: -100, washSale: true, disallowedLoss: 40 },
    { ...known, kind: 'realized-lot', symbol: null, cusip: 'G8T49N214', acquired: null, costBasis: null, gain: null, proceeds: 425, term: null },
  ]);
  expect(rows).toHaveLength(5);
});

test('a line that is cut is an issue, and so is an account that nothing names', () => {
  expect(read(text.slice(0, text.lastIndexOf('425') + 2)).issues).toMatchObject([{ code: 'I02', cell: 'A11' }]);
  expect(read(text.replace('Account: KLM205533', '')).issues).toMatchObject([{ code: 'I03' }]);
  expect(read('nothing').issues).toMatchObject([{ code: 'I01' }]);
});

test('sales of others are not taken', () => {
  expect(pershingRealized.recognizes(textFile('Symbol,Closed Date,Quantity,Proceeds\nVTI,2020-01-02,3,2'))).toBeLessThan(0.5);
});

test('without opening days a sum cannot be told from a lot without a term, and is left out', () => {
  const narrower = text.replace(/Opening Date,/, '').replace(/,(?:Multiple|\d{4}-\d{2}-\d{2}),(?=2026-)/g, ',');
  const { rows, issues } = read(narrower);
  expect(rows[0]).toMatchObject({ kind: 'skip', symbol: 'XLE' });
  expect(issues).toContainEqual(expect.objectContaining({ code: 'I02', severity: 'skip', rowKey: 'XLE', cell: expect.stringMatching(/7$/) as string }));
});
