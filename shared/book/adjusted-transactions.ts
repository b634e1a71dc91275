import Decimal from 'decimal.js';
import type { Tables } from '../contract';
import { cleanShares, type IsoDate } from '../units';
import { liveActions, type CorporateAction } from './corporate-actions';
import { unusableTerms } from './lot-adjustments';
import { nameKey } from './names';
import type { Row } from './rows';

/** Types after which earlier trades count in new shares: the position goes on under another name or number. */
const goesOn: ReadonlySet<CorporateAction['type']> = new Set(['Split', 'Stock merger', 'Ticker change']);

/**
 * Transactions before an action that lots are adjusted for, in the shares and under the symbol of today, so that they meet the
 * lots they made when wash sales are looked for.
 */
export function adjustedTransactions(tables: Tables, asOf: IsoDate): readonly Row<'transactions'>[] | undefined {
  const actions = liveActions(tables).filter((action) =>
    action.treatment === 'Adjust lots' && action.effective <= asOf && goesOn.has(action.type) && unusableTerms(action).length === 0);
  return actions.reduce((rows, action) => rows?.map((row) => restated(row, action)), tables.transactions);
}

function restated(row: Row<'transactions'>, { symbol, newSymbol, ratio = 1, effective }: CorporateAction): Row<'transactions'> {
  if (nameKey(row.symbol) !== nameKey(symbol) || row.date >= effective) return row;
  return { ...row, symbol: newSymbol ?? row.symbol, quantity: cleanShares(new Decimal(row.quantity).times(ratio).toNumber()) };
}
