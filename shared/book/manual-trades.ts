import type { TradeRequest } from './book';
import { compareText } from './names';
import type { Row } from './rows';

type Request = Row<'manualTrades'>;
type Find = (typed: string | undefined) => string | undefined;

/**
 * What is asked of each account that something is asked of, by account ID, in an order that rows cannot change. A row whose
 * account, security or size cannot be told asks for nothing (and a check has left its account out).
 */
export function manualTradesByAccount(rows: readonly Request[], findAccount: Find, findSymbol: Find): Map<string, TradeRequest[]> {
  const requests = new Map<string, TradeRequest[]>();
  for (const row of rows) {
    const accountId = findAccount(row.accountId);
    const request = toRequest(row, findSymbol);
    if (accountId === undefined || !request) continue;
    requests.set(accountId, [...(requests.get(accountId) ?? []), request]);
  }
  for (const list of requests.values()) list.sort(compareRequests);
  return requests;
}

/** The sizes a row fills in, by what they count. */
export function sizesOf({ quantity, amount, toPercent }: Request): NonNullable<TradeRequest['size']>[] {
  const sizes = [['shares', quantity], ['dollars', amount], ['weight', toPercent]] as const;
  return sizes.flatMap(([unit, value]) => (value === undefined ? [] : [{ unit, amount: value }]));
}

/** True for a size that can be traded: above zero, or a weight to end at. */
export const isUsable = ({ unit, amount }: NonNullable<TradeRequest['size']>): boolean =>
  Number.isFinite(amount) && (unit === 'weight' ? amount >= 0 && amount <= 1 : amount > 0);

function toRequest(row: Request, findSymbol: Find): TradeRequest | undefined {
  const { action, mode = 'Must', lotChoice, lotId, reason } = row;
  const [symbol, into] = [findSymbol(row.symbol), findSymbol(row.into)];
  const sizes = action === 'Sell all' ? [] : sizesOf(row);
  if (!action || symbol === undefined || (action === 'Swap') !== (into !== undefined) || into === symbol) return undefined;
  if (action === 'Sell all' ? sizesOf(row).length > 0 : sizes.length !== 1 || !isUsable(sizes[0])) return undefined;
  return {
    action, symbol, mode, reason: reason ?? 'no reason given',
    ...(into === undefined ? {} : { into }),
    ...(sizes.length === 0 ? {} : { size: sizes[0] }),
    ...(lotChoice === undefined || lotChoice === 'Least tax' ? {} : { lotChoice }),
    ...(lotId?.trim() ? { lotId: lotId.trim() } : {}),
    source: `Manual trades${row.row === undefined ? '' : ` row ${row.row}`}`,
  };
}

function compareRequests(a: TradeRequest, b: TradeRequest): number {
  const content = ({ symbol, action, into, mode, size, lotChoice, lotId, reason, source }: TradeRequest): string =>
    JSON.stringify([symbol, action, into, mode, size, lotChoice, lotId, reason, source]);
  return compareText(content(a), content(b));
}
