import type { TradeRow } from '../../shared/api/result';
import type { Account, Lot } from '../../shared/book/book';
import { daysToLongTerm, termOf } from '../../shared/tax/holding-period';
import { cent, isOff, sells, type Case } from './case';

/** Gains are amount less cost, with the character of the lot; a gain near long-term waits, and unknown basis does what the setting says. */
export function gains(each: Case): string[] {
  const { account, book, score } = each;
  const byId = new Map(account.lots.map((lot) => [lot.id, lot]));
  return sells(each.trades).flatMap((trade) => {
    const lot = byId.get(trade.lotId ?? '');
    if (!lot || account.taxType !== 'Taxable') return [];
    return [...gainOf(trade, lot, book.asOf), ...waitOf(trade, lot, account, book.asOf, score.solveStatus === 'Limits relaxed')];
  });
}

function gainOf({ tradeId, amount, quantity, gainOrLoss, term, shortTermGain, longTermGain }: TradeRow, lot: Lot, asOf: string): string[] {
  if (lot.unitCost === null || lot.heldFrom === null) return [];
  const gain = amount - quantity * lot.unitCost;
  const expected = termOf(lot.heldFrom, asOf);
  return [
    ...(gainOrLoss === null || isOff(gainOrLoss, gain, 0.011)
      ? [`${tradeId}: gain is ${gainOrLoss}, ${amount} less cost is ${gain.toFixed(2)}`]
      : []),
    ...(term === expected ? [] : [`${tradeId}: term is ${term}, held from ${lot.heldFrom} it is ${expected}`]),
    ...(((term === 'Short' ? shortTermGain : longTermGain) ?? 0) === (gainOrLoss ?? 0)
      ? []
      : [`${tradeId}: gain is not in the column of its term`]),
  ];
}

function waitOf({ tradeId, amount, quantity }: TradeRow, lot: Lot, { settings }: Account, asOf: string, relaxed: boolean): string[] {
  if (lot.unitCost === null || lot.heldFrom === null)
    return settings.unknownBasis === 'Highest gain' ? [] : [`${tradeId} sells lot ${lot.id}, whose basis or date is unknown`];
  const days = daysToLongTerm(lot.heldFrom, asOf);
  const waits = !relaxed && amount > quantity * lot.unitCost + cent && days > 0 && days <= settings.longTermWait;
  return waits ? [`${tradeId} sells a gain ${days} days before it is long-term`] : [];
}
