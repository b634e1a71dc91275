import type { Account, Book } from '../../shared/book/book';
import { buildBook } from '../../shared/book/build-book';
import { nameFinder, nameKey } from '../../shared/book/names';
import type { Tables } from '../../shared/contract';
import type { Issue } from '../../shared/issue';
import type { IsoDate } from '../../shared/units';
import { asPercent } from '../optimizer/rows/row';
import { doubtfulRows, type DoubtfulRow } from './doubtful-rows';
import { suspension, suspensions } from './suspensions';
import type { Suspension } from './unit';
import { washScopeOf } from './wash-scope';
import { isMindedByOthers, withDoubts } from './with-doubts';
import { withoutDoubtful, type SoundTables } from './without-doubtful';

/** A book in which doubt is kept to the trades that depend on it, where the setting asks for that; the other accounts it touches are suspended. */
export interface Confined {
  readonly book: Book;
  readonly suspended: ReadonlyMap<string, Suspension>;
}

/**
 * Most of an account's value that may be in doubt while its other trades go on. Is the true value anything from nothing to twice
 * the known one, every other weight is off by at most this part of itself: a quarter of the default band of 20 %.
 */
export const mostDoubtfulShare = 0.05;

/** A `skip` issue with the rows it puts in doubt; without them it can only be met by leaving the account out. */
interface Skip {
  readonly issue: Issue;
  readonly rows?: readonly DoubtfulRow[];
}

/** The book of the tables with what its `skip` issues ask for. Where no account isolates doubt, the book is as the tables have it. */
export function confine(issues: readonly Issue[], tables: Tables, asOf: IsoDate): Confined {
  const plain = buildBook(tables, asOf);
  const isolating = plain.accounts.filter(isolates);
  const skips = isolating.length === 0 ? [] : skipsOf(issues, tables, plain).filter((skip) => touches(skip, isolating, plain));
  const rows = skips.flatMap((skip) => skip.rows ?? []);
  const sound = withoutDoubtful(tables, rows, plain.currency);
  const book = rows.length === 0 ? plain : withDoubts(buildBook(sound.tables, asOf), rows);
  const named = skipsByAccount(skips);
  const suspended = new Map(suspensions(issues));
  for (const account of book.accounts.filter(isolates)) {
    const reason = whySuspended(account, named.get(account.id) ?? [], book, sound);
    if (reason) suspended.set(account.id, reason);
    else suspended.delete(account.id);
  }
  return { book, suspended };
}

const isolates = ({ settings }: Account): boolean => settings.isolateDoubt === 'Trades';

/** Skips with the accounts of their rows spelled as in Accounts. */
function skipsOf(issues: readonly Issue[], tables: Tables, { accounts }: Book): Skip[] {
  const find = nameFinder(accounts.map(({ id }) => id));
  return issues.filter(({ severity }) => severity === 'skip').map((issue) => ({
    issue, rows: doubtfulRows(issue, tables)?.map((row) => (row.accountId === undefined ? row : { ...row, accountId: find(row.accountId) ?? row.accountId })),
  }));
}

/** Whether an account that isolates doubt is named, or must mind a doubtful trade of another. */
function touches({ issue, rows = [] }: Skip, isolating: readonly Account[], book: Book): boolean {
  const named = new Set(issue.accounts);
  const traders = new Set(rows.filter(isMindedByOthers).map(({ accountId }) => accountId));
  const others = traders.size === 0 ? [] : book.accounts.filter(({ id }) => traders.has(id));
  return isolating.some((account) => named.has(account.id) || others.some(washScopeOf(book, account)));
}

function skipsByAccount(skips: readonly Skip[]): ReadonlyMap<string, readonly Skip[]> {
  const found = new Map<string, Skip[]>();
  for (const skip of skips) {
    for (const id of skip.issue.accounts ?? []) {
      const list = found.get(id);
      if (list) list.push(skip);
      else found.set(id, [skip]);
    }
  }
  return found;
}

/** Why an account that isolates doubt must wait all the same; undefined when its doubts are confined. */
function whySuspended(account: Account, skips: readonly Skip[], book: Book, sound: SoundTables): Suspension | undefined {
  for (const skip of skips) {
    const why = beyondRows(account, skip, sound);
    if (why !== undefined) return suspension(skip.issue, why);
  }
  const worth = skips.flatMap(({ rows = [] }) => rows).filter(({ kind }) => kind === 'price' || kind === 'quantity');
  const share = worth.length === 0 ? 0 : doubtfulShare(account, worth, book);
  const first = skips.find(({ rows }) => rows?.some((row) => worth.includes(row)));
  return first && share > mostDoubtfulShare
    ? suspension(first.issue, ` ${asPercent(share)} of the account is in doubt; its other trades go on up to ${asPercent(mostDoubtfulShare)}.`) : undefined;
}

/** What keeps an issue from being confined, as words after its message; undefined when it can be. */
function beyondRows(account: Account, { rows }: Skip, { unpriced, unvalued }: SoundTables): string | undefined {
  if (!rows) return '';
  const own = rows.filter(({ accountId, kind }) => accountId === undefined || accountId === account.id || kind === 'price');
  if (rows.length > 0 && own.length === 0) return '';
  const isUnknown = own.some(({ kind, table, line, symbol }) => (kind === 'price' && unpriced.has(nameKey(symbol)) && account.lots.some((lot) => nameKey(lot.symbol) === nameKey(symbol)))
    || (kind === 'quantity' && table === 'holdings' && unvalued.has(line)));
  if (isUnknown) return ' Nothing else says what it is worth: there is no Market value.';
  const { transitionMonths, daysBetweenTrades } = account.settings;
  const isTimed = transitionMonths > 0 || daysBetweenTrades > 0;
  return isTimed && own.some(({ kind }) => kind === 'transaction') ? ' What the account may trade depends on its recent transactions.' : undefined;
}

/** Part of the account's value, cash included, that lots of a doubtful price or quantity make up. */
function doubtfulShare({ id, lots, cash }: Account, worth: readonly DoubtfulRow[], { securities }: Book): number {
  const symbols = new Set(worth.flatMap(({ kind, symbol }) => (kind === 'price' ? [nameKey(symbol)] : [])));
  const lines = new Set(worth.flatMap(({ kind, line, accountId }) => (kind === 'quantity' && accountId === id ? [line] : [])));
  const valueOf = (of: Account['lots']): number => of.reduce((sum, { symbol, quantity }) => sum + quantity * (securities.get(symbol)?.price ?? 0), 0);
  const doubtful = valueOf(lots.filter(({ symbol, row }) => symbols.has(nameKey(symbol)) || (row !== undefined && lines.has(row))));
  const whole = valueOf(lots) + cash;
  return doubtful === 0 ? 0 : whole > 0 ? doubtful / whole : 1;
}
