import type { ImportAction } from '../format';
import { findAction, type ActionRule, type Effect } from '../table/actions';

/** Codes of option rows: trades, expiration, assignment, exercise, and contracts changed by a corporate action. */
const optionCodes = new Set(['BTO', 'BTC', 'STO', 'STC', 'OEXP', 'OASGN', 'OEXCS', 'OEXER', 'OCA', 'OCC']);

/** What Robinhood's "Trans Code" means; codes differ by year, so each rule lists its spellings. */
const rules: readonly ActionRule[] = [
  [/^(?:buy|bto|btc)$/i, 'Buy'],
  [/^(?:sell|stc|sto)$/i, 'Sell'],
  [/^(?:drip|reinvest|drv)$/i, 'Reinvest'],
  [/^(?:[cmqs]?div|cgl|cgs|roc)$/i, 'Dividend'],
  [/^(?:m?int|slip)$/i, 'Interest'],
  [/^(?:gold|[ad]fee|fee|reg|otf)$/i, 'Fee'],
  [/^(?:spl|splt|split|spr|ss|rs)$/i, 'Split'],
  [/^acato$/i, 'Transfer out'],
  [/^(?:acat|acati|acats|acatc|itrf|jnls)$/i, 'Shares moved'],
  [/^(?:ach|rtp|wire|dcf|xent_cc|ucach|jnlc|cash|checks?)$/i, 'Money moved'],
];

/** The action of a row; a purchase whose description says so is a reinvestment. Codes that we do not know are `Other`. */
export function findCodeAction(code: string | null, description: string | null, effect: Effect): ImportAction {
  const action = findAction(code, rules, effect) ?? 'Other';
  if (action === 'Buy' && /dividend reinvest/i.test(description ?? '')) return 'Reinvest';
  /** Transfers of money between accounts go by the same codes as transfers of shares. */
  if (/^transfer/i.test(action) && effect.quantity === null && effect.amount) return effect.amount > 0 ? 'Deposit' : 'Withdrawal';
  return action;
}

const contract = /([A-Z][A-Z0-9.]*\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+(?:Call|Put)\s+\$[\d,.]*\d)/i;

/** The option that a row is about, `ORLN 3/19/2027 Call $230.00`; undefined when it is about none. */
export function findContract(code: string | null, description: string | null): { readonly symbol: string | null } | undefined {
  const match = contract.exec(description ?? '');
  if (!match && !optionCodes.has((code ?? '').toUpperCase())) return undefined;
  return { symbol: match ? match[1] : null };
}
