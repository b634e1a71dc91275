import type { TradeRow } from '../../shared/api/result';
import type { Account, Book } from '../../shared/book/book';
import { addDays } from '../../shared/dates';
import { buys, sells } from './case';

/** No loss is sold in a class that the household bought within the window or buys in this run; nothing is bought that was sold at a loss. */
export function washSales(book: Book, trades: readonly TradeRow[]): string[] {
  const accounts = new Map(book.accounts.map((account) => [account.id, account]));
  const isLinked = ({ settings, household }: Account, other: Account) =>
    settings.washSaleScope === 'Linked' && book.households.get(household.toLowerCase())?.linked.includes(other.household.toLowerCase()) === true;
  const classOf = (symbol: string) => book.securities.get(symbol)?.washClass ?? symbol;
  const wholeLots = new Set(
    sells(trades)
      .filter(({ accountId, lotId, quantity }) =>
        accounts.get(accountId)?.lots.some(({ id, quantity: held }) => id === lotId && held === quantity),
      )
      .map(({ lotId }) => lotId),
  );
  return trades.flatMap((trade) => {
    const account = accounts.get(trade.accountId);
    if (!account || account.settings.washSaleIs === 'Warn') return [];
    const near = (other: Account) =>
      account.settings.washSaleScope === 'Account' ? other.id === account.id : other.household === account.household || isLinked(account, other);
    const family = book.accounts.filter(near);
    const isFamily = (id: string) => family.some((other) => other.id === id);
    const isSame = (symbol: string) => classOf(symbol) === classOf(trade.symbol);
    const from = addDays(book.asOf, -account.settings.washSaleWindow);
    const recent = book.transactions.filter(({ accountId, symbol, date }) => isFamily(accountId) && isSame(symbol) && date >= from);
    if (trade.action === 'Buy') {
      const soldAtLoss = recent.filter(
        ({ action, accountId, shortGain = 0, longGain = 0 }) =>
          action === 'Sell' && accounts.get(accountId)?.taxType === 'Taxable' && (shortGain < 0 || longGain < 0),
      );
      return soldAtLoss.map(({ date, symbol }) => `${trade.tradeId} buys ${trade.symbol}; ${symbol} was sold at a loss on ${date}`);
    }
    if (account.taxType !== 'Taxable' || (trade.gainOrLoss ?? 0) >= 0) return [];
    const boughtNow = buys(trades).filter(({ accountId, symbol }) => isFamily(accountId) && isSame(symbol));
    const ordered = recent.filter(({ action }) => action === 'Open order');
    const young = family
      .flatMap(({ id: accountId, lots: held }) => held.map((lot) => ({ ...lot, accountId })))
      .filter(({ symbol, acquired }) => isSame(symbol) && acquired !== null && acquired >= from);
    // What one order bought replaces none of its own shares (Rev. Rul. 56-602).
    const fresh = young.filter(({ id, accountId }) => !wholeLots.has(id) && !(id === trade.lotId && accountId === trade.accountId));
    const purchased = recent.filter(
      ({ action, accountId, symbol }) =>
        ['Buy', 'Reinvest'].includes(action) && !young.some((lot) => lot.accountId === accountId && lot.symbol === symbol),
    );
    return [
      ...boughtNow.map(({ tradeId }) => `${trade.tradeId} sells ${trade.symbol} at a loss and ${tradeId} buys it`),
      ...ordered.map(({ date, symbol }) => `${trade.tradeId} sells ${trade.symbol} at a loss; ${symbol} is on order since ${date}`),
      ...purchased.map(({ date, symbol }) => `${trade.tradeId} sells ${trade.symbol} at a loss; ${symbol} was bought on ${date}`),
      ...fresh.map(({ id }) => `${trade.tradeId} sells ${trade.symbol} at a loss; lot ${id} was bought within the window`),
    ];
  });
}
