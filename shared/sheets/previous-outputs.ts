import type { AuditRow, DataIssueRow, RunResult } from '../api/result';
import { isoFromSerial } from '../excel-dates';
import { outputs } from '.';
import { readAudit } from './read-audit';
import { readRows } from './read-rows';
import type { IsoDate } from '../units';
import type { Region, Workbook } from '../workbook/port';
import { keepTyped } from '../workbook/sticky';
import { issueKey } from './issue-rows';

/** What the output sheets hold before they are written again. */
export interface PreviousOutputs {
  readonly audit: readonly AuditRow[];
  readonly hasIssuesSheet: boolean;
  /** New rows with what people typed into the old ones, and the day each issue was first seen, `today` for new ones. */
  keepRun(result: RunResult, today: IsoDate): RunResult;
  keepIssues(rows: readonly DataIssueRow[], today: IsoDate): DataIssueRow[];
}

type OutputName = keyof typeof outputs;

/** Reads the named output sheets, found by their tables wherever the user has put them. */
export async function readOutputs(workbook: Workbook, names: readonly OutputName[]): Promise<PreviousOutputs> {
  const wanted = new Set(names.map((name) => outputs[name].table.toLowerCase()));
  const { regions, date1904 } = await workbook.read(({ table }) => table !== undefined && wanted.has(table.toLowerCase()));
  const region = (name: OutputName): Region | undefined =>
    regions.find(({ table }) => table?.toLowerCase() === outputs[name].table.toLowerCase());
  const seen = seenDays(region('dataIssues'), date1904);
  const keepIssues = (rows: readonly DataIssueRow[], today: IsoDate): DataIssueRow[] => {
    const dated = rows.map((row) => ({ ...row, firstSeen: seen.get(issueKey(row.code, row.sheet, row.column)) ?? today }));
    return keepTyped(outputs.dataIssues, dated, region('dataIssues'), date1904);
  };
  return {
    audit: readAudit(region('audit')),
    hasIssuesSheet: region('dataIssues') !== undefined,
    keepIssues,
    keepRun: (result, today) => ({
      ...result,
      trades: keepTyped(outputs.trades, result.trades, region('trades'), date1904),
      exceptions: keepTyped(outputs.exceptions, result.exceptions, region('exceptions'), date1904),
      dataIssues: keepIssues(result.dataIssues, today),
    }),
  };
}

function seenDays(region: Region | undefined, date1904: boolean): Map<string, IsoDate> {
  return new Map(
    readRows(outputs.dataIssues, region).flatMap(({ code, sheet, column, firstSeen }) => {
      const day = typeof firstSeen === 'number' ? isoFromSerial(firstSeen, date1904) : undefined;
      return day ? [[issueKey(String(code), sheet as string | null, column as string | null), day] as const] : [];
    }),
  );
}
