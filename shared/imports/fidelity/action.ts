import type { ImportAction } from '../format';
import { findAction, type ActionRule, type Effect } from '../table/actions';

/** Fidelity's words at the beginning of Action; the first that match count. */
const rules: readonly ActionRule[] = [
  [/\b(?:cancel(?:led|ed)?|cxl)\b/i, 'Other'],
  [/^(?:you bought|buy\b|purchase into core|purchased? |exchange in\b)/i, 'Buy'],
  [/^(?:you sold|sell\b|sold\b|redemption payout|redemption from core|redeemed|exchange out\b)/i, 'Sell'],
  [/^(?:reinvestment|reinvest)/i, 'Reinvest'],
  [/\b(?:tax paid|foreign tax|non-resident tax|tax w\/h|tax withheld|fee charged|fee reversal|advisor fee|advisory fee|adjust fee|recordkeeping fee|\w+ fee)\b/i, 'Fee'],
  [/^(?:dividend|div\b|qualified dividend|muni exempt div|long-term cap gain|short-term cap gain|lt cap gain|st cap gain|royalty)/i, 'Dividend'],
  [/^(?:interest|muni exempt int|taxable int|margin interest|bond interest|us treas int|fully paid)/i, 'Interest'],
  [/\bsplit\b/i, 'Split'],
  [/^(?:transferred|transfer of assets|transfer|journaled|rollover shares|acat)/i, 'Shares moved'],
  [/^(?:direct deposit|direct debit|electronic funds|eft|wire|check|bill pay|debit card|cash advance|atm|deposit|withdrawal|cash contribution|contributions?\b|partic contr|co contr|rollover cash|normal distr|early dist|rollover|payroll)/i, 'Money moved'],
];

/** The action of a row of the history. Moved shares are a transfer, moved money a deposit or withdrawal; a contribution to a plan buys shares. */
export function readAction(words: string | null, effect: Effect): ImportAction {
  const action = findAction(words, rules, effect) ?? 'Other';
  const movesMoney = action === 'Deposit' || action === 'Withdrawal';
  if (movesMoney && effect.quantity) return effect.quantity > 0 ? 'Buy' : 'Sell';
  if ((action !== 'Transfer in' && action !== 'Transfer out') || effect.quantity) return action;
  if (!effect.amount) return 'Other';
  return effect.amount > 0 ? 'Deposit' : 'Withdrawal';
}

/** `YOU BOUGHT … as of 02/15/2019` was posted late: the day it happened. */
export const asOfDay = (words: string | null): string | null => /\bas of\s+(\S+)/i.exec(words ?? '')?.[1].replace(/[^\dA-Z]+$/i, '') ?? null;
