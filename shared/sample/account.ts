import type { TableRow } from '../contract';
import { toCents, type IsoDate } from '../units';
import type { Calendar } from './calendar';
import { lostZeros } from './planted';

/** A lot as the families write it: symbol, shares, dollars per share, and the day or how many days ago. */
type LotLine = readonly [symbol: string, quantity: number, unitCost: number, acquired: number | IsoDate];

/** One account of the sample's families, in as few words as possible. */
export interface SampleAccount {
  readonly row: TableRow<'accounts'>;
  /** Dollars of cash, held as `cashIn`. */
  readonly cash: number;
  readonly cashIn?: string;
  readonly lots: readonly LotLine[];
}

/** The account's rows of Holdings: its lots, then its cash. */
export function accountHoldings({ row, lots, cash, cashIn = 'CASH' }: SampleAccount, calendar: Calendar): TableRow<'holdings'>[] {
  const lotRows = lots.map(([symbol, quantity, unitCost, acquired]): TableRow<'holdings'> => ({
    accountId: row.accountId === lostZeros.accountId && symbol === lostZeros.symbol ? lostZeros.typed : row.accountId,
    symbol,
    quantity,
    costBasis: toCents(quantity * unitCost),
    acquired: typeof acquired === 'number' ? calendar.ago(acquired) : acquired,
  }));
  return [...lotRows, { accountId: row.accountId, symbol: cashIn, quantity: cash }];
}
