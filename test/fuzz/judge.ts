import type { Reading } from '../../shared/imports';
import type { ImportRow } from '../../shared/imports/format';
import type { Issue } from '../../shared/issue';

/** What a mutation does to the truth. */
export interface Expectation {
  /** The line of the unchanged file that a line of the mutated one was; undefined when it is none of them. */
  readonly lineBefore?: (line: number) => number | undefined;
  /** A line of the unchanged file whose own figures may differ: one of its cells says something else now. */
  readonly rewritten?: number;
  /** The figure that the changed cell of that line says now; NaN when it says none. */
  readonly says?: number;
  /** Lines of the unchanged file that are gone: where the file states totals, the loss must show. */
  readonly lost?: readonly number[];
  /** Lines of the mutated file cannot be told apart: a row may be any of the unchanged file. */
  readonly isAnyLine?: boolean;
  /** Columns are gone: what is computed from others in their place is the file's own claim. */
  readonly isNarrower?: boolean;
  /** Every row must come back, as nothing that matters was changed. */
  readonly isWhole?: boolean;
  /** The only figure that was changed: where others of its row, or sums of the file, contradict it, an issue must say so. */
  readonly slip?: Slip;
  /** So much was changed that nobody could know of every row. */
  readonly isUntraced?: boolean;
  /** What was done shows in the file itself, so an issue must speak of this line of the mutated file; 0 is any. */
  readonly told?: number;
}

/** A figure that says something else now; `says` is NaN when it is none. */
export interface Slip {
  /** Line of the file. */
  readonly line: number;
  readonly was: number;
  readonly says: number;
}

const figures = ['quantity', 'unitCost', 'costBasis', 'price', 'marketValue', 'proceeds', 'gain', 'disallowedLoss', 'amount', 'fees'] as const;
const facts = [...figures, 'acquired', 'closed', 'date'] as const;
const general = new Set(['I01', 'I10', 'I13', 'I16', 'H13', 'I23', 'I04']);
/** Complaints about a file, a table or a sum of many rows: they speak of every row. A day of one row is only its own. */
export const speaksOfAll = ({ code, severity, rowKey }: Issue): boolean => severity === 'stop' || (general.has(code) && !(code === 'I10' && rowKey !== undefined));
const holdings: readonly string[] = ['position', 'lot', 'realized-lot'];
/** A total is only ever a check, what is left out is not taken in, and a holding without a name or a quantity is refused when it is imported (I07). */
export const counts = ({ kind, symbol, cusip, quantity }: ImportRow): boolean =>
  kind !== 'skip' && kind !== 'total' && !(holdings.includes(kind) && (quantity === null || (symbol ?? cusip) === null));

/** A reading that nobody could accept, whatever the file: figures that are none. */
export function impossibleFigure({ rows }: Pick<Reading, 'rows'>): string | undefined {
  for (const row of rows) {
    for (const key of figures) {
      const value = row[key];
      if (value !== null && (!Number.isFinite(value) || Object.is(value, -0))) return `${key} of line ${row.line} is ${Object.is(value, -0) ? '-0' : value}`;
    }
    for (const key of ['acquired', 'closed', 'date'] as const) {
      const day = row[key];
      if (day !== null && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return `${key} of line ${row.line} is ${day}`;
    }
  }
  return undefined;
}

/** What a mutated file's reading says that is not so, and that no issue speaks of; undefined when all is well. */
export function silentError(truth: Reading, reading: Reading, { lineBefore = (line) => line, rewritten, says, lost, isWhole, isAnyLine, isNarrower, isUntraced }: Expectation): string | undefined {
  if (isUntraced) return undefined;
  if (isGuess(reading) && (!isGuess(truth) || isNarrower)) return undefined;
  const fresh = freshIssues(truth.issues, reading.issues);
  if (fresh.some(speaksOfAll)) return undefined;
  const known = byLine(truth.rows);
  // One cell may change what the columns of a guessed table are taken to mean, of which two costs are the likeliest.
  const isLoose = isNarrower || (isGuess(truth) && (rewritten !== undefined || fresh.some(({ code }) => code === 'I02')));
  const compared = facts.filter((key) => !isLoose || !computed.has(key));
  const blamed = linesOf(truth.issues);
  const knowsMore = reading.format !== truth.format || isNarrower === true || isGuess(truth);
  for (const row of reading.rows.filter(counts)) {
    const line = lineBefore(row.line);
    if (line !== undefined && blamed.has(line)) continue;
    if (speaksOf(fresh, row) || (isNarrower && row.quantity === 0)) continue;
    if (line !== undefined && line === rewritten) {
      const invented = says === undefined ? undefined : unsaid(row, known.get(line) ?? [], says);
      if (invented !== undefined) return `line ${row.line}: ${invented}`;
      continue;
    }
    const candidates = isAnyLine ? truth.rows.filter(counts) : [...(line === undefined ? [] : (known.get(line) ?? [])), ...sameHoldings(truth.rows, row)];
    const wrong = differing(row, candidates, compared, knowsMore);
    if (wrong !== undefined) return `line ${row.line}: ${wrong}`;
  }
  if (isWhole && fresh.length === 0 && reading.rows.filter(counts).length < truth.rows.filter(counts).length) return 'rows are missing in silence';
  return lost && fresh.length === 0 && !truth.issues.some(({ code }) => code === 'H13') ? missedLoss(truth, lost) : undefined;
}

/** The user is shown how every column of a guessed table was read, and asked. */
const isGuess = ({ format }: Reading): boolean => format === undefined || format === 'generic-table';

/** What formats compute from other columns, or take from another of its kind, where the file does not state it. */
const computed: ReadonlySet<string> = new Set(['unitCost', 'costBasis', 'gain', 'amount', 'fees', 'proceeds', 'acquired', 'closed', 'date']);

const linesOf = (issues: readonly Issue[]): Set<number> => new Set(issues.flatMap(({ cell }) => (cell === undefined ? [] : [Number(/\d+$/.exec(cell)?.[0])])));

function byLine(rows: readonly ImportRow[]): Map<number, ImportRow[]> {
  const lines = new Map<number, ImportRow[]>();
  for (const row of rows.filter(counts)) lines.set(row.line, [...(lines.get(row.line) ?? []), row]);
  return lines;
}

/** A quantity that neither the old line says nor its changed cell; prices and costs may be computed from others. */
function unsaid(row: ImportRow, before: readonly ImportRow[], says: number): string | undefined {
  const quantity = Math.abs(row.quantity ?? 0);
  const isSaid = quantity === 0 || quantity === Math.abs(says) || before.some((one) => isSame(quantity, Math.abs(one.quantity ?? Number.NaN)));
  return isSaid ? undefined : `quantity is ${row.quantity}, and the changed cell says ${says}`;
}

/** Undefined when one of `candidates` says all that `row` says; what is not known is never wrong. */
function differing(row: ImportRow, candidates: readonly ImportRow[], compared: readonly (typeof facts)[number][], knowsMore: boolean): string | undefined {
  if (compared.every((key) => row[key] === null)) return undefined;
  const wrong = (candidate: ImportRow) => compared.find((key) => row[key] !== null && !isSame(row[key], candidate[key]) && (!knowsMore || candidate[key] !== null));
  const all = candidates.map((candidate) => ({ candidate, key: wrong(candidate) }));
  if (all.some(({ key }) => key === undefined)) return undefined;
  const [first] = all;
  return first?.key === undefined ? `a ${row.kind} of ${row.symbol} that the file does not have` : `${first.key} is ${row[first.key]}, not ${first.candidate[first.key]}`;
}

/** A row may take the place of another that says the same: the lot of a sum that is gone. */
const sameHoldings = (rows: readonly ImportRow[], { symbol, account, quantity }: ImportRow): ImportRow[] =>
  rows.filter((row) => counts(row) && row.symbol === symbol && row.account === account && row.quantity === quantity);

/** The same to the rounding of what is computed where the file no longer states it. */
const isSame = (a: string | number | null, b: string | number | null): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 0.006 + 1e-6 * Math.abs(b) : a === b;

/** Issues beyond those that the unchanged file has. */
export function freshIssues(before: readonly Issue[], after: readonly Issue[]): Issue[] {
  const seen = new Map<string, number>();
  const name = ({ code, found, rowKey }: Issue): string => `${code} ${rowKey} ${found}`;
  for (const issue of before) seen.set(name(issue), (seen.get(name(issue)) ?? 0) + 1);
  return after.filter((issue) => {
    const left = seen.get(name(issue)) ?? 0;
    seen.set(name(issue), left - 1);
    return left <= 0;
  });
}

/** On its line, its symbol or its account. */
function speaksOf(issues: readonly Issue[], { line, symbol, account }: ImportRow): boolean {
  return issues.some(({ cell, rowKey, accounts }) =>
    cell === undefined || Number(/\d+$/.exec(cell)?.[0]) === line || (rowKey !== undefined && rowKey === symbol) || (account !== null && accounts?.includes(account)));
}

/** A file that states the total of an account must miss the dollars of a row that is gone. */
function missedLoss({ rows }: Reading, lost: readonly number[]): string | undefined {
  const gone = rows.filter(({ line, kind, marketValue }) => lost.includes(line) && (kind === 'position' || kind === 'cash') && Math.abs(marketValue ?? 0) > 1)
    .filter(({ symbol, account }) => !rows.some((row) => row.kind === 'lot' && row.symbol === symbol && row.account === account)); // Its lots stand for it.
  const stated = new Set(rows.filter(({ kind, marketValue, line }) => kind === 'total' && marketValue !== null && !lost.includes(line)).map(({ account }) => account));
  const missed = gone.find(({ account, symbol }) => stated.has(account) && symbol !== null);
  return missed && `line ${missed.line} (${missed.symbol}, ${missed.marketValue}) is gone and the total of ${missed.account} stands`;
}
