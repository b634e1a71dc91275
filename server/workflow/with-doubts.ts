import type { Account, Book, Security } from '../../shared/book/book';
import type { Doubt } from '../../shared/book/doubts';
import { compareText } from '../../shared/book/names';
import { symbolFinder } from '../../shared/book/securities';
import type { DoubtfulRow } from './doubtful-rows';
import { washScopeOf } from './wash-scope';

/** A purchase or a loss in doubt counts for wash sales wherever else its class is traded. */
export const isMindedByOthers = ({ kind }: Pick<Doubt, 'kind'>): boolean => kind === 'date' || kind === 'transaction';

/** What is in doubt of a security is so in every account. */
const isOfSecurity = ({ kind }: Pick<Doubt, 'kind'>): boolean => kind === 'price' || kind === 'security';

/** The book with its doubts where plans look for them: at securities, and at each account that must mind a row. */
export function withDoubts(book: Book, rows: readonly DoubtfulRow[]): Book {
  const doubts = withoutRepeats(rows.map(doubtIn(book)));
  const ofSecurities = new Map(doubts.filter(isOfSecurity).map((doubt) => [doubt.symbol, doubt]));
  const ofAccounts = doubts.filter((doubt) => !isOfSecurity(doubt));
  return {
    ...book,
    securities: new Map([...book.securities].map(([symbol, security]): [string, Security] => {
      const doubt = ofSecurities.get(symbol);
      return [symbol, doubt ? { ...security, doubt } : security];
    })),
    accounts: book.accounts.map((account) => withOwn(account, mindedBy(account, ofAccounts, book), book)),
  };
}

/** Turns rows into doubts; the security is that of the lot, which a corporate action may have renamed. */
function doubtIn({ accounts, securities }: Book): (row: DoubtfulRow) => Doubt {
  const find = symbolFinder(securities);
  const lotSymbols = new Map(accounts.flatMap(({ lots }) => lots.flatMap(({ row, symbol }) => (row === undefined ? [] : [[row, symbol] as const]))));
  return ({ kind, table, line, accountId, symbol: typed, source }) => {
    if (kind === 'cash') return { kind, accountId, source };
    const symbol = (table === 'holdings' ? lotSymbols.get(line) : undefined) ?? find(typed) ?? typed.trim();
    if (isOfSecurity({ kind })) return { kind, symbol, source };
    return { kind, accountId, symbol, washClass: securities.get(symbol)?.washClass ?? symbol, ...(table === 'holdings' ? { lotRow: line } : {}), source };
  };
}

/** Each doubt once, in an order of its own; where several issues found it, the first one names the cell. */
function withoutRepeats(doubts: readonly Doubt[]): Doubt[] {
  const found = new Map<string, Doubt>();
  for (const doubt of doubts) {
    const key = JSON.stringify([doubt.kind, doubt.symbol, doubt.accountId, doubt.lotRow]);
    if (!found.has(key)) found.set(key, doubt);
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, doubt]) => doubt);
}

function mindedBy(account: Account, doubts: readonly Doubt[], book: Book): Doubt[] {
  const minds = washScopeOf(book, account);
  const others = new Set(doubts.filter(isMindedByOthers).map(({ accountId }) => accountId));
  const scope = others.size === 0 ? new Set<string>() : new Set(book.accounts.filter((other) => others.has(other.id) && minds(other)).map(({ id }) => id));
  return doubts.filter((doubt) => doubt.accountId === account.id || (isMindedByOthers(doubt) && scope.has(doubt.accountId ?? '')));
}

/** An account with a doubtful transaction may have traded today: it trades only for what is worth it even then. */
function withOwn(account: Account, doubts: readonly Doubt[], { asOf }: Book): Account {
  if (doubts.length === 0) return account;
  const isLate = doubts.some(({ kind, accountId }) => kind === 'transaction' && accountId === account.id);
  return { ...account, doubts, ...(isLate ? { lastTraded: asOf } : {}) };
}
