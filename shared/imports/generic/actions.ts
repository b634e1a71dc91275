import type { ImportAction } from '../format';

/** Words of activity exports, tried in turn. */
const patterns: readonly (readonly [RegExp, ImportAction])[] = [
  [/\breinvest(?:ments?|ed)?\b|\bdrip\b|reinvest shares|dividend reinvest|\bwiederanlage\b/i, 'Reinvest'],
  [/\bsplits?\b/i, 'Split'],
  [/\b(?:transfer|journal(?:ed)?|deliver(?:y|ed)?|received?|acats?|acati|rollover|conversion|exchange) ?(?:of )?(?:shares|securities|assets|in|from)?\b.*\bin\b|\btransfer in\b|\btransferred in\b|\breceive(?:d)? (?:shares|securities)/i, 'Transfer in'],
  [/\btransfer(?:red)? out\b|\bdeliver(?:ed)? (?:shares|securities|out)|\bjournal out\b/i, 'Transfer out'],
  [/\b(?:buy|bought|bot|purchased?|purch|bto|btc|kauf|achat|aankoop|koop)\b/i, 'Buy'],
  [/\b(?:sell|sold|sale|sld|stc|sto|redemption|redeemed|verkauf|vente|verkoop)\b/i, 'Sell'],
  [/\b(?:dividende?s?|div|cdiv|distributions?|cap(?:ital)? gains?|return of capital|ausschüttung)\b/i, 'Dividend'],
  [/\b(?:interest|int|coupon|zinsen|zinszahlung)\b/i, 'Interest'],
  [/\b(?:fees?|commission|charge|tax withh\w*|withholding|foreign tax|gebühr(?:en)?)\b/i, 'Fee'],
  [/\b(?:deposits?|contributions?|cash in|credit|ach in|wire in|funds? received|einzahlung)\b/i, 'Deposit'],
  [/\b(?:withdrawals?|withdraw|auszahlung|disbursement|cash out|debit|ach out|wire out|check)\b/i, 'Withdrawal'],
];

/** What an activity is in our words. A transfer that does not say which way goes by the sign of its shares, one without shares by that of its money. */
export function readAction(written: string | null, quantity: number | null, amount: number | null): ImportAction | null {
  if (written === null) return null;
  const text = written.replace(/_/g, ' ');
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
