import { counted } from '../../shared/counted';
import type { ImportMode } from '../../shared/imports/into/holding-changes';
import { readingTitle, type ReadExport } from '../../shared/imports/into/open-files';
import type { ImportPlan } from '../../shared/imports/into/plan-import';
import type { Move, Preview } from '../../shared/imports/preview';
import { formatIssue, severities } from '../../shared/issue';

/** What became of an import. */
interface Outcome {
  readonly dryRun: boolean;
  /** Null when nothing was written. */
  readonly written: string | null;
}

const money = (amount: number): string => {
  const shown = `$${Math.abs(amount).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  return amount < 0 ? `(${shown})` : shown;
};
const modes: Readonly<Record<ImportMode, string>> = {
  replace: 'Replaces the holdings of these accounts; others are untouched',
  add: 'Adds rows; nothing is changed or removed',
  update: 'Updates rows by account, symbol and lot; nothing is removed',
};
const mostMoves = 10;
const mostAccounts = 30;

/** The consequences of an import in a screenful: rows and dollars by account, the largest moves, what else changes, what looks wrong. */
export function importSummary({ preview, issues }: ImportPlan, files: readonly ReadExport[], { dryRun, written }: Outcome): string[] {
  const worstFirst = [...issues].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const stops = issues.filter(({ severity }) => severity === 'stop').length;
  const end = written !== null ? `Wrote ${written}` : stops > 0 ? `Nothing was written: ${stops === 1 ? 'one thing stops' : `${stops} things stop`} the import.` : 'Nothing was written (--dry-run).';
  return [
    ...files.map(({ name, reading }) => `${name}: ${readingTitle(reading)}${reading.asOf ? `, as of ${reading.asOf}` : ''}`),
    ...(preview.accounts.length > 0 ? [`${modes[preview.mode]}:`, '', ...accountTable(preview), ''] : []),
    ...moveLines(preview.moves),
    ...otherTables(preview),
    ...worstFirst.map(formatIssue),
    dryRun || written === null ? end : `${end}: ${rowCounts(preview)}`,
  ];
}

const rowCounts = ({ total }: Preview): string => `${counted(total.same, 'row')} same · ${total.changed} changed · ${total.new} new · ${total.gone} gone`;

function accountTable({ accounts, total }: Preview): string[] {
  const header = ['Account', 'In the file', 'As of', 'Same', 'Changed', 'New', 'Gone', 'Before', 'After'];
  const cells = accounts.slice(0, mostAccounts).map((one) => [
    one.accountId, one.fileAccounts.map((account) => account || '(not named)').join(', '), one.asOf ?? '', String(one.same), String(one.changed), String(one.new), String(one.gone), money(one.dollarsBefore), money(one.dollarsAfter),
  ]);
  const rest = accounts.length - mostAccounts;
  const sums = ['Total', rest > 0 ? `and ${rest} more accounts` : '', '', String(total.same), String(total.changed), String(total.new), String(total.gone), money(total.dollarsBefore), money(total.dollarsAfter)];
  return columns([header, ...cells, ...(accounts.length > 1 ? [sums] : [])], [false, false, false, true, true, true, true, true, true]);
}

function moveLines(moves: readonly Move[]): string[] {
  if (moves.length === 0) return [];
  const quantity = (shares: number): string => shares.toLocaleString('en-US', { maximumFractionDigits: 4 });
  const rows = moves.slice(0, mostMoves).map((move) => [`  ${move.accountId} › ${move.symbol}`, quantity(move.quantityBefore), '→', quantity(move.quantityAfter), money(move.dollarsBefore), '→', money(move.dollarsAfter)]);
  const rest = moves.length - mostMoves;
  return [`Largest moves${rest > 0 ? ` (${rest} more)` : ''}:`, ...columns(rows, [false, true, false, true, true, false, true]), ''];
}

function otherTables({ securities, transactions }: Preview): string[] {
  const named = securities.added.length > 8 ? `${securities.added.slice(0, 8).join(', ')} and ${securities.added.length - 8} more` : securities.added.join(', ');
  return [
    ...(securities.added.length > 0 ? [`Securities: ${securities.added.length} new (${named}), which need an asset class`] : []),
    ...(securities.prices.length > 0 ? [`Prices: ${securities.prices.length} new`] : []),
    ...(transactions.new + transactions.same > 0 ? [`Transactions: ${transactions.new} new, ${transactions.same} same`] : []),
  ];
}

function columns(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const widths = right.map((_none, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => (right[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd());
}
