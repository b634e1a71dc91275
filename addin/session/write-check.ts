import { counted } from '../../shared/counted';
import { dataIssuesSheet, MOST_ISSUES } from '../../shared/sheets';
import { sheetContent } from '../../shared/sheets/sheet';
import { quoteSheet } from '../../shared/workbook/address';
import { localDay } from '../../shared/local-day';
import { issueRows } from '../../shared/sheets/issue-rows';
import { readOutputs } from '../../shared/sheets/previous-outputs';
import type { OpenWorkbook } from './ports';
import type { CheckReport } from './state';

/** Writes what a check found. A clean check makes no sheet, but clears the one of the check before. */
export async function writeCheck(
  workbook: OpenWorkbook,
  report: CheckReport,
  now: Date,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const { issues } = report;
  const previous = await readOutputs(workbook, ['dataIssues']);
  if (issues.length === 0 && !previous.hasIssuesSheet) return;
  const rows = previous.keepIssues(issueRows(issues), localDay(now)).slice(0, MOST_ISSUES);
  const linked = rows.map((row) => (row.sheet && row.cell ? { ...row, cell: `${quoteSheet(row.sheet)}!${row.cell}` } : row));
  await workbook.write([sheetContent(dataIssuesSheet, linked, statusLine(report, now))], progress);
}

/** `Checked 2026-11-20 09:28 · as of 2026-11-20 · 3 problems`. */
function statusLine({ at, asOf, issues }: CheckReport, now: Date): string {
  const more = issues.length - MOST_ISSUES;
  const parts = [`Checked ${localDay(now)} ${at}`, `as of ${asOf}`, counted(issues.length, 'problem')];
  return [...parts, ...(more > 0 ? [`${more.toLocaleString('en-US')} more not shown`] : [])].join(' · ');
}
