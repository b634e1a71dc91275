import type { Account, Book } from '../../shared/book/book';
import { cashSymbol } from '../../shared/book/securities';
import type { Target } from '../../shared/book/target';
import { isUsablePrice } from './universe';

/**
 * The first reason why an account cannot be weighed: a security without a usable price, a quantity, cost or amount that is
 * no number, a short position. The checks have told the user; here nothing unsound may get through to the solver.
 */
export function inputFault(book: Book, account: Account, target: Target): string | undefined {
  return priceFault(book, account, target) ?? lotFault(book, account) ?? amountFault(account) ?? policyFault(account);
}

function priceFault({ securities }: Book, { lots }: Account, { weights }: Target): string | undefined {
  for (const symbol of new Set([...lots.map((lot) => lot.symbol), ...weights.map((weight) => weight.symbol)])) {
    if (symbol === cashSymbol) continue;
    const security = securities.get(symbol);
    if (!security) return `${symbol} is held or targeted but is not in Securities.`;
    if (!isUsablePrice(security.price)) return `The price of ${symbol} is ${security.price}. Maybe its row in Securities is not filled in.`;
  }
  return undefined;
}

/** A cost this many times the price is a slip, and a loss so large drowns every other number of the solver. */
const mostCost = 1e8;

function lotFault({ securities }: Book, { lots }: Account): string | undefined {
  for (const { id, symbol, quantity, unitCost } of lots) {
    if (!Number.isFinite(quantity) || quantity < 0) return `Lot ${id} of ${symbol} has a quantity of ${quantity}: only long positions can be rebalanced.`;
    if (unitCost !== null && !(Number.isFinite(unitCost) && unitCost >= 0)) return `Lot ${id} of ${symbol} has a unit cost of ${unitCost}.`;
    const price = securities.get(symbol)?.price ?? 1;
    if (unitCost !== null && unitCost > mostCost * price) return `Lot ${id} of ${symbol} has a unit cost of ${unitCost} at a price of ${price}. Maybe the cost is of the whole position.`;
  }
  return undefined;
}

function amountFault({ cash, unsettledCash, flows, tax }: Account): string | undefined {
  if (!Number.isFinite(cash) || !Number.isFinite(unsettledCash)) return `Cash of the account is ${Number.isFinite(cash) ? unsettledCash : cash}.`;
  const flow = flows.find(({ amount }) => !Number.isFinite(amount));
  if (flow) return `A ${flow.type.toLowerCase()} has an amount of ${flow.amount} (${flow.source}).`;
  const figures = [tax.shortRate, tax.longRate, tax.ytdShort, tax.ytdLong, tax.carryShort, tax.carryLong, tax.otherGains];
  return figures.every(Number.isFinite) ? undefined : `Tax profile ${tax.id} holds a figure that is no number.`;
}

/** Limits may be without end; they may not be negative or no number. */
function policyFault({ restrictions, settings, tax }: Account): string | undefined {
  const rule = restrictions.find(({ limit }) => limit !== undefined && !(limit >= 0));
  if (rule) return `Rule ${rule.rule} ${rule.value} has a limit of ${rule.limit} (${rule.source}).`;
  const setting = Object.entries(settings).find(([, value]) => Number.isNaN(value));
  if (setting) return `Setting ${setting[0]} is no number.`;
  const budgets = [tax.gainsBudget, tax.taxBudget, tax.shortGainsBudget, tax.lossTarget];
  return budgets.some(Number.isNaN) ? `Tax profile ${tax.id} holds a budget that is no number.` : undefined;
}
