import type { Tables } from '../contract';
import type { IsoDate } from '../units';
import type { Override, TradeRequest } from './book';
import { addBusinessDays } from './business-days';
import { liveActions, type CorporateAction } from './corporate-actions';

/** Business days before an action on which *Sell before* begins to sell: two weeks, enough for a plan that limits hold back to be made again. */
export const sellAheadDays = 10;

/** What corporate actions forbid and ask for in every account. */
export interface ActionOrders {
  readonly overrides: readonly Override[];
  readonly requests: readonly TradeRequest[];
}

/** Types after which the old security is gone, so that nobody may buy it. */
const endsSymbol: ReadonlySet<CorporateAction['type']> = new Set(['Cash merger', 'Stock merger', 'Ticker change', 'Delisting']);

/** Whether *Sell before* asks for the sale of a security on a day: in the {@link sellAheadDays} before, the last day before it included. */
export function sellsBefore({ treatment, effective }: CorporateAction, asOf: IsoDate): boolean {
  return treatment === 'Sell before' && asOf < effective && effective <= addBusinessDays(asOf, sellAheadDays);
}

/** What actions forbid and ask for on `asOf`: no purchase of what is about to be sold or gone, and the sales ahead of a day. */
export function actionOrders(tables: Tables, asOf: IsoDate, findSymbol: (typed: string | undefined) => string | undefined): ActionOrders {
  const told = liveActions(tables).flatMap((action) => {
    const symbol = findSymbol(action.symbol);
    const isSold = sellsBefore(action, asOf);
    if (symbol === undefined || !(isSold || (action.effective <= asOf && endsSymbol.has(action.type)))) return [];
    const source = `Corporate actions${action.row === undefined ? '' : ` row ${action.row}`}`;
    return [{ symbol, isSold, source, reason: `${action.type} of ${symbol} on ${action.effective}` }];
  });
  return {
    overrides: told.map(({ symbol, source, reason }) => ({ kind: 'No buys', symbol, reason, source })),
    requests: told.filter(({ isSold }) => isSold).map(({ symbol, source, reason }) => ({ action: 'Sell all', symbol, mode: 'Must', reason, source })),
  };
}
