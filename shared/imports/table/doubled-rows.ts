import type { Issue } from '../../issue';
import type { CustodianFile, ImportKind, ImportRow } from '../format';
import { importIssue } from '../issues';

/**
 * Rows that a file has twice: a position, or the cash of an account, that says all that another says, or a row without a day that may be the
 * same position. Two lots or transactions may be alike; of them only a whole list that comes twice is told. All are counted as listed.
 */
export function complainOfDoubledRows(file: CustodianFile, rows: readonly ImportRow[]): Issue[] {
  const doubled = [...doubledHoldings(rows), ...(['lot', 'transaction', 'realized-lot'] as const).flatMap((kind) => repeatedList(rows, kind))];
  return [...new Set(doubled.map(({ again }) => again.account))].map((account) => {
    const of = doubled.filter(({ again }) => again.account === account);
    const [{ again, first }] = of;
    const more = of.length > 1 ? `, and ${of.length - 1} more say what others say` : '';
    return {
      ...importIssue('I15', { file: file.name, line: again.line }, {
        accounts: account === null ? undefined : [account],
        message: `Line ${again.line} says again what line ${first.line} says${again.symbol === null ? '' : ` of ${again.symbol}`}${more}; all were counted.`,
        fix: 'Maybe a row was copied, or a file was joined to itself.',
      }),
      rows: of.length,
    };
  });
}

interface Doubled {
  readonly first: ImportRow;
  readonly again: ImportRow;
}

const keys = Object.keys as <Row extends object>(row: Row) => (keyof Row)[];
const isAlike = (a: ImportRow, b: ImportRow): boolean => keys(a).every((key) => key === 'line' || key === 'kind' || a[key] === b[key]);
/** A lot without a day may be a position whose lots are not below it. */
const isWhole = ({ kind, acquired }: ImportRow): boolean => kind === 'position' || kind === 'cash' || (kind === 'lot' && acquired === null);

function doubledHoldings(rows: readonly ImportRow[]): Doubled[] {
  const seen = new Map<string, ImportRow[]>();
  return rows.flatMap((again) => {
    if (!isWhole(again) || !again.quantity) return [];
    const key = JSON.stringify([again.account, again.symbol, again.cusip, again.quantity, again.accountType]);
    const before = seen.get(key) ?? [];
    const first = before.find((row) => (row.kind !== 'lot' || again.kind !== 'lot') && isAlike(row, again));
    if (first === undefined) seen.set(key, [...before, again]);
    return first === undefined ? [] : [{ first, again }];
  });
}

/** The second half of a list whose first half is the same, and is not one row again and again. */
function repeatedList(rows: readonly ImportRow[], kind: ImportKind): Doubled[] {
  const list = rows.filter((row) => row.kind === kind);
  const half = list.length / 2;
  if (!Number.isInteger(half) || half < 2) return [];
  const isRepeated = list.slice(half).every((again, k) => isAlike(list[k], again));
  return isRepeated && !isAlike(list[0], list[1]) ? list.slice(half).map((again, k) => ({ first: list[k], again })) : [];
}
