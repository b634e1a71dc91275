import type { Tables } from '../contract';
import type { IsoDate } from '../units';
import { adjustedTransactions } from './adjusted-transactions';
import { adjustedHoldings, type LotAdjustment } from './corporate-actions';
import { withUsedPrices } from './used-prices';

/** The tables as a run takes them, and the lots that corporate actions have restated. */
export interface TablesInForce {
  readonly tables: Tables;
  readonly adjustments: readonly LotAdjustment[];
}

/** Tables with the prices that overrides use and the lots that corporate actions leave. Checks and the book both start from these. */
export function tablesInForce(tables: Tables, asOf: IsoDate): TablesInForce {
  const priced = tables.overrides?.length ? { ...tables, securities: withUsedPrices(tables.securities, tables.overrides, asOf) } : tables;
  if (!priced.corporateActions?.length) return { tables: priced, adjustments: [] };
  const { holdings, adjustments } = adjustedHoldings(priced, asOf);
  return { tables: { ...priced, holdings, transactions: adjustedTransactions(priced, asOf) }, adjustments };
}
