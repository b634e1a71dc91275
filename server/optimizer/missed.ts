import { outcome } from './linear';
import type { Plan } from './plan';
import { rowValue } from './row-value';
import { violation, type Row, type Tier } from './rows/row';
import type { AccountSnapshot } from './snapshot';

/** A row and by how much a plan misses it (fraction of value). */
export interface Missed {
  readonly row: Row;
  readonly by: number;
}

/** Violations below this fraction of value are noise. */
export const noise = 1e-7;

/** The rows a plan misses. */
export function missedRows(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan): Missed[] {
  const after = outcome(snapshot, plan);
  return rows.flatMap((row) => {
    const by = violation(row, rowValue(row, snapshot, plan, after));
    return by > noise ? [{ row, by }] : [];
  });
}

/** What the rows of a tier are missed by together. */
export function totalMissed(missed: readonly Missed[], tier: Tier): number {
  return missed.reduce((sum, { row, by }) => sum + (row.tier === tier ? by : 0), 0);
}
