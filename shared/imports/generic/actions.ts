import type { ImportAction } from '../format';

/** Words of activity exports, tried in turn. */
const patterns: readonly (readonly [RegExp, ImportAction])[] = [
  [/\breinvest(?:ment|ed)?\b(?!.*\bdividend\b$)|\bdrip\b|reinvest shares|dividend reinvest/i, 'Reinvest'],
  [/\bsplit\b/i, 'Split'],
  [/\b(?:transfer|journal(?:ed)?|deliver(?:y|ed)?|received?|acats?|acati|rollover|conversion|exchange) ?(?:of )?(?:shares|securities|assets|in|from)?\b.*\bin\b|\btransfer in\b|\btransferred in\b|\breceive(?:d)? (?:shares|securities)/i, 'Transfer in'],
  [/\btransfer(?:red)? out\b|\bdeliver(?:ed)? (?:shares|securities|out)|\bjournal out\b/i, 'Transfer out'],
  [/\b(?:buy|bought|bot|purchased?|purch|bto|btc)\b/i, 'Buy'],
  [/\b(?:sell|sold|sale|sld|stc|sto|redemption|redeemed)\b/i, 'Sell'],
  [/\b(?:dividends?|div|cdiv|distribution|cap(?:ital)? gains?|return of capital)\b/i, 'Dividend'],
  [/\b(?:interest|int|coupon)\b/i, 'Interest'],
  [/\b(?:fees?|commission|charge|tax withh\w*|withholding|foreign tax)\b/i, 'Fee'],
  [/\b(?:deposit|contribution|cash in|credit|ach in|wire in|funds? received)\b/i, 'Deposit'],
  [/\b(?:withdrawal|withdraw|disbursement|cash out|debit|ach out|wire out|check)\b/i, 'Withdrawal'],
];

/** What an activity is in our words. A transfer that does not say which way goes by the sign of its shares, one without shares by that of its money. */
export function readAction(text: string | null, quantity: number | null, amount: number | null): ImportAction | null {
  if (text === null) return null;
  const found = patterns.find(([pattern]) => pattern.test(text))?.[1];
  // "Reinvest Dividend" without shares is the cash that comes before the purchase.
  if (found === 'Reinvest' && !quantity) return 'Dividend';
  if (found) return found;
  if (!/\b(?:transfer|journal\w*|acat\w*|ach|wire|moneylink|eft)\b/i.test(text)) return /^b$/i.test(text) ? 'Buy' : /^s$/i.test(text) ? 'Sell' : 'Other';
  if (quantity) return quantity < 0 ? 'Transfer out' : 'Transfer in';
  return amount === null ? 'Other' : amount < 0 ? 'Withdrawal' : 'Deposit';
}

/** Actions that take money from the account, for files that write all amounts without a sign. */
export const paysMoney: ReadonlySet<ImportAction> = new Set(['Buy', 'Reinvest', 'Fee', 'Withdrawal']);
