import type { IsoDate } from '../../shared/units';
import { importRow, type ImportRow } from '../../shared/imports/format';
import type { AccountPart } from '../../shared/imports/into/import-account';
import { IssueTally } from '../../shared/imports/into/issue-tally';
import { accountMatcher, maskedTail, type AccountMatches } from '../../shared/imports/into/match-accounts';
import { openExports } from './open-exports';
import { Spool } from './spool';

/** How accounts and symbols of files are found in the book. */
export interface KnownBook {
  /** Empty for a new book: then the accounts of the files are its accounts. */
  readonly accountIds: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  readonly symbolOf: (row: Pick<ImportRow, 'symbol' | 'cusip'>) => string | null;
  readonly asOf?: IsoDate;
}

/** A part as it lies on disk: rows without what they do not say. */
export type PackedPart = Omit<AccountPart, 'rows'> & { readonly rows: readonly Partial<ImportRow>[] };

/** What many files say, on disk by account. */
export interface SpooledExports {
  readonly parts: Spool<PackedPart>;
  readonly issues: IssueTally;
  readonly files: number;
}

const about = new Set<ImportRow['kind']>(['position', 'lot', 'cash', 'pending-cash', 'transaction', 'realized-lot']);

/** Reads exports, one in memory at a time. */
export async function spoolExports(paths: readonly string[], known: KnownBook): Promise<SpooledExports> {
  const parts = new Spool<PackedPart>();
  return readInto(parts, paths, known).catch((error: unknown) => {
    parts.close();
    throw error;
  });
}

async function readInto(parts: Spool<PackedPart>, paths: readonly string[], known: KnownBook): Promise<SpooledExports> {
  const issues = new IssueTally();
  const match = known.accountIds.length > 0 ? accountMatcher(known) : asSpelled(known.named);
  for (const path of paths) {
    for (const { name, reading } of await openExports([path])) {
      const { matches, issues: unmatched } = match(reading.rows.filter(({ kind }) => about.has(kind)).map(({ account }) => account ?? ''), name);
      const isFound = matches.every(({ accountId }) => accountId !== undefined);
      issues.add([...reading.issues.filter(({ code }) => code !== 'I03' || !isFound), ...unmatched]);
      const ids = new Map(matches.flatMap(({ fileAccount, accountId }) => (accountId === undefined ? [] : [[fileAccount, accountId] as const])));
      const listsPositions = reading.rows.some(({ kind }) => kind === 'position');
      for (const [accountId, { fileAccount, rows }] of byAccount(reading.rows, ids, known)) {
        parts.add(accountId, { file: name, format: reading.format, fileAccount, asOf: known.asOf ?? reading.asOf, listsPositions, rows: rows.map(packRow) });
      }
    }
  }
  return { parts, issues, files: paths.length };
}

/** In a new book an account is called as the first file spells it; one that no file names is not taken. */
function asSpelled(named: Readonly<Record<string, string>>): (fileAccounts: readonly string[], file?: string) => AccountMatches {
  const nothing = accountMatcher({ accountIds: [...new Set(Object.values(named))], named });
  return (fileAccounts, file) => {
    const { matches, issues } = nothing(fileAccounts.filter((account) => account === '' || named[account] !== undefined), file);
    return { matches: [...matches, ...[...new Set(fileAccounts)].filter((account) => account !== '' && named[account] === undefined).map((account) => ({ fileAccount: account, accountId: account }))], issues };
  };
}

/** The account of a new book that a masked number is: the only one that ends as it does. */
export function unmasked(keys: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...keys];
  const letters = all.flatMap((id) => (maskedTail(id) === undefined ? [{ id, text: id.toUpperCase().replace(/[^A-Z0-9]/g, '') }] : []));
  return new Map(all.map((id) => {
    const tail = maskedTail(id);
    const fits = tail === undefined ? [] : letters.filter(({ text }) => text.endsWith(tail));
    return [id, fits.length === 1 ? fits[0].id : id];
  }));
}

function byAccount(rows: readonly ImportRow[], ids: ReadonlyMap<string, string>, { symbolOf }: KnownBook): Map<string, { fileAccount: string; rows: ImportRow[] }> {
  const found = new Map<string, { fileAccount: string; rows: ImportRow[] }>();
  const only = ids.size === 1 ? [...ids.keys()][0] : undefined;
  for (const row of rows) {
    // A total without an account is the total of the only one.
    const fileAccount = row.account ?? (row.kind === 'total' ? only : '') ?? '';
    const account = ids.get(fileAccount);
    if (account === undefined || row.kind === 'skip') continue;
    const mapped = { ...row, account, symbol: row.assetType === 'option' ? row.symbol : symbolOf(row) };
    const list = found.get(account);
    if (list) list.rows.push(mapped);
    else found.set(account, { fileAccount, rows: [mapped] });
  }
  return found;
}

const packRow = (row: ImportRow): Partial<ImportRow> => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Partial<ImportRow>;

/** A part with its rows as they were read, under the account's name in the book. */
export function unpackPart({ rows, ...part }: PackedPart, account: string): AccountPart {
  return { ...part, rows: rows.map(({ kind = 'skip', line = 0, ...known }) => importRow(kind, line, { ...known, account })) };
}
