import { addDays, daysBetween } from '../dates';
import { where, type Family } from './check';

/** A wash sale reaches 30 days back; the day itself makes 31. Source: IRC section 1091(a). */
const neededDays = 31;

/** X01–X03: recent transactions. */
export const transactionChecks = {
  X01: {
    severity: 'warn',
    catches: 'transactions cover fewer than 31 days: wash sales can be missed',
    *run(context) {
      const taxable = context.tables.accounts.some(({ taxType, status = 'Active' }) => taxType === 'Taxable' && status === 'Active');
      if (!taxable) return;
      const { transactions = [] } = context.tables;
      const oldest = transactions.reduce<(typeof transactions)[number] | undefined>((first, one) => (first === undefined || one.date < first.date ? one : first), undefined);
      if (oldest !== undefined && oldest.date <= addDays(context.asOf, -neededDays)) return;
      const days = oldest === undefined ? 0 : Math.max(0, daysBetween(oldest.date, context.asOf));
      yield {
        table: 'transactions', row: oldest?.row, column: oldest && 'date', found: days,
        message: oldest === undefined
          ? 'There are no recent transactions, so wash sales cannot be seen.'
          : `Transactions cover ${days} days: the oldest is of ${oldest.date} at ${where(context, 'transactions', oldest.row, 'date')}. Wash sales before that cannot be seen.`,
        fix: `Import the transactions of the last ${neededDays} days of all accounts, retirement accounts too.`,
      };
    },
  },
  X02: {
    severity: 'skip',
    doubts: 'transaction',
    catches: 'transaction of a day to come',
    *run(context) {
      for (const { accountId, date, symbol, action, row } of context.tables.transactions ?? []) {
        if (date <= context.asOf || action === 'Open order') continue;
        yield {
          table: 'transactions', row, column: 'date', rowKey: `${accountId} › ${symbol}`, found: date, accounts: [accountId],
          message: `${action} of ${symbol} is of ${date} at ${where(context, 'transactions', row, 'date')}, after the as-of day ${context.asOf}.`,
          fix: 'Correct the date, or write Open order as the action.',
        };
      }
    },
  },
  X03: {
    severity: 'skip',
    doubts: 'transaction',
    catches: 'transaction of an account not in Accounts',
    *run(context) {
      for (const { accountId, row } of context.tables.transactions ?? []) {
        if (context.index.account(accountId)) continue;
        yield {
          table: 'transactions', row, column: 'accountId', rowKey: accountId, found: accountId, accounts: [accountId],
          message: `Account ${accountId} at ${where(context, 'transactions', row, 'accountId')} is not in Accounts.`,
          fix: 'Add the account with Status Held away, so that its trades count for wash sales.',
        };
      }
    },
  },
} satisfies Family;
