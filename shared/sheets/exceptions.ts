import type { ExceptionRow } from '../api/result';
import type { OutputSheet } from './sheet';
import { tones } from './tones';

/** The few accounts that deserve a look, with the limit, the actual, and what is in the way. */
export const exceptionsSheet: OutputSheet<ExceptionRow> = {
  sheet: 'Exceptions',
  table: 'rb_Exceptions',
  title: 'Exceptions',
  keyLine: 'Blue = you type · "What is in the way" is the smallest set of rules that cannot all hold',
  tabColor: tones.resultTab,
  frozenColumns: 3,
  key: ['accountId', 'code', 'whatHappened'],
  rules: [
    { kind: 'tint', column: 'State', beginsWith: 'Resolved', wholeRow: true, color: tones.muted },
    { kind: 'tint', column: 'Severity', beginsWith: 'Block', fill: tones.blockedFill },
    { kind: 'tint', column: 'Severity', beginsWith: 'Review', fill: tones.reviewFill },
    { kind: 'divider', column: 'Account ID', color: tones.line },
  ],
  columns: [
    { key: 'severity', header: 'Severity', kind: 'text', format: 'text', width: 10, note: 'Block stops the account’s trades; Review asks for a look; Info is for the record.' },
    { key: 'state', header: 'State', kind: 'text', format: 'text', width: 14 },
    { key: 'accountId', header: 'Account ID', kind: 'text', format: 'text', width: 13 },
    { key: 'account', header: 'Account', kind: 'text', format: 'text', width: 20 },
    { key: 'whatHappened', header: 'What happened', kind: 'text', format: 'text', width: 46 },
    { key: 'limit', header: 'Limit', kind: 'text', format: 'text', width: 13 },
    { key: 'actual', header: 'Actual', kind: 'text', format: 'text', width: 13 },
    { key: 'overBy', header: 'Over by', kind: 'text', format: 'text', width: 13 },
    { key: 'whatIsInTheWay', header: 'What is in the way', kind: 'text', format: 'text', width: 50 },
    { key: 'suggestedFix', header: 'Suggested fix', kind: 'text', format: 'text', width: 46 },
    { key: 'source', header: 'Source', kind: 'text', format: 'text', width: 24, link: true },
    { key: 'tradesAffected', header: 'Trades affected', kind: 'number', format: 'whole', width: 11 },
    { key: 'resolution', header: 'Resolution', kind: 'text', format: 'text', width: 16, sticky: true, choices: ['Accept', 'Fix input', 'Override until…', 'Escalate'] },
    { key: 'resolutionNote', header: 'Resolution note', kind: 'text', format: 'text', width: 30, sticky: true },
    { key: 'by', header: 'By', kind: 'text', format: 'text', width: 14, group: 'Record' },
    { key: 'at', header: 'At', kind: 'date', format: 'time', width: 17, group: 'Record' },
    { key: 'code', header: 'Code', kind: 'text', format: 'text', width: 10, group: 'Record' },
    { key: 'runId', header: 'Run ID', kind: 'text', format: 'text', width: 22, group: 'Record' },
  ],
};
