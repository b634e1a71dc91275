import { z } from 'zod';

/** Most accounts that a request may name. */
export const maxAccounts = 10_000;

/** A request to run a book; `tables` is the contract's schema of the workbook's tables. Unknown fields are faults. */
export function runRequestSchema<Tables extends z.ZodType>(tables: Tables) {
  return z.strictObject({
    /** Day the run decides for; absent = today in New York. */
    asOf: z.iso.date().optional(),
    /** Accounts to decide; absent = all. Others still count for households. */
    accounts: z.array(z.string().min(1).max(100)).min(1).max(maxAccounts).optional(),
    tables,
  });
}

/** Header that makes a repeated POST answer with the first run instead of starting another. */
export const idempotencyHeader = 'Idempotency-Key';

/** 1 to 200 visible ASCII characters. */
export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'expected 1 to 200 visible ASCII characters');
