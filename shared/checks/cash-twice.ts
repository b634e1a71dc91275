import { where, type Context, type Finding } from './check';

/** H11: one cash symbol on two rows of an account with different amounts. Lots of a sweep fund (with a lot ID or a date) add up. */
export function* cashTwice(context: Context): Iterable<Finding> {
  const first = new Map<string, number>();
  for (const { accountId, symbol, quantity, row, lotId, acquired } of context.tables.holdings) {
    const isPlainCash = symbol.toUpperCase() === 'CASH';
    const isSweep = context.index.security(symbol)?.type === 'Cash' && lotId === undefined && acquired === undefined;
    if (!isPlainCash && !isSweep) continue;
    const key = `${context.index.account(accountId)?.accountId ?? accountId}\u0000${symbol.toUpperCase()}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, quantity);
    else if (before !== quantity) {
      yield {
        table: 'holdings', row, column: 'quantity', rowKey: `${accountId} › ${symbol}`, found: quantity, subject: key, accounts: [accountId],
        message: `${symbol} of account ${accountId} is ${quantity} at ${where(context, 'holdings', row, 'quantity')}, and ${before} in another row.`,
        fix: 'Keep the row that is right.',
      };
    }
  }
}
