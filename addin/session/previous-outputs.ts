import type { AuditRow, DataIssueRow, RunResult } from '../../shared/api/result';
import { isoFromSerial } from '../../shared/excel-dates';
import { outputs } from '../../shared/sheets';
import { readAudit } from '../../shared/sheets/read-audit';
import { readRows } from '../../shared/sheets/read-rows';
import type { IsoDate } from '../../shared/units';
import type { Region, Workbook } from '../../shared/workbook/port';
import { keepTyped } from '../../shared/workbook/sticky';
import { issueKey } from './issue-rows';

/** What the output sheets hold before they are written again. */
export interface PreviousOutputs {
  readonly audit: readonly AuditRow[];
  readonly hasIssuesSheet: boolean;
  /** Day on which a data issue was first seen, by `issueKey`. */
  readonly issuesSeen: ReadonlyMap<string, IsoDate>;
  /** New rows with what people typed into the old ones. */
  keepRun(result: RunResult): RunResult;
  keepIssues(rows: readonly DataIssueRow[]): DataIssueRow[];
}

type OutputName = keyof typeof outputs;

/** Reads the named output sheets, found by their tables wherever the user has put them. */
export async function readOutputs(workbook: Workbook, names: readonly OutputName[]): Promise<PreviousOutputs> {
  const wanted = new Set(names.map((name) => outputs[name].table.toLowerCase()));
  const { regions, date1904 } = await workbook.read(({ table }) => table !== undefined && wanted.has(table.toLowerCase()));
  const region = (name: OutputName): Region | undefined =>
    regions.find(({ table }) => table?.toLowerCase() === outputs[name].table.toLowerCase());
  const keepIssues = (rows: readonly DataIssueRow[]): DataIssueRow[] => keepTyped(outputs.dataIssues, rows, region('dataIssues'), date1904);
  return {
    audit: readAudit(region('audit')),
    hasIssuesSheet: region('dataIssues') !== undefined,
    issuesSeen: seenDays(region('dataIssues'), date1904),
    keepIssues,
    keepRun: (result) => ({
      ...result,
      trades: keepTyped(outputs.trades, result.trades, region('trades'), date1904),
      exceptions: keepTyped(outputs.exceptions, result.exceptions, region('exceptions'), date1904),
      dataIssues: keepIssues(result.dataIssues),
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
