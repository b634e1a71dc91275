import type { Issue } from '../../issue';
import type { Workbook } from '../../workbook/port';
import { isCandidate, proposeMap } from './propose-map';

const percent = (confidence: number): string => `${Math.round(confidence * 100)} % sure`;

/**
 * Adds guesses to what is missing: the user's table that could stand for one of the contract (G01), the column that could
 * stand for one of it (G02). The rest of the workbook is looked at only when something is missing.
 */
export async function suggestMapping(workbook: Pick<Workbook, 'read'>, issues: readonly Issue[]): Promise<readonly Issue[]> {
  const isOpen = ({ code, severity }: Issue): boolean => severity === 'stop' && (code === 'G01' || code === 'G02');
  if (!issues.some(isOpen)) return issues;
  const { tables } = proposeMap(await workbook.read(isCandidate));
  return issues.map((issue) => {
    const guess = isOpen(issue) ? tables.find(({ table }) => table === issue.table) : undefined;
    if (!guess) return issue;
    if (issue.code === 'G01') return { ...issue, suggested: guess.yourTable, fix: `Maybe it is "${guess.yourTable}" (${percent(guess.confidence)}); adopt the workbook to say so.` };
    const column = guess.yourTable === issue.sheet || guess.block.region.sheet === issue.sheet ? guess.columns.find(({ header }) => header === issue.column) : undefined;
    if (!column || column.yourColumn === '') return issue;
    // A small misspelling was named already.
    if (column.yourColumn === issue.found) return { ...issue, suggested: column.yourColumn };
    return { ...issue, suggested: column.yourColumn, fix: `Maybe it is called "${column.yourColumn}" (${percent(column.confidence)}); adopt the workbook to say so.` };
  });
}
