import type { TableRow } from '../contract';
import { accountValue, isCashSymbol, lotKey, money, where, type Context, type Family, type Finding } from './check';
import { basisUnits } from './basis-units';
import { cashTwice } from './cash-twice';
import { leadingZeros } from './leading-zeros';
import { valueMismatches } from './market-values';
import { unknownAccounts, unknownSymbols } from './unknown-names';

type Holding = TableRow<'holdings'>;

/** A custodian's total carries accruals that lots do not (D). */
const totalTolerance = 0.01;

/** H01–H13: lots and cash. */
export const holdingChecks = {
  H01: { severity: 'skip', doubts: 'account', catches: 'account of a holding or cash flow not in Accounts', run: unknownAccounts },
  H02: { severity: 'skip', doubts: 'price', catches: 'symbol of a holding not in Securities', run: unknownSymbols },
  H03: {
    severity: 'skip',
    doubts: 'quantity',
    catches: 'quantity zero or negative',
    *run(context) {
      for (const holding of context.tables.holdings) {
        const { quantity, symbol, row, accountId } = holding;
        if (quantity > 0 || isCashSymbol(context, symbol)) continue;
        if (quantity < 0 && settingsFor(context, accountId).allowShorts) continue;
        yield {
          table: 'holdings', row, column: 'quantity', rowKey: lotKey(holding), found: quantity, accounts: [accountId],
          message: `Quantity of ${symbol} is ${quantity} at ${where(context, 'holdings', row, 'quantity')}.`,
          fix: quantity === 0 ? 'Remove the row, or type the quantity.' : 'Maybe it is a short position: the setting Allow shorts is No.',
        };
      }
    },
  },
  H04: {
    severity: 'skip',
    doubts: 'basis',
    catches: 'taxable lot without cost basis',
    run: (context) => taxableLots(context, 'costBasis', 'cost basis', (lot) => lot.covered !== 'Unknown basis' && (lot.costBasis !== undefined || lot.unitCost !== undefined)),
  },
  H05: { severity: 'skip', doubts: 'date', catches: 'taxable lot without acquisition date', run: (context) => taxableLots(context, 'acquired', 'acquisition date', (lot) => lot.acquired !== undefined) },
  H06: { severity: 'skip', doubts: 'date', catches: 'lot acquired after the as-of day', run: futureLots },
  H07: { severity: 'warn', catches: 'quantity times price differs from market value', run: valueMismatches },
  H08: { severity: 'warn', catches: 'cost basis looks like a cost per share, or the reverse', run: basisUnits },
  H09: { severity: 'warn', catches: 'account number lost its leading zeros', run: leadingZeros },
  H10: {
    severity: 'stop',
    catches: 'identifier in scientific notation: its digits are gone',
    *run(context) {
      for (const table of ['accounts', 'holdings', 'transactions', 'cashFlows'] as const) {
        for (const { accountId, row } of context.tables[table] ?? []) {
          if (!/^\d(\.\d+)?e\+\d+$/i.test(accountId)) continue;
          yield {
            table, row, column: 'accountId', found: accountId, subject: accountId,
            message: `Account ID shows ${accountId} at ${where(context, table, row, 'accountId')}. The full number is gone from the cell.`,
            fix: 'Import the file again with this column as text.',
          };
        }
      }
    },
  },
  H11: { severity: 'stop', catches: 'cash of an account given twice with different amounts', run: cashTwice },
  H12: {
    severity: 'warn',
    catches: 'holdings older than the price date',
    *run(context) {
      for (const holding of context.tables.holdings) {
        const { asOf, symbol, row } = holding;
        const priced = context.index.security(symbol)?.priceDate ?? context.asOf;
        if (asOf === undefined || asOf >= priced) continue;
        yield {
          table: 'holdings', row, column: 'asOf', rowKey: lotKey(holding), found: asOf,
          message: `Holding ${lotKey(holding)} is of ${asOf} at ${where(context, 'holdings', row, 'asOf')}; its price is of ${priced}.`,
          fix: 'Import newer holdings.',
        };
      }
    },
  },
  H13: {
    severity: 'warn',
    catches: 'account total differs from the custodian\'s total',
    *run(context) {
      for (const account of context.tables.accounts) {
        const { accountId, row } = account;
        const total = context.custodianTotals?.[accountId] ?? account.custodianTotal;
        const ours = accountValue(context, accountId);
        if (total === undefined || Math.abs(ours - total) <= Math.max(1, Math.abs(total) * totalTolerance)) continue;
        yield {
          table: 'accounts', row, column: account.custodianTotal === undefined ? 'accountId' : 'custodianTotal', rowKey: accountId, found: total, subject: accountId, accounts: [accountId],
          message: `Holdings of ${accountId} are worth ${money(ours)}; the custodian says ${money(total)}${account.custodianTotal === undefined ? '' : ` at ${where(context, 'accounts', row, 'custodianTotal')}`}.`,
          fix: 'Maybe a lot is missing or was imported twice.',
        };
      }
    },
  },
} satisfies Family;

function settingsFor({ index, settingsOf }: Context, accountId: string): ReturnType<Context['settingsOf']> {
  const account = index.account(accountId);
  return settingsOf({ id: account?.accountId ?? accountId, group: account?.group });
}

/** Lots of taxable, managed accounts that lack a fact the tax depends on; the setting Unknown basis decides what follows. */
function* taxableLots(context: Context, column: 'costBasis' | 'acquired', what: string, isKnown: (lot: Holding) => boolean): Iterable<Finding> {
  for (const lot of context.tables.holdings) {
    if (isKnown(lot) || isCashSymbol(context, lot.symbol)) continue;
    const account = context.index.account(lot.accountId);
    if (account?.taxType !== 'Taxable' || account.status === 'Held away' || account.status === 'Closed') continue;
    const { unknownBasis } = settingsFor(context, lot.accountId);
    const cell = where(context, 'holdings', lot.row, column);
    yield {
      table: 'holdings', row: lot.row, column, rowKey: lotKey(lot), accounts: [account.accountId],
      ...(unknownBasis === 'Skip' ? {} : { severity: 'warn' as const, subject: unknownBasis }),
      message: `Lot ${lotKey(lot)} has no ${what} at ${cell}.`,
      fix: {
        Skip: column === 'costBasis' ? 'Maybe the custodian sends it in "Total cost".' : 'Maybe the custodian sends it in "Purchase date".',
        'Highest gain': 'It is priced as if all of it were a short-term gain, as the setting Unknown basis says.',
        'Never sell': 'It is never sold, as the setting Unknown basis says.',
      }[unknownBasis],
    };
  }
}

function* futureLots(context: Context): Iterable<Finding> {
  for (const lot of context.tables.holdings) {
    const { acquired, holdingPeriodStart, row, accountId } = lot;
    if (acquired !== undefined && acquired > context.asOf) {
      yield {
        table: 'holdings', row, column: 'acquired', rowKey: lotKey(lot), found: acquired, accounts: [accountId],
        message: `Lot ${lotKey(lot)} was acquired on ${acquired} at ${where(context, 'holdings', row, 'acquired')}, after the as-of day ${context.asOf}.`,
        fix: 'Correct the date, or the as-of day.',
      };
    } else if (acquired !== undefined && holdingPeriodStart !== undefined && holdingPeriodStart > acquired) {
      yield {
        table: 'holdings', row, column: 'holdingPeriodStart', rowKey: lotKey(lot), found: holdingPeriodStart, severity: 'warn',
        message: `Holding period of lot ${lotKey(lot)} starts on ${holdingPeriodStart} at ${where(context, 'holdings', row, 'holdingPeriodStart')}, after it was acquired (${acquired}); it is ignored.`,
        fix: 'Correct the date, or clear the cell.',
      };
    }
  }
}
