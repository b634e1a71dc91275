import { money } from '../../checks/check';
import type { Issue } from '../../issue';
import { sumCents, type IsoDate } from '../../units';
import { toHoldings, type ImportedHolding } from '../apply';
import type { ImportRow } from '../format';
import type { ImportedSecurity } from '../imported-security';
import { importIssue } from '../issues';
import { chooseFiles } from './choose-files';
import type { MappedSource } from './import-source';
import { toTransactions, type ImportedTransaction } from './transactions';

/** What the files together say about one account. */
export interface AccountCoverage {
  readonly accountId: string;
  readonly fileAccounts: readonly string[];
  readonly files: readonly string[];
  /** The latest day that one of the files states. */
  readonly asOf?: IsoDate;
  /** True when a file lists the account's positions, so that what it does not list is gone; files of lots may hold one symbol. */
  readonly isWhole: boolean;
  readonly hasCash: boolean;
  /** Symbols that a file names but that were not taken: what the book has of them stays. */
  readonly untaken: ReadonlySet<string>;
  /** The custodian's total of the account in dollars; null where no file states one. */
  readonly total: number | null;
}

/** Several files as one: each share, dollar and trade once. */
export interface Combined {
  readonly accounts: readonly AccountCoverage[];
  readonly holdings: readonly ImportedHolding[];
  readonly securities: readonly ImportedSecurity[];
  readonly transactions: readonly ImportedTransaction[];
  readonly issues: readonly Issue[];
}

/** Combines files of the same accounts: lots stand in for the position of another file when they add up to it. */
export function combine(sources: readonly MappedSource[], currency?: string): Combined {
  const { takes, issues } = chooseFiles(sources);
  const applied = sources.map(({ reading, rows, name, asOf }, index) =>
    toHoldings({ ...reading, asOf, rows: rows.filter((row) => takes(index, row)) }, { source: name, currency }));
  const { transactions, issues: placeless } = toTransactions(sources);
  const holdings = applied.flatMap((one) => one.holdings);
  return {
    holdings,
    transactions,
    accounts: coverageOf(sources, holdings),
    securities: securitiesOf(sources, currency),
    issues: [...sources.flatMap((source) => source.issues), ...applied.flatMap((one) => one.issues), ...issues, ...placeless, ...sources.flatMap(pending)],
  };
}

/** Prices come from all rows, also of positions whose lots lie in another file; the newest file's price counts. */
function securitiesOf(sources: readonly MappedSource[], currency: string | undefined): ImportedSecurity[] {
  const newestFirst = [...sources].sort((a, b) => ((a.asOf ?? '') < (b.asOf ?? '') ? 1 : (a.asOf ?? '') > (b.asOf ?? '') ? -1 : 0));
  const found = new Map<string, ImportedSecurity>();
  for (const { reading, rows, asOf } of newestFirst) {
    for (const security of toHoldings({ ...reading, asOf, rows }, { currency }).securities) {
      const key = security.symbol.toUpperCase();
      if (!found.has(key)) found.set(key, security);
    }
  }
  return [...found.values()];
}

function coverageOf(sources: readonly MappedSource[], holdings: readonly ImportedHolding[]): AccountCoverage[] {
  const taken = new Set(holdings.map(({ accountId, symbol }) => `${accountId} › ${symbol.toUpperCase()}`));
  const claims = new Map<string, { readonly source: MappedSource; readonly rows: readonly ImportRow[] }[]>();
  for (const source of sources) {
    const byAccount = new Map<string, ImportRow[]>();
    for (const row of source.rows) {
      const list = byAccount.get(row.account ?? '');
      if (list) list.push(row);
      else byAccount.set(row.account ?? '', [row]);
    }
    for (const [accountId, rows] of byAccount) if (rows.some(isHolding)) claims.set(accountId, [...(claims.get(accountId) ?? []), { source, rows }]);
  }
  // A file of positions in which an account has cash only: it sold everything.
  const listsPositions = new Set(sources.filter(({ reading }) => reading.rows.some(({ kind }) => kind === 'position')));
  return [...claims].map(([accountId, here]) => {
    const rows = here.flatMap((one) => one.rows);
    const isWhole = here.some(({ source }) => listsPositions.has(source));
    const mentioned = rows.filter(isShares).map(({ symbol }) => (symbol ?? '').toUpperCase());
    return {
      accountId,
      fileAccounts: [...new Set(here.flatMap(({ source }) => source.matches.filter((match) => match.accountId === accountId).map(({ fileAccount }) => fileAccount)))],
      files: here.map(({ source }) => source.name),
      asOf: here.map(({ source }) => source.asOf).filter((day) => day !== undefined).sort().at(-1),
      isWhole,
      hasCash: rows.some(({ kind }) => kind === 'cash'),
      untaken: new Set(mentioned.filter((symbol) => !taken.has(`${accountId} › ${symbol}`))),
      total: isWhole ? totalOf(here.map((one) => one.rows)) : null,
    };
  });
}

const isShares = ({ kind }: ImportRow): boolean => kind === 'position' || kind === 'lot';
const isHolding = (row: ImportRow): boolean => isShares(row) || row.kind === 'cash';

/** Of subtotals and totals the largest is the account's; of files, the first that has one. */
function totalOf(files: readonly (readonly ImportRow[])[]): number | null {
  for (const rows of files) {
    const totals = rows.flatMap(({ kind, marketValue }) => (kind === 'total' && marketValue !== null ? [marketValue] : []));
    if (totals.length > 0) return Math.max(...totals);
  }
  return null;
}

/** Money that is on its way is in no balance yet. */
function pending({ name, rows }: MappedSource): Issue[] {
  const amounts = rows.filter(({ kind }) => kind === 'pending-cash');
  return [...new Set(amounts.map(({ account }) => account ?? ''))].map((account) => {
    const here = amounts.filter((row) => row.account === account);
    const sum = sumCents(here.map(({ quantity, marketValue, amount }) => quantity ?? marketValue ?? amount ?? 0));
    return importIssue('I25', { file: name, line: here[0].line }, {
      accounts: [account],
      message: `${name} has pending activity of ${money(sum)} in ${account}, which is not in Holdings.`,
      fix: 'It comes with a file of a later day.',
    });
  });
}
