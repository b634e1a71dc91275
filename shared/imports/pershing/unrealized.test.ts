import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { textFile } from '../custodian-file';
import { groupPositions } from '../positions';
import { readCells } from '../table/cells';
import { story } from './fixtures/story';
import { pershingUnrealized } from './unrealized';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures/unrealized', name), 'utf8');
const read = (text: string) => pershingUnrealized.read(textFile(text, 'a.csv'));

test('sums with their lots, counted once; a lot of unknown cost; a balance and its lot of 1951', () => {
  const { asOf, rows, issues } = read(fixture('lots-under-sums.csv'));
  expect(asOf).toBe('2026-03-31');
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'cash KLM205533 ? USD ? ? ? 15250.4 @ ? = ? 1 → 15250.4 cash USD',
    'position KLM205533 ? ILF 464287390 ? ? 100 @ 30.5 = 3050 34.69 → 3469',
    'lot KLM205533 ? ILF 464287390 20250109I4CK8R 2025-01-09 60 @ 30 = 1800 34.69 → 2081.4 long',
    'lot KLM205533 ? ILF 464287390 20260203I7I898 2026-02-03 40 @ 31.25 = 1250 34.69 → 1387.6 short',
    'position KLM205533 ? ? G8T49N214 ? ? 100 @ 40.5 = 4050 43.25 → 4325',
    'lot KLM205533 ? ? G8T49N214 20250702AR0I5Z 2025-07-02 100 @ 40.5 = 4050 43.25 → 4325 short',
    'position KLM205533 ? ? G7151GAA7 ? ? 10000 @ ? = ? 129.09 → 12909 bond',
    'lot KLM205533 ? ? G7151GAA7 20240716T5NPOU 2024-07-16 10000 @ ? = ? 129.09 → 12909 bond long',
  ]);
});

test('saved again: sums below their lots, fewer columns, an account column, US days, a total', () => {
  const { rows, issues } = read(fixture('sums-last-saved-again.csv'));
  expect(issues).toEqual([]);
  expect(rows.map(story)).toEqual([
    'cash KLM205533 ? USD ? ? ? 15250.4 @ ? = ? 1 → 15250.4 cash USD',
    'position KLM205533 ? ILF 464287390 ? ? 100 @ ? = 3050 ? → 3469',
    'lot KLM205533 ? ILF 464287390 20250109I4CK8R 2025-01-09 60 @ ? = 1800 ? → 2081.4 long',
    'lot KLM205533 ? ILF 464287390 20260203I7I898 2026-02-03 40 @ ? = 1250 ? → 1387.6 short',
    'position KLM205533 ? ? G8T49N214 ? ? 100 @ ? = 4050 ? → 4325',
    'lot KLM205533 ? ? G8T49N214 20250702AR0I5Z 2025-07-02 100 @ ? = 4050 ? → 4325 short',
    'total ? ? ? ? ? ? ? @ ? = ? ? → 23044.4',
  ]);
  expect(groupPositions(rows).map(({ parent, lots }) => [parent?.quantity, lots.length])).toEqual([[100, 2], [100, 1]]);
});

test('without the column of lot IDs, the row without a day is the sum', () => {
  const cells = readCells(fixture('lots-under-sums.csv')).filter((row) => row.length > 1);
  const kept = cells[0].flatMap((name, column) => (name === 'Taxlot ID' ? [] : [column]));
  const { rows } = read(Papa.unparse(cells.map((row) => kept.map((column) => row[column]))));
  expect(rows.map(({ kind }) => kind)).toEqual(['cash', 'position', 'lot', 'lot', 'position', 'lot', 'position', 'lot']);
});

test('columns in any order read the same, and a cut line is an issue', () => {
  const text = fixture('lots-under-sums.csv');
  const full = read(text).rows;
  const cells = readCells(text);
  const at = cells.findIndex((row) => row.includes('Taxlot ID'));
  const width = cells[at].length;
  fc.assert(
    fc.property(fc.shuffledSubarray([...Array(width).keys()], { minLength: width }), fc.nat(text.length), (order, end) => {
      const moved = cells.map((row, k) => (k < at ? row : order.map((column) => row[column] ?? '')));
      expect(read(Papa.unparse(moved)).rows).toEqual(full);
      const cut = read(text.slice(0, end));
      cut.rows.forEach((row, k) => expect(row).toEqual(full[k]));
    }),
    { numRuns: 100 },
  );
});

test('a total that lots do not add up to, and an account that nothing names', () => {
  expect(read(fixture('sums-last-saved-again.csv').replace('23044.4', '23054.4')).issues).toMatchObject([{ code: 'H13' }]);
  expect(read(fixture('lots-under-sums.csv').replace('Account: KLM205533', '')).issues).toMatchObject([{ code: 'I03' }]);
});

test('lots of others are not taken', () => {
  expect(pershingUnrealized.recognizes(textFile('Symbol,Quantity,Cost Basis,Date Acquired,Market Value\nVTI,3,1,2020-01-02,2'))).toBeLessThan(0.5);
  expect(pershingUnrealized.recognizes(textFile(''))).toBe(0);
  expect(read('nothing').issues).toMatchObject([{ code: 'I01' }]);
});
