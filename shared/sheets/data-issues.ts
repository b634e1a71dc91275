import type { DataIssueRow } from '../api/result';
import { isLineCell, quoteSheet } from '../workbook/address';
import { day, text, tick, whole } from './columns';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** `D7` of `Holdings` → `Holdings!D7`, which a workbook can link to. */
function linkCell(row: DataIssueRow): DataIssueRow {
  if (!row.sheet || !row.cell || row.cell.includes('!') || isLineCell(row.cell)) return row;
  return { ...row, cell: `${quoteSheet(row.sheet)}!${row.cell}` };
}

/** What is wrong with the inputs, one line for each cause, with a link to the first cell. */
export const dataIssuesSheet: OutputSheet<DataIssueRow> = {
  sheet: 'Data issues',
  table: 'rb_DataIssues',
  title: 'Data issues',
  keyLine: 'Stop = nothing runs · Skip = the accounts named are left out · Warn and Info = the run goes on',
  tabColor: tones.resultTab,
  frozenColumns: 3,
  key: ['code', 'sheet', 'cell', 'column'],
  showRow: linkCell,
  rules: [
    { kind: 'tint', column: 'Severity', beginsWith: 'Stop', fill: tones.blockedFill },
    { kind: 'tint', column: 'Severity', beginsWith: 'Skip', fill: tones.reviewFill },
  ],
  columns: [
    text('severity', 'Severity', 10),
    text('sheet', 'Sheet', 14),
    text('cell', 'Cell', 18, { link: true, note: 'The first cell with the problem; follow the link to go there.' }),
    text('rowKey', 'Row key', 22),
    text('column', 'Column', 16),
    text('found', 'Found', 18),
    text('problem', 'Problem', 60),
    text('suggested', 'Suggested', 40),
    tick('apply', 'Apply', 9, { note: 'Choose TRUE to let REBAL write the suggested value.' }),
    whole('rowsAffected', 'Rows affected', 10),
    text('code', 'Code', 8),
    day('firstSeen', 'First seen', 12),
  ],
};
