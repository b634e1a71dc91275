import type { ExceptionRow } from '../api/result';
import { moment, text, whole } from './columns';
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
    text('severity', 'Severity', 10, { note: 'Block stops the account’s trades; Review asks for a look; Info is for the record.' }),
    text('state', 'State', 14),
    text('accountId', 'Account ID', 13),
    text('account', 'Account', 20),
    text('whatHappened', 'What happened', 46),
    text('limit', 'Limit', 13),
    text('actual', 'Actual', 13),
    text('overBy', 'Over by', 13),
    text('whatIsInTheWay', 'What is in the way', 50),
    text('suggestedFix', 'Suggested fix', 46),
    text('source', 'Source', 24, { link: true }),
    whole('tradesAffected', 'Trades affected', 11),
    text('resolution', 'Resolution', 16, { sticky: true, choices: ['Accept', 'Fix input', 'Override until…', 'Escalate'] }),
    text('resolutionNote', 'Resolution note', 30, { sticky: true }),
    text('by', 'By', 14, { group: 'Record' }),
    moment('at', 'At', 17, { group: 'Record' }),
    text('code', 'Code', 10, { group: 'Record' }),
    text('runId', 'Run ID', 22, { group: 'Record' }),
  ],
};
