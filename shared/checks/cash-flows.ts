import type { TableRow } from '../contract';
import { accountValue, money, percent, where, type Context, type Family } from './check';

type Flow = TableRow<'cashFlows'>;

const rowKey = ({ accountId, type }: Flow): string => `${accountId} › ${type}`;
const leaves = ({ type }: Flow): boolean => type !== 'Deposit';

/** C01–C03: cash flows that are over, unclear, or larger than what is there. */
export const cashFlowChecks = {
  C01: {
    severity: 'warn',
    catches: 'date of a cash flow has passed',
    *run(context) {
      for (const flow of context.tables.cashFlows ?? []) {
        const { row, date, until, every = 'Once' } = flow;
        const column = until !== undefined && until < context.asOf ? 'until' : every === 'Once' && flow.type !== 'Reserve' && date !== undefined && date < context.asOf ? 'date' : undefined;
        if (column === undefined) continue;
        yield {
          table: 'cashFlows', row, column, rowKey: rowKey(flow), found: flow[column],
          message: `${flow.type} of ${flow.accountId} was ${column === 'date' ? 'due' : 'to end'} on ${flow[column]} at ${where(context, 'cashFlows', row, column)}.`,
          fix: column === 'date' ? 'Remove the row when it is paid, or move the date.' : 'Remove the row, or extend it.',
        };
      }
    },
  },
  C02: {
    severity: 'warn',
    catches: 'both amount and percentage, neither, or not above zero',
    *run(context) {
      for (const flow of context.tables.cashFlows ?? []) {
        const { row, amount, percentOfAccount } = flow;
        const both = amount !== undefined && percentOfAccount !== undefined;
        const value = amount ?? percentOfAccount;
        if (!both && value !== undefined && value > 0) continue;
        const column = amount === undefined && percentOfAccount !== undefined ? 'percentOfAccount' : 'amount';
        const place = where(context, 'cashFlows', row, column);
        const says = both ? `has both an amount (${money(amount)}) and a percentage (${percent(percentOfAccount)})` : value === undefined ? 'has neither an amount nor a percentage' : `is ${value}, it must be above zero,`;
        yield {
          table: 'cashFlows', row, column, rowKey: rowKey(flow), found: value,
          message: `${flow.type} of ${flow.accountId} ${says} at ${place}.`,
          fix: both ? 'The amount counts. Clear the percentage.' : 'The row has no effect. Type an amount above zero.',
        };
      }
    },
  },
  C03: {
    severity: 'warn',
    catches: 'cash flow larger than the account',
    *run(context) {
      for (const flow of context.tables.cashFlows ?? []) {
        const { row, amount, percentOfAccount } = flow;
        if (!leaves(flow)) continue;
        if (amount === undefined && percentOfAccount !== undefined && percentOfAccount > 1) {
          yield {
            table: 'cashFlows', row, column: 'percentOfAccount', rowKey: rowKey(flow), found: percentOfAccount, subject: rowKey(flow),
            message: `${flow.type} of ${flow.accountId} is ${percent(percentOfAccount)} of the account at ${where(context, 'cashFlows', row, 'percentOfAccount')}.`,
            fix: `Maybe ${percentOfAccount} % is meant.`,
          };
        }
        if (amount === undefined) continue;
        const value = worth(context, flow.accountId);
        if (value === undefined || amount <= value) continue;
        yield {
          table: 'cashFlows', row, column: 'amount', rowKey: rowKey(flow), found: amount, subject: rowKey(flow),
          message: `${flow.type} of ${money(amount)} at ${where(context, 'cashFlows', row, 'amount')} is more than ${flow.accountId} is worth (${money(value)}).`,
          fix: 'Maybe the amount has a zero too many.',
        };
      }
    },
  },
} satisfies Family;

/** Dollars of an account or of a household; undefined when nobody bears that name. */
function worth(context: Context, id: string): number | undefined {
  const account = context.index.account(id);
  const members = account ? [account.accountId] : context.index.membersOf.householdId(id);
  return members.length > 0 ? members.reduce((sum, member) => sum + accountValue(context, member), 0) : undefined;
}
