import { isUsable, sizesOf } from '../book/manual-trades';
import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { accountValue, money, valueOf, where, type Context, type Family, type Finding } from './check';
import { forbiddenRequests } from './forbidden-requests';
import { leastReason } from './overrides';

type Request = TableRow<'manualTrades'>;

const rowKey = ({ accountId, action, symbol }: Request): string => `${accountId} › ${action} › ${symbol}`;
/** The account as Accounts spells it. */
const whom = ({ index }: Context, { accountId }: Request): string[] => [index.account(accountId)?.accountId ?? accountId];
const requestsOf = ({ tables }: Context): readonly Request[] => tables.manualTrades ?? [];

/** N01–N05: requests that cannot be carried out as they are typed. */
export const manualTradeChecks = {
  N01: {
    severity: 'skip',
    doubts: 'account',
    catches: 'manual trade with no size, more than one, or one that is not above zero',
    *run(context) {
      for (const request of requestsOf(context)) {
        const sizes = sizesOf(request);
        const most = request.action === 'Sell all' ? 0 : 1;
        if (sizes.length === most && sizes.every(isUsable)) continue;
        const column = request.quantity === undefined && sizes.length > 0 ? (request.amount === undefined ? 'toPercent' : 'amount') : 'quantity';
        const says = sizes.length > most ? `has ${sizes.length === 1 ? 'a size' : `${sizes.length} sizes`}${most === 0 ? ', where all is sold' : ''}` : sizes.length === 0 ? 'has no size' : `has a size of ${sizes[0].amount}`;
        yield {
          table: 'manualTrades', row: request.row, column, rowKey: rowKey(request), found: sizes[0]?.amount, accounts: whom(context, request), subject: `${rowKey(request)} ${request.row}`,
          message: `${request.action} of ${request.symbol} in account ${request.accountId} ${says} at ${where(context, 'manualTrades', request.row, column)}.`,
          fix: most === 0 ? 'Clear Quantity, Amount and To %.' : 'Fill in exactly one of Quantity, Amount and To %, above zero.',
        };
      }
    },
  },
  N02: { severity: 'warn', catches: 'manual trade that a restriction or an override forbids: it is left for review', run: forbiddenRequests },
  N03: { severity: 'skip', doubts: 'account', catches: 'manual trade whose account, security or lot is unknown, or which asks for more than is held', run: unknown },
  N04: {
    severity: 'skip',
    doubts: 'account',
    catches: `manual trade whose reason has fewer than ${leastReason} characters`,
    *run(context) {
      for (const request of requestsOf(context)) {
        const reason = (request.reason ?? '').trim();
        if (reason.length >= leastReason) continue;
        yield {
          table: 'manualTrades', row: request.row, column: 'reason', rowKey: rowKey(request), found: reason, accounts: whom(context, request), subject: rowKey(request),
          message: `Reason of ${request.action} ${request.symbol} is "${reason}" at ${where(context, 'manualTrades', request.row, 'reason')}.`,
          fix: 'Say who asked and why: the trade shows it.',
        };
      }
    },
  },
  N05: {
    severity: 'warn',
    catches: 'manual trade below the minimum trade of its account: it is not placed',
    *run(context) {
      for (const request of requestsOf(context)) {
        const account = context.index.account(request.accountId);
        const dollars = dollarsOf(context, request);
        if (!account || dollars === undefined) continue;
        const { minimumTrade, minimumTradePercent } = context.settingsOf({ id: account.accountId, group: account.group });
        const least = Math.max(minimumTrade, minimumTradePercent * accountValue(context, account.accountId));
        if (dollars >= least) continue;
        yield {
          table: 'manualTrades', row: request.row, column: request.amount === undefined ? 'quantity' : 'amount', rowKey: rowKey(request), found: request.amount ?? request.quantity, subject: rowKey(request),
          message: `${request.action} of ${money(dollars)} of ${request.symbol} at ${where(context, 'manualTrades', request.row, request.amount === undefined ? 'quantity' : 'amount')} is below the minimum trade of account ${account.accountId}, ${money(least)}.`,
          fix: 'Ask for more, or lower Minimum trade for the account. A position that is sold out is never too small.',
        };
      }
    },
  },
} satisfies Family;

/** Dollars of a quantity or an amount; undefined for weights, for all, and for what sells out the position. */
function dollarsOf(context: Context, { action, accountId, symbol, quantity, amount }: Request): number | undefined {
  const dollars = amount ?? (quantity === undefined ? undefined : valueOf(context, { symbol, quantity }));
  if (dollars === undefined || action === 'Sell all') return undefined;
  const held = heldIn(context, accountId, symbol).reduce((sum, lot) => sum + (valueOf(context, lot) ?? 0), 0);
  return action !== 'Buy' && dollars >= held ? undefined : dollars;
}

const heldIn = ({ index }: Context, accountId: string, symbol: string): TableRow<'holdings'>[] =>
  index.holdingsOf(index.account(accountId)?.accountId ?? accountId).filter((lot) => nameKey(lot.symbol) === nameKey(symbol));

type Problem = { readonly column: 'accountId' | 'symbol' | 'into' | 'lotId' | 'quantity' | 'action'; readonly says: string; readonly fix: string };

function* unknown(context: Context): Iterable<Finding> {
  const sides = sidesOf(context);
  for (const request of requestsOf(context)) {
    const problem = problemOf(context, request, sides);
    if (!problem) continue;
    yield {
      table: 'manualTrades', row: request.row, column: problem.column, rowKey: rowKey(request), found: request[problem.column], accounts: whom(context, request), subject: `${rowKey(request)} ${request.row}`,
      message: `${problem.says} at ${where(context, 'manualTrades', request.row, problem.column)}.`, fix: problem.fix,
    };
  }
}

function problemOf(context: Context, request: Request, sides: ReadonlyMap<string, ReadonlySet<string>>): Problem | undefined {
  const { accountId, symbol, into, action, lotId, quantity } = request;
  const { index } = context;
  const spelled = 'Maybe it is spelled differently in Securities.';
  if (!index.account(accountId)) return { column: 'accountId', says: `Account ${accountId} of a manual trade is not in Accounts`, fix: 'Add the account, or correct its ID.' };
  if (!index.security(symbol)) return { column: 'symbol', says: `Symbol ${symbol} of a manual trade is not in Securities`, fix: spelled };
  if (action === 'Swap' && (into === undefined || !index.security(into) || nameKey(into) === nameKey(symbol))) {
    return { column: 'into', says: `Swap of ${symbol} goes into ${into === undefined ? 'nothing' : into}${into !== undefined && !index.security(into) ? ', which is not in Securities,' : ''}`, fix: into === undefined ? 'Type what is bought.' : 'Type another symbol of Securities.' };
  }
  if (action !== 'Swap' && into !== undefined) return { column: 'into', says: `Into is ${into} for a ${action}`, fix: 'Maybe a Swap is meant.' };
  if (sides.get(`${nameKey(accountId)} ${nameKey(symbol)}`)?.size === 2) return { column: 'action', says: `${symbol} is asked to be bought and sold in account ${accountId}`, fix: 'Keep one side.' };
  return action === 'Buy' ? undefined : saleProblem(heldIn(context, accountId, symbol), symbol, lotId, quantity);
}

function saleProblem(held: readonly TableRow<'holdings'>[], symbol: string, lotId: string | undefined, quantity: number | undefined): Problem | undefined {
  if (held.length === 0) return { column: 'symbol', says: `${symbol} is to be sold and is not held`, fix: 'Maybe another account holds it.' };
  const lots = lotId === undefined ? held : held.filter((lot) => lot.lotId !== undefined && nameKey(lot.lotId) === nameKey(lotId));
  if (lots.length === 0) return { column: 'lotId', says: `Lot ${lotId} is not a lot of ${symbol} in the account`, fix: 'Lots without a Lot ID in Holdings cannot be named: use Lot choice.' };
  const shares = lots.reduce((sum, lot) => sum + lot.quantity, 0);
  if (quantity === undefined || quantity <= shares) return undefined;
  return { column: 'quantity', says: `Quantity is ${quantity}, more than the ${shares} shares of ${lotId === undefined ? symbol : `lot ${lotId}`}`, fix: 'Ask for less, or use Sell all.' };
}

/** By account and security, the sides that are asked for. */
function sidesOf(context: Context): Map<string, Set<string>> {
  const sides = new Map<string, Set<string>>();
  const add = (accountId: string, symbol: string, side: string): void => {
    const key = `${nameKey(accountId)} ${nameKey(symbol)}`;
    sides.set(key, (sides.get(key) ?? new Set()).add(side));
  };
  for (const { accountId, symbol, into, action } of requestsOf(context)) {
    add(accountId, symbol, action === 'Buy' ? 'buy' : 'sell');
    if (into !== undefined) add(accountId, into, 'buy');
  }
  return sides;
}
