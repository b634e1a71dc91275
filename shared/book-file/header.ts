import { z } from 'zod';
import { maxAccounts } from '../api/run-request';
import { contractVersion, tableNames, type TableName } from '../contract';

/** What the first line of a book file says. */
export const headerSchema = z.strictObject({
  format: z.literal('rebal-book'),
  /** Version of the form of the file. */
  version: z.literal(1),
  /** Version of the workbook contract that the rows follow. */
  contract: z.literal(contractVersion),
  /** Day that the book is as of; absent = today. */
  asOf: z.iso.date().optional(),
  /** Three letters; absent = USD. */
  currency: z.string().regex(/^[A-Z]{3}$/).optional(),
  /** Accounts that a run decides; absent = all. */
  accounts: z.array(z.string().min(1).max(100)).min(1).max(maxAccounts).optional(),
  /** Rows by table; a file that has fewer was cut off. Absent: nobody counted. */
  tables: z.partialRecord(z.enum(tableNames as [TableName, ...TableName[]]), z.number().int().nonnegative()).optional(),
});

export type BookHeader = z.infer<typeof headerSchema>;

/** A header in our version of everything. */
export function bookHeader(facts: Pick<BookHeader, 'asOf' | 'currency' | 'accounts' | 'tables'>): BookHeader {
  return { format: 'rebal-book', version: 1, contract: contractVersion, ...facts };
}

/** True for a first line that begins as a book file does. */
export const looksLikeBookFile = (start: string): boolean => /^\uFEFF?\s*\{\s*"format"\s*:\s*"rebal-book"/.test(start);
