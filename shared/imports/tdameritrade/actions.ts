import type { ImportAction } from '../format';
import { findAction, type ActionRule, type Effect } from '../table/actions';

/** TD Ameritrade says what happened in the first words of the description; the first rule that matches counts. */
const rules: readonly ActionRule[] = [
  [/removal of option|option (?:exercise|assignment)|expired|marked? to (?:the )?market/i, 'Other'],
  [/^(?:bought|buy)\b/i, 'Buy'],
  [/^(?:sold|sell)\b/i, 'Sell'],
  [/reinvest/i, 'Reinvest'],
  [/^(?:money market|cash alternatives) (?:dividend|interest)s?/i, 'Interest'],
  [/^(?:cash alternatives|money market) purchase \(/i, 'Buy'],
  [/^(?:cash alternatives|money market) redemption \(/i, 'Sell'],
  [/^(?:cash alternatives|money market) (?:purchase|redemption)/i, 'Other'],
  [/\bfee\b|commission|rebate/i, 'Fee'],
  [/withholding|tax withheld|foreign tax/i, 'Other'],
  [/dividend|(?:gains?|capital gains?)(?: distribution)?\s*\(|gain distribution|return of capital/i, 'Dividend'],
  [/interest/i, 'Interest'],
  [/\bsplit\b/i, 'Split'],
  [/transfer of security or option in|delivered in|receive/i, 'Transfer in'],
  [/transfer of security or option out|delivered out/i, 'Transfer out'],
  [/internal transfer between accounts|intra-account|journal/i, 'Other'],
  [/funding (?:receipt|disbursement)|funding|wire|check|deposit|withdrawal|bill ?pay|transfer of cash|cash movement|contribution|ach\b/i, 'Money moved'],
];

/** The action of a row by its type, where there is one, and its description; by its signs where neither says it. */
export function findTransactionAction(type: string | null, description: string | null, effect: Effect): ImportAction {
  return findAction(type, rules, effect) ?? findAction(description, rules, effect) ?? 'Other';
}
