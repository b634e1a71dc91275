import type { ImportAction } from '../format';
import { findAction, type ActionRule, type Effect } from '../table/actions';

/** Between the cash and the margin side of one account: no money comes or goes. */
const internal = /internal fund transfer|trnsfr|margin to cash|cash to margin/i;

/** E*TRADE's "TransactionType" and "Activity Type"; the first rule that matches counts. */
const typeRules: readonly ActionRule[] = [
  [/^(?:bought|buy|purchase)/i, 'Buy'],
  [/^(?:sold|sell|sale|redemption|redeemed)/i, 'Sell'],
  [/reinvest/i, 'Reinvest'],
  [/dividend|cap(?:ital)?\.? gain|return of capital/i, 'Dividend'],
  [/interest/i, 'Interest'],
  [/\bfees?\b|commission/i, 'Fee'],
  [/split/i, 'Split'],
  [/^(?:option |expired|assigned|exercised|adjustment|reorg|merger|journal|misc|tax|withholding)/i, 'Other'],
  [/^(?:online transfer|wire|direct de|ach|check|deposit|withdrawal|contribution|distribution|bill pay|atm|debit|credit|funds|cash (?:in|out))/i, 'Money moved'],
];

/** For rows whose type is `0` or missing, as in files of late 2024. */
const descriptionRules: readonly ActionRule[] = [
  [internal, 'Other'],
  [/reinvest price/i, 'Reinvest'],
  [/\(period [\d/]+-[\d/]+\)|\binterest\b/i, 'Interest'],
  [/\bdividend\b|record \d.* pay \d/i, 'Dividend'],
  [/^(?:ach|wire|check|deposit|withdraw|transfer|direct deposit)/i, 'Money moved'],
];

/** What happened: by the type; a reinvested dividend and a transfer by what came; by the description and the signs where there is no type. */
export function findTransactionAction(type: string | null, description: string | null, effect: Effect): ImportAction {
  const { quantity, amount } = effect;
  if (/^transfer/i.test(type ?? '')) return findTransfer(description, effect);
  const action = type === '0' ? undefined : findAction(type, typeRules, effect);
  if (action === 'Dividend' && quantity && amount !== null && amount < 0) return 'Reinvest';
  const said = action ?? findAction(description, descriptionRules, effect);
  if (said) return said;
  if (!quantity || !amount || (type !== null && type !== '0')) return 'Other';
  if (quantity > 0 === amount > 0) return 'Other';
  return quantity > 0 ? 'Buy' : 'Sell';
}

function findTransfer(description: string | null, { quantity, amount }: Effect): ImportAction {
  if (quantity) return quantity < 0 ? 'Transfer out' : 'Transfer in';
  if (!amount || internal.test(description ?? '')) return 'Other';
  return amount > 0 ? 'Deposit' : 'Withdrawal';
}
