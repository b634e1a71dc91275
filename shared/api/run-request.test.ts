import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { idempotencyKeySchema, maxAccounts, runRequestSchema } from './run-request';

const schema = runRequestSchema(z.strictObject({ accounts: z.array(z.unknown()) }));
const tables = { accounts: [] };

describe('a request to run a book', () => {
  test('needs only tables', () => {
    expect(schema.parse({ tables })).toEqual({ tables });
  });

  test.each([
    ['no tables', {}],
    ['an unknown field', { tables, asof: '2026-01-02' }],
    ['a day that does not exist', { tables, asOf: '2026-02-30' }],
    ['an empty choice of accounts', { tables, accounts: [] }],
    ['an account without ID', { tables, accounts: [''] }],
    ['too many accounts', { tables, accounts: Array<string>(maxAccounts + 1).fill('A') }],
  ])('is refused with %s', (_why, body) => {
    expect(schema.safeParse(body).success).toBe(false);
  });
});

test.each([
  ['order-1', true],
  ['', false],
  ['with space', false],
  ['line\nbreak', false],
  ['x'.repeat(201), false],
])('idempotency key %p: %p', (key, fine) => {
  expect(idempotencyKeySchema.safeParse(key).success).toBe(fine);
});
