import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { nearest } from '../contract/nearest';
import { accountValue, isCashSymbol, money, valueOf, where, type Context, type Family, type Finding, type Way } from './check';
import { basisUnits } from './basis-units';
import { cashTwice } from './cash-twice';
import { leadingZeros, zeroTwin } from './leading-zeros';

type Holding = TableRow<'holdings'>;

const keyOf = ({ accountId, symbol, lotId }: Holding): string => [accountId, symbol, lotId].filter(Boolean).join(' › ');

/** Market values may be from another minute than prices (D). */
const valueTolerance = 0.02;
/** A custodian's total carries accruals that lots do not (D). */
const totalTolerance = 0.01;
const unitSlips = [10, 100, 1000];

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
          table: 'holdings', row, column: 'quantity', rowKey: keyOf(holding), found: quantity, accounts: [accountId],
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
          table: 'holdings', row, column: 'asOf', rowKey: keyOf(holding), found: asOf,
          message: `Holding ${keyOf(holding)} is of ${asOf} at ${where(context, 'holdings', row, 'asOf')}; its price is of ${priced}.`,
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

/** Guesses are for people: past this many, comparing every name with every other would only take time. */
const mostGuesses = 100;

/** Offers the nearest known name, for each of the first wrong names. */
function guesser(known: readonly string[]): (wrong: string) => string | undefined {
  const guesses = new Map<string, string | undefined>();
  return (wrong) => {
    if (!guesses.has(wrong) && guesses.size < mostGuesses) guesses.set(wrong, nearest(wrong, known));
    return guesses.get(wrong);
  };
}

function settingsFor({ index, settingsOf }: Context, accountId: string): ReturnType<Context['settingsOf']> {
  const account = index.account(accountId);
  return settingsOf({ id: account?.accountId ?? accountId, group: account?.group });
}

function* unknownAccounts(context: Context): Iterable<Finding> {
  const { index, tables } = context;
  const guess = guesser(index.accountIds);
  for (const { accountId, row } of tables.holdings) {
    if (index.account(accountId)) continue;
    const twin = zeroTwin(context, accountId);
    const suggested = twin ?? guess(accountId);
    yield {
      // The account that lacks these lots must wait too: what it holds is not what its rows say.
      table: 'holdings', row, column: 'accountId', rowKey: accountId, found: accountId, accounts: twin === undefined ? [accountId] : [accountId, twin],
      message: `Account ${accountId} at ${where(context, 'holdings', row, 'accountId')} is not in Accounts.`,
      fix: suggested === undefined ? 'Add the account, or remove the rows.' : `Maybe it is account ${suggested}.`,
      ways: [
        ...(suggested === undefined || row === undefined ? [] : [{ name: 'rename', says: `Read it as account ${suggested}.`, cells: [{ table: 'holdings' as const, row, column: 'accountId', value: suggested }] }]),
        { name: 'add', says: 'Add the account to Accounts; its tax type and model are left to fill in.', cells: [{ table: 'accounts', column: 'accountId', value: accountId }] },
      ],
    };
  }
  for (const { accountId, row } of tables.cashFlows ?? []) {
    if (index.account(accountId) || index.membersOf.householdId(accountId).length > 0) continue;
    yield {
      table: 'cashFlows', row, column: 'accountId', rowKey: accountId, found: accountId, accounts: [accountId], subject: `flow ${accountId}`,
      message: `${accountId} at ${where(context, 'cashFlows', row, 'accountId')} is neither an account nor a household.`,
      fix: 'Correct the Account ID, or remove the row.',
    };
  }
}

function* unknownSymbols(context: Context): Iterable<Finding> {
  const guess = guesser(context.tables.securities.map(({ symbol }) => symbol));
  for (const { accountId, symbol, row } of context.tables.holdings) {
    if (symbol.toUpperCase() === 'CASH' || context.index.security(symbol)) continue;
    const suggested = guess(symbol);
    yield {
      table: 'holdings', row, column: 'symbol', rowKey: symbol, found: symbol, subject: symbol, accounts: [accountId],
      message: `Symbol ${symbol} at ${where(context, 'holdings', row, 'symbol')} is not in Securities.`,
      fix: suggested === undefined ? 'Add the security with its price and asset class.' : `Add the security. Maybe it is ${suggested}.`,
      ways: [
        ...(suggested === undefined || row === undefined ? [] : [{ name: 'rename', says: `Read it as ${suggested}.`, cells: [{ table: 'holdings' as const, row, column: 'symbol', value: suggested }] }]),
        { name: 'add', says: 'Add the symbol to Securities; its price and asset class are left to fill in.', cells: [{ table: 'securities', column: 'symbol', value: symbol }] },
      ],
    };
  }
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
      table: 'holdings', row: lot.row, column, rowKey: keyOf(lot), accounts: [account.accountId],
      ...(unknownBasis === 'Skip' ? {} : { severity: 'warn' as const, subject: unknownBasis }),
      message: `Lot ${keyOf(lot)} has no ${what} at ${cell}.`,
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
        table: 'holdings', row, column: 'acquired', rowKey: keyOf(lot), found: acquired, accounts: [accountId],
        message: `Lot ${keyOf(lot)} was acquired on ${acquired} at ${where(context, 'holdings', row, 'acquired')}, after the as-of day ${context.asOf}.`,
        fix: 'Correct the date, or the as-of day.',
      };
    } else if (acquired !== undefined && holdingPeriodStart !== undefined && holdingPeriodStart > acquired) {
      yield {
        table: 'holdings', row, column: 'holdingPeriodStart', rowKey: keyOf(lot), found: holdingPeriodStart, severity: 'warn',
        message: `Holding period of lot ${keyOf(lot)} starts on ${holdingPeriodStart} at ${where(context, 'holdings', row, 'holdingPeriodStart')}, after it was acquired (${acquired}); it is ignored.`,
        fix: 'Correct the date, or clear the cell.',
      };
    }
  }
}

function* valueMismatches(context: Context): Iterable<Finding> {
  for (const holding of context.tables.holdings) {
    const { marketValue, row, symbol } = holding;
    const ours = valueOf(context, holding);
    if (marketValue === undefined || ours === undefined || Math.abs(ours - marketValue) <= Math.max(1, Math.abs(marketValue) * valueTolerance)) continue;
    const slip = unitSlips.find((factor) => isNear(ours / marketValue, factor) || isNear(marketValue / ours, factor));
    yield {
      table: 'holdings', row, column: 'marketValue', rowKey: keyOf(holding), found: marketValue, subject: slip === undefined ? 'value' : `slip ${slip} ${nameKey(symbol)}`,
      message: `Market value of ${keyOf(holding)} is ${money(marketValue)} at ${where(context, 'holdings', row, 'marketValue')}; quantity times price is ${money(ours)}.`,
      ways: slip === undefined ? [] : waysOutOfSlip(context, holding, ours > marketValue ? 1 / slip : slip),
      fix: slip === undefined ? 'Maybe the price or the quantity is of another day.' : `Maybe the price or the quantity is in another unit: they differ by a factor of ${slip}.`,
    };
  }
}

/** The slip is in the quantity or in the price: only a person can tell. */
function waysOutOfSlip({ index }: Context, { symbol, quantity, row }: Holding, factor: number): Way[] {
  const security = index.security(symbol);
  const scaled = (value: number): number => Number((value * factor).toPrecision(12));
  return [
    { name: 'quantity', says: `Multiply the quantity by ${Number(factor.toPrecision(6))}.`, cells: row === undefined ? [] : [{ table: 'holdings', row, column: 'quantity', value: scaled(quantity) }] },
    { name: 'price', says: `Multiply the price by ${Number(factor.toPrecision(6))}.`, cells: security?.price === undefined || security.row === undefined ? [] : [{ table: 'securities', row: security.row, column: 'price', value: scaled(security.price) }] },
  ];
}

const isNear = (ratio: number, factor: number): boolean => Math.abs(ratio / factor - 1) < 0.05;
