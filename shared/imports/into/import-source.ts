import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import type { Reading } from '..';
import type { ImportRow } from '../format';
import { matchAccounts, type AccountMatch, type KnownAccounts } from './match-accounts';

/** One file that was read. */
export interface ImportSource {
  /** File name, stamped on rows. */
  readonly name: string;
  readonly reading: Reading;
  /** Account IDs by the account as a file of this kind spells it, from its recipe. */
  readonly remembered?: Readonly<Record<string, string>>;
}

/** What a file says about the book's accounts: rows have the book's Account IDs and symbols. */
export interface MappedSource {
  readonly name: string;
  readonly reading: Reading;
  readonly asOf?: IsoDate;
  readonly rows: readonly ImportRow[];
  readonly matches: readonly AccountMatch[];
  /** What reading and matching found. */
  readonly issues: readonly Issue[];
}

export interface MapOptions extends Omit<KnownAccounts, 'remembered'> {
  /** The book's symbol of a row, see `symbolFinder`. */
  readonly symbolOf: (row: Pick<ImportRow, 'symbol' | 'cusip'>) => string | null;
  /** Replaces the day that files state. */
  readonly asOf?: IsoDate;
}

const aboutAccounts = new Set<ImportRow['kind']>(['position', 'lot', 'cash', 'pending-cash', 'transaction', 'realized-lot']);

/** A file in the book's words; rows of accounts that are not found stay out, and the issues say so. */
export function mapSource({ name, reading, remembered }: ImportSource, { symbolOf, asOf, ...known }: MapOptions): MappedSource {
  const about = reading.rows.filter(({ kind }) => aboutAccounts.has(kind));
  const { matches, issues } = matchAccounts(about.map(({ account }) => account ?? ''), { ...known, remembered }, name);
  const ids = new Map(matches.map(({ fileAccount, accountId }) => [fileAccount, accountId]));
  const only = ids.size === 1 ? [...ids.values()][0] : undefined;
  const rows = reading.rows.flatMap((row): ImportRow[] => {
    // A total without an account is the total of the only one.
    const account = ids.get(row.account ?? '') ?? (row.kind === 'total' && row.account === null ? only : undefined);
    if (account === undefined) return [];
    return [{ ...row, account, symbol: row.assetType === 'option' ? row.symbol : symbolOf(row) }];
  });
  // A file that names no account is complete once the user has named it.
  const isFound = matches.every(({ accountId }) => accountId !== undefined);
  const named = reading.issues.filter(({ code }) => code !== 'I03' || !isFound).map((issue) => ({ ...issue, accounts: issue.accounts?.map((account) => ids.get(account) ?? account) }));
  return { name, reading, asOf: asOf ?? reading.asOf, rows, matches, issues: [...named, ...issues] };
}
