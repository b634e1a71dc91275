import Decimal from 'decimal.js';
import type { TradeRow } from '../../shared/api/result';
import { dollars } from '../../shared/units';
import { buys, concerns, isOff, securityOf, sells, type Case } from './case';

/** Only accounts that trade have trades. */
export function decision({ account, score, trades }: Case): string[] {
  const mayTrade = account.status === 'Active' && ['Trade', 'Review'].includes(score.decision);
  return [
    ...(trades.length > 0 && !mayTrade ? [`${trades.length} trades in an account that is ${account.status} and ${score.decision}`] : []),
    ...(score.trades === trades.length ? [] : [`${score.trades} trades are counted, ${trades.length} are listed`]),
    ...(score.decision === 'Trade' && trades.length === 0 ? ['Trade without a trade'] : []),
  ];
}

/** Each lot is sold once at most, of its own security, and no more of it than is held. */
export function lots({ account, trades }: Case): string[] {
  const held = new Map(account.lots.map((lot) => [lot.id, lot]));
  const seen = new Set<string>();
  return sells(trades).flatMap(({ lotId, symbol, quantity }) => {
    const lot = held.get(lotId ?? '');
    if (!lot || lot.symbol !== symbol) return [`${symbol} is sold from lot ${lotId}, which is not a lot of it`];
    const twice = seen.has(lot.id);
    seen.add(lot.id);
    return [
      ...(twice ? [`lot ${lot.id} is sold twice`] : []),
      ...(quantity > lot.quantity ? [`${quantity} shares of lot ${lot.id} are sold, which holds ${lot.quantity}`] : []),
    ];
  });
}

/** Quantities are positive multiples of the tradable step, unless a sale closes the position; nothing is both bought and sold. */
export function quantities(each: Case): string[] {
  const { account, trades } = each;
  return [...new Set(trades.map(({ symbol }) => symbol))].flatMap((symbol) => {
    const ours = trades.filter((trade) => trade.symbol === symbol);
    const sum = (rows: readonly TradeRow[]) => rows.reduce((total, { quantity }) => total.plus(quantity), new Decimal(0));
    const [sold, bought] = [sum(sells(ours)), sum(buys(ours))];
    const held = account.lots.filter((lot) => lot.symbol === symbol).reduce((total, { quantity }) => total.plus(quantity), new Decimal(0));
    const step = account.settings.fractionalShares ? 1e-9 : (securityOf(each, symbol)?.roundTo ?? 1);
    const isStep = (amount: Decimal) => amount.div(step).isInteger();
    return [
      ...(ours.every(({ quantity }) => quantity > 0) ? [] : [`a quantity of ${symbol} is not above 0`]),
      ...(sold.gt(0) && bought.gt(0) ? [`${symbol} is both bought and sold`] : []),
      ...(isStep(bought) ? [] : [`${bought.toString()} of ${symbol} bought in steps of ${step}`]),
      ...(isStep(sold) || sold.minus(held).abs().lt(1e-9) ? [] : [`${sold.toString()} of ${symbol} sold in steps of ${step}`]),
    ];
  });
}

/** Prices are the prices of Securities; amounts are quantity × price; the cash effect is the amount with its sign. */
export function amounts(each: Case): string[] {
  return each.trades.flatMap(({ symbol, action, price, quantity, amount, cashEffect, tradeId }) => {
    const listed = securityOf(each, symbol)?.price;
    return [
      ...(price === listed ? [] : [`${tradeId} is priced ${price}, Securities says ${listed}`]),
      ...(isOff(amount, dollars(quantity, price)) ? [`${tradeId}: ${quantity} × ${price} is not ${amount}`] : []),
      ...(isOff(cashEffect, action === 'Buy' ? -amount : amount) ? [`${tradeId}: cash effect ${cashEffect} of ${action} ${amount}`] : []),
    ];
  });
}

/** What a security may be used for, and what Never buy and Never sell forbid. */
export function permissions(each: Case): string[] {
  return each.trades.flatMap(({ symbol, action }) => {
    const security = securityOf(each, symbol);
    if (!security) return [`${symbol} is not in Securities`];
    const allowed = { Yes: ['Buy', 'Sell'], 'Sell only': ['Sell'], Hold: [], No: [] }[security.tradable] as readonly string[];
    const rules = each.account.restrictions
      .filter((restriction) => restriction.strictness === 'hard' && concerns(restriction, security))
      .map(({ rule }) => rule);
    return [
      ...(allowed.includes(action) ? [] : [`${action} ${symbol}, whose Tradable is ${security.tradable}`]),
      ...(action === 'Buy' && (rules.includes('Never buy') || rules.includes('Never own'))
        ? [`${symbol} is bought against a restriction`]
        : []),
      ...(action === 'Sell' && rules.includes('Never sell') && each.score.solveStatus !== 'Limits relaxed'
        ? [`${symbol} is sold against a restriction`]
        : []),
    ];
  });
}
