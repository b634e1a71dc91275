import type { DataIssueRow } from '../../shared/api/result';
import { isoFromSerial } from '../../shared/excel-dates';
import { outputs } from '../../shared/sheets';
import { readRows } from '../../shared/sheets/read-rows';
import type { IsoDate } from '../../shared/units';
import type { Workbook } from '../../shared/workbook/port';

type Named = Partial<Record<keyof DataIssueRow, unknown>>;

/** The same problem of the same column: its first cell may move when rows are sorted. */
const keyOf = ({ code, sheet, column }: Named): string => [code, sheet, column].map((part) => String(part ?? '')).join('\n');

/** Data issues with the day on which the workbook's own sheet has them first; `today` for those it does not have. */
export async function withFirstSeen(workbook: Workbook, issues: readonly DataIssueRow[], today: IsoDate): Promise<DataIssueRow[]> {
  const { regions, date1904 } = await workbook.read(({ table }) => table?.toLowerCase() === outputs.dataIssues.table.toLowerCase());
  const seen = new Map(
    readRows(outputs.dataIssues, regions[0]).flatMap((row) => {
      const day = typeof row.firstSeen === 'number' ? isoFromSerial(row.firstSeen, date1904) : undefined;
      return day === undefined ? [] : [[keyOf(row), day] as const];
    }),
  );
  return issues.map((issue) => ({ ...issue, firstSeen: seen.get(keyOf(issue)) ?? today }));
}
