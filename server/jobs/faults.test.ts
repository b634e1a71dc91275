import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { faultsOf, fieldPath, maxFaults } from './faults';

const schema = z.strictObject({
  tables: z.strictObject({
    holdings: z.array(
      z.strictObject({ symbol: z.string().max(10), quantity: z.number().min(0), term: z.enum(['Short', 'Long']).optional() }),
    ),
  }),
});
const faults = (input: unknown) => {
  const checked = schema.safeParse(input);
  if (checked.success) throw new Error('The input has no fault.');
  return faultsOf(checked.error, input);
};
const holding = { symbol: 'VTI', quantity: 1 };
const first = (row: object) => faults({ tables: { holdings: [holding, { ...holding, ...row }] } }).faults[0];

test.each([
  [{ quantity: 'abc' }, 'tables.holdings[1].quantity', 'Expected number, found "abc".'],
  [{ quantity: undefined }, 'tables.holdings[1].quantity', 'Missing: expected number.'],
  [{ quantity: -2 }, 'tables.holdings[1].quantity', 'Too small: expected number to be >=0, found -2.'],
  [{ symbol: ['x'] }, 'tables.holdings[1].symbol', 'Expected string, found a list of 1.'],
  [{ symbol: { deep: 1 } }, 'tables.holdings[1].symbol', 'Expected string, found an object.'],
  [{ term: 'Medium' }, 'tables.holdings[1].term', 'Expected one of "Short"|"Long", found "Medium".'],
  [{ quantitty: 1 }, 'tables.holdings[1].quantitty', 'Unknown field. Maybe its name is misspelled.'],
])('%j is a fault at %s', (row, path, message) => {
  expect(first(row)).toEqual({ path, message });
});

test('values are cut short', () => {
  expect(first({ quantity: 'x'.repeat(10_000) })?.message.length).toBeLessThan(80);
});

test('counts every fault and lists the first hundred', () => {
  const row = Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`extra${n}`, n]));
  const { faults: listed, count } = faults({
    tables: {
      holdings: [
        { ...holding, ...row },
        { ...holding, ...row },
      ],
    },
  });
  expect(listed).toHaveLength(maxFaults);
  expect(count).toBe(140);
});

test.each([
  [['tables', 'holdings', 12, 'quantity'], 'tables.holdings[12].quantity'],
  [['odd name', 'x'.repeat(100)], `["odd name"]["${'x'.repeat(39)}…"]`],
  [[], '(body)'],
])('the path %j is written %s', (path, text) => {
  expect(fieldPath(path)).toBe(text);
});
