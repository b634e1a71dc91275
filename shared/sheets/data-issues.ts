import type { DataIssueRow } from '../api/result';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** What is wrong with the inputs, one line for each cause, with a link to the first cell. */
export const dataIssuesSheet: OutputSheet<DataIssueRow> = {
  sheet: 'Data issues',
  table: 'rb_DataIssues',
  title: 'Data issues',
  keyLine: 'Stop = nothing runs · Skip = the accounts named are left out · Warn and Info = the run goes on',
  tabColor: tones.resultTab,
  frozenColumns: 3,
  key: ['code', 'sheet', 'cell', 'column'],
  rules: [
    { kind: 'tint', column: 'Severity', beginsWith: 'Stop', fill: tones.blockedFill },
    { kind: 'tint', column: 'Severity', beginsWith: 'Skip', fill: tones.reviewFill },
  ],
  columns: [
    { key: 'severity', header: 'Severity', kind: 'text', format: 'text', width: 10 },
    { key: 'sheet', header: 'Sheet', kind: 'text', format: 'text', width: 14 },
    { key: 'cell', header: 'Cell', kind: 'text', format: 'text', width: 18, link: true, note: 'The first cell with the problem; follow the link to go there.' },
    { key: 'rowKey', header: 'Row key', kind: 'text', format: 'text', width: 22 },
    { key: 'column', header: 'Column', kind: 'text', format: 'text', width: 16 },
    { key: 'found', header: 'Found', kind: 'text', format: 'text', width: 18 },
    { key: 'problem', header: 'Problem', kind: 'text', format: 'text', width: 60 },
    { key: 'suggested', header: 'Suggested', kind: 'text', format: 'text', width: 40 },
    { key: 'apply', header: 'Apply', kind: 'boolean', format: 'text', width: 9, sticky: true, choices: ['TRUE', 'FALSE'], note: 'Choose TRUE to let REBAL write the suggested value.' },
    { key: 'rowsAffected', header: 'Rows affected', kind: 'number', format: 'whole', width: 10 },
    { key: 'code', header: 'Code', kind: 'text', format: 'text', width: 8 },
    { key: 'firstSeen', header: 'First seen', kind: 'date', format: 'date', width: 12 },
  ],
};
