import type { Tables } from '../contract';
import type { Issue } from '../issue';
import { sumCents, type IsoDate } from '../units';
import type { Cell } from '../workbook/port';
import type { Combined } from './into/combine';
import { Comparison } from './into/comparison';
import type { ImportMode } from './into/holding-changes';
import type { SecurityChanges } from './into/security-changes';
import { changeTransactions } from './into/transaction-changes';

/** Rows to write into one table of the book. */
export interface TableWrite {
  readonly table: 'holdings' | 'securities' | 'transactions';
  /** Cells by property, on rows that are there; null clears. */
  readonly changed: readonly { readonly row: number; readonly cells: Readonly<Record<string, Cell>> }[];
  readonly added: readonly Readonly<Record<string, Cell>>[];
  /** Rows to clear. */
  readonly gone: readonly number[];
}

/** Rows of Holdings, and dollars at the prices before and after. */
export interface Tally {
  readonly same: number;
  readonly changed: number;
  readonly new: number;
  readonly gone: number;
  readonly dollarsBefore: number;
  readonly dollarsAfter: number;
}

/** What an import would do to one account. */
export interface AccountPreview extends Tally {
  readonly accountId: string;
  readonly fileAccounts: readonly string[];
  readonly files: readonly string[];
  /** The day of the file, and the latest day that the book has of the account. */
  readonly asOf: IsoDate | null;
  readonly asOfBefore: IsoDate | null;
  /** Dollars, as the file states it. */
  readonly custodianTotal: number | null;
}

/** How much one position or the cash of an account would change, in dollars. */
export interface Move {
  readonly accountId: string;
  readonly symbol: string;
  readonly quantityBefore: number;
  readonly quantityAfter: number;
  readonly dollarsBefore: number;
  readonly dollarsAfter: number;
}

/** The consequences of an import, before anything is written. */
export interface Preview {
  readonly mode: ImportMode;
  readonly accounts: readonly AccountPreview[];
  readonly total: Tally;
  /** Largest first. */
  readonly moves: readonly Move[];
  readonly securities: Pick<SecurityChanges, 'added' | 'prices'>;
  readonly transactions: { readonly same: number; readonly new: number };
  readonly issues: readonly Issue[];
  readonly writes: readonly TableWrite[];
}

export interface PreviewOptions {
  readonly mode: ImportMode;
  /** The day of the book. */
  readonly asOf?: IsoDate;
  /** True when Holdings has a column for the property. Absent: it has all. */
  readonly hasColumn?: (property: string) => boolean;
}

/** Compares what files say with what the book has. Nothing is written, and accounts that no file names are not looked at. */
export function previewImport(tables: Tables, combined: Combined, { mode, asOf, hasColumn }: PreviewOptions): Preview {
  const comparison = new Comparison(tables, combined, mode, hasColumn);
  const accounts = combined.accounts.map((coverage) => comparison.account(coverage, asOf));
  const securities = comparison.securities();
  const transactions = changeTransactions(tables.transactions ?? [], combined.transactions);
  return {
    mode,
    accounts,
    total: totalOf(accounts),
    moves: comparison.moves(),
    securities: { added: securities.added, prices: securities.prices },
    transactions: { same: transactions.same, new: transactions.write.added.length },
    issues: [...combined.issues, ...comparison.issues, ...securities.issues],
    writes: [comparison.write(), securities.write, transactions.write],
  };
}

function totalOf(accounts: readonly AccountPreview[]): Tally {
  const sum = (of: (account: AccountPreview) => number): number => accounts.reduce((total, account) => total + of(account), 0);
  return {
    same: sum(({ same }) => same), changed: sum(({ changed }) => changed), new: sum((account) => account.new), gone: sum(({ gone }) => gone),
    dollarsBefore: sumCents(accounts.map(({ dollarsBefore }) => dollarsBefore)),
    dollarsAfter: sumCents(accounts.map(({ dollarsAfter }) => dollarsAfter)),
  };
}
