import type { ImportAction } from '../format';
import { findAction, type ActionRule, type Effect } from '../table/actions';

/** Words of Transaction Type; the first that match count. */
const rules: readonly ActionRule[] = [
  [/^(?:sweep|corp action|conversion|expired|assigned|exercised|return of capital|merger|spin)/i, 'Other'],
  [/\bsplit\b/i, 'Split'],
  [/reinvest/i, 'Reinvest'],
  [/^(?:buy|purchase|recurring contribution|contribution aip|exchange in|automatic investment)\b/i, 'Buy'],
  [/^(?:sell|sold|redemption|exchange out)\b/i, 'Sell'],
  [/^(?:dividend|capital gain|income|partnership|st cap gain|lt cap gain|distribution \()/i, 'Dividend'],
  [/^interest/i, 'Interest'],
  [/\b(?:fee|withholding|withheld|tax)\b/i, 'Fee'],
  [/^(?:transfer|share (?:transfer|conversion)|journal)/i, 'Shares moved'],
  [/^(?:funds? |contribution|deposit|withdrawal|distribution|rollover|employer|payroll|wire|eft|direct deposit|check)/i, 'Money moved'],
];

/** The action of a row. Where the type is only *Dividend*, shares and the description may say that it was reinvested; transferred money is a deposit or withdrawal, and a contribution to a plan buys its shares. */
export function readAction(type: string | null, description: string | null, effect: Effect): ImportAction {
  const action = findAction(type, rules, effect) ?? findAction(description, rules, effect) ?? exchanged(type, effect) ?? 'Other';
  if (action === 'Dividend' && effect.quantity && /reinvest/i.test(description ?? '')) return 'Reinvest';
  if ((action === 'Transfer in' || action === 'Transfer out') && !effect.quantity) return moneyMoved(effect);
  if ((action === 'Deposit' || action === 'Withdrawal') && effect.quantity) return effect.quantity > 0 ? 'Buy' : 'Sell';
  return action;
}

const moneyMoved = ({ amount }: Effect): ImportAction => (!amount ? 'Other' : amount > 0 ? 'Deposit' : 'Withdrawal');

/** One fund for another, within one account: bought when shares came. */
function exchanged(type: string | null, { quantity }: Effect): ImportAction | undefined {
  if (!/^exchange/i.test(type ?? '') || !quantity) return undefined;
  return quantity > 0 ? 'Buy' : 'Sell';
}

/** The sign of the cash of an action, for files that print every amount without one. */
export const signOf = (action: ImportAction): -1 | 1 => (['Buy', 'Reinvest', 'Fee', 'Withdrawal'].includes(action) ? -1 : 1);
