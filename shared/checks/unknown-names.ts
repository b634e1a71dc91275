import { nearest } from '../contract/nearest';
import { where, type Context, type Finding } from './check';
import { zeroTwin } from './leading-zeros';

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

/** H01: accounts of holdings and cash flows that Accounts does not have. */
export function* unknownAccounts(context: Context): Iterable<Finding> {
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

/** H02: symbols of holdings that Securities does not have. */
export function* unknownSymbols(context: Context): Iterable<Finding> {
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
