import { issueOf, type Repair } from '../../shared/repairs/repair';
import type { Issue } from '../../shared/issue';

/** One button: the repairs of all issues of a cause that are mended the same way. */
export interface OfferedRepair {
  readonly way: string;
  /** What it does, of the first issue. */
  readonly says: string;
  readonly repairs: readonly Repair[];
  readonly cells: number;
  /** Shown with its first cells before it is done. */
  readonly asks: boolean;
}

/** The ways to mend what a card shows; a cause of many issues has one button for each way. */
export function offeredRepairs(issues: readonly Issue[], repairs: readonly Repair[]): OfferedRepair[] {
  const own = new Set(issues.map(({ code, sheet = '', cell, column }) => issueOf({ code, sheet, cell, column })));
  const ways = new Map<string, Repair[]>();
  for (const repair of repairs) if (own.has(issueOf(repair))) ways.set(repair.way, [...(ways.get(repair.way) ?? []), repair]);
  return [...ways].map(([way, list]) => {
    const cells = list.reduce((sum, repair) => sum + repair.cells.length, 0);
    return { way, says: list[0].says, repairs: list, cells, asks: cells > 1 || list.some(({ asks }) => asks) };
  });
}
