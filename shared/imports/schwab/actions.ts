import type { ImportAction } from '../format';
import { findAction, type ActionRule, type Effect } from '../table/actions';

/** Schwab's words for what happened, from the particular to the general. */
const rules: readonly ActionRule[] = [
  [/^(?:cancel|buy cancel|sell cancel)/i, 'Other'],
  [/^reinvest shares\b/i, 'Reinvest'],
  [/^(?:buy|bought|purchase)\b/i, 'Buy'],
  [/^(?:sell|sold|sale)\b/i, 'Sell'],
  [/\b(?:foreign tax|nra|tax withh|backup withh|withholding)/i, 'Other'],
  [/\b(?:cash in lieu|return of capital|substitute)/i, 'Other'],
  [/\bsplit\b|^stock dividend/i, 'Split'],
  [/\binterest\b|\bdiv\/int\b/i, 'Interest'],
  [/\bdiv(?:idend)?s?\b|\bcap(?:ital)? gains?\b/i, 'Dividend'],
  [/\bfees?\b/i, 'Fee'],
  [/^(?:moneylink|wire|funds|check|atm|bill ?pay|visa|auto s1|ach|electronic|cash transfer|deposit|withdrawal|schwab atm|misc cash)/i, 'Money moved'],
];

/** Moves of shares or of money, whichever the row has. */
const transfers = /^(?:journal|internal transfer|security transfer|transfer|stock plan|shares? (?:received|delivered)|(?:delivered|received)\b)/i;
/** Shares that come and go without a trade; the money that some pay is neither a deposit nor a sale of so many shares. */
const reorganizations = /\b(?:merger|reorg|spin-?off|name change|conversion|exchange)\b/i;

/** What a transaction did, in our words. */
export function readAction(text: string | null, effect: Effect): ImportAction {
  const words = text?.replace(/\s+/g, ' ').trim() ?? null;
  const movesShares = Boolean(effect.quantity);
  if (words !== null && transfers.test(words)) return findAction(words, [[transfers, movesShares ? 'Shares moved' : 'Money moved']], effect) ?? 'Other';
  if (words !== null && movesShares && reorganizations.test(words)) return findAction(words, [[reorganizations, 'Shares moved']], effect) ?? 'Other';
  const action = findAction(words, rules, effect) ?? 'Other';
  return action === 'Split' && (effect.quantity ?? 0) < 0 ? 'Transfer out' : action;
}
