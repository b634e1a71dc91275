import { z } from 'zod';
import type { DataIssueRow, ExceptionRow, RunSummary, ScoreRow, TradeRow } from './result';

/**
 * One page of a run's results. A page holds whole accounts, in the order of `scores` of the run's result;
 * `run` and `dataIssues` are on the first page, `null` and empty on the others.
 */
export interface ResultsPage {
  readonly run: RunSummary | null;
  readonly scores: readonly ScoreRow[];
  readonly trades: readonly TradeRow[];
  readonly exceptions: readonly ExceptionRow[];
  readonly dataIssues: readonly DataIssueRow[];
  /** Cursor of the next page; absent on the last one. */
  readonly next?: string;
}

const row = z.looseObject({});

/** The page's outline for the API description; rows have the fields of the output sheets, see `result.ts`. */
export const resultsPageSchema = z.object({
  run: row.nullable(),
  scores: z.array(row),
  trades: z.array(row),
  exceptions: z.array(row),
  dataIssues: z.array(row),
  next: z.string().optional(),
});

/** Accounts on a page when the caller does not say, and at most. */
export const pageLimit = { usual: 200, most: 1000 } as const;
