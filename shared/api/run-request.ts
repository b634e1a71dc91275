import { z } from 'zod';

/** Most accounts that a request may name. */
export const maxAccounts = 10_000;

/** Most issues that a request may bring. */
const maxIssues = 10_000;

/** What reading the workbook found, as far as a run depends on it: rows that could not be read are not in the tables. */
export const issueSchema = z.strictObject({
  code: z.string().min(1).max(20),
  severity: z.enum(['stop', 'skip', 'warn', 'info']),
  table: z.string().max(40).optional(),
  sheet: z.string().max(100).optional(),
  cell: z.string().max(20).optional(),
  rowKey: z.string().max(300).optional(),
  column: z.string().max(100).optional(),
  found: z.string().max(1_000).optional(),
  message: z.string().max(2_000),
  fix: z.string().max(2_000).optional(),
  suggested: z.union([z.string().max(1_000), z.number()]).optional(),
  accounts: z.array(z.string().min(1).max(100)).max(100_000).optional(),
  rows: z.number().int().nonnegative(),
  lines: z.array(z.number().int().nonnegative()).max(1_000_000).optional(),
});

/** A request to run a book; `tables` is the contract's schema of the workbook's tables. Unknown fields are faults. */
export function runRequestSchema<Tables extends z.ZodType>(tables: Tables) {
  return z.strictObject({
    /** Day the run decides for; absent = today in New York. */
    asOf: z.iso.date().optional(),
    /** Accounts to decide; absent = all. Others still count for households. */
    accounts: z.array(z.string().min(1).max(100)).min(1).max(maxAccounts).optional(),
    /** What reading the workbook found; accounts of a `skip` are left out, a `stop` refuses the run. */
    issues: z.array(issueSchema).max(maxIssues).optional(),
    tables,
  });
}

/** Header that makes a repeated POST answer with the first run instead of starting another. */
export const idempotencyHeader = 'Idempotency-Key';

/** 1 to 200 visible ASCII characters. */
export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'expected 1 to 200 visible ASCII characters');
