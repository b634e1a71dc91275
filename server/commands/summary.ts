import type { RunResult, ScoreRow } from '../../shared/api/result';
import { counted } from '../../shared/counted';

/** Whole dollars; an amount below zero is in parentheses, as on the sheets. */
function dollars(amount: number): string {
  const shown = `$${Math.round(Math.abs(amount)).toLocaleString('en-US')}`;
  return Math.round(amount) < 0 ? `(${shown})` : shown;
}

const percent = (fraction: number | null): string => (fraction === null ? '' : `${(100 * fraction).toFixed(1)} %`);

/** Accounts shown one by one; a larger book shows its counts. */
const mostAccounts = 20;

/** A run in a screenful: what was decided, for whom, and what it is worth. */
export function summary({ run, scores, exceptions, dataIssues }: RunResult): string[] {
  const { decisions } = run;
  const issues = (severity: string): number => dataIssues.filter((issue) => issue.severity === severity).length;
  return [
    `Run ${run.id} as of ${run.asOf}${run.partial ? ' (stopped early: only the finished accounts)' : ''}`,
    `${counted(run.accounts, 'account')}: ${decisions.Trade} trade · ${decisions.Review} review · ${decisions['No trade']} no trade · ${decisions.Skipped} skipped · ${decisions.Blocked} blocked`,
    `${counted(run.trades, 'trade')}: ${dollars(run.sold)} sold, ${dollars(run.bought)} bought · est. tax ${dollars(run.estTax)} · net score ${dollars(run.netScore)} (${run.netScoreBp.toFixed(1)} bp)`,
    `${counted(exceptions.length, 'exception')} · data issues: ${issues('Stop')} stop, ${issues('Skip')} skip, ${issues('Warn')} warn, ${issues('Info')} info`,
    ...(scores.length > 0 && scores.length <= mostAccounts ? ['', ...accountTable(scores)] : []),
  ];
}

function accountTable(scores: readonly ScoreRow[]): string[] {
  const header = ['Account', 'Decision', 'Value', 'Score', 'Drift', '', 'Trades', 'Est. tax', 'Why'];
  const rows = scores.map((score) => [
    `${score.level === 'Member' ? '  ' : ''}${score.accountId}`, score.decision, score.value === null ? '' : dollars(score.value),
    score.netScoreBp === null ? '' : `${score.netScoreBp.toFixed(1)} bp`,
    percent(score.driftBefore), score.driftAfter === null ? '' : `→ ${percent(score.driftAfter)}`,
    String(score.trades), score.estTax === null ? '' : dollars(score.estTax), score.why,
  ]);
  const right = [false, false, true, true, true, false, true, true, false];
  const widths = header.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  return [header, ...rows].map((row) => row
    .map((cell, column) => (right[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd());
}
