import type { Tables } from '../contract';
import type { IsoDate } from '../units';
import { buildAccounts } from './accounts';
import type { Book } from './book';
import { buildModels } from './models';
import { nameFinder } from './names';
import { buildRiskClasses } from './risk-classes';
import { buildSecurities, symbolFinder } from './securities';
import { buildTransactions, coveredFrom, lastTrades } from './transactions';

/**
 * Turns the contract's tables into a book as of a day, in time linear in their rows. Never throws on what users type:
 * the checks have reported bad rows, and here they are left out or neutral. The order of rows changes nothing.
 * `currency` is the three-letter code that prices are in after their FX.
 */
export function buildBook(tables: Tables, asOf: IsoDate, currency = 'USD'): Book {
  const securities = buildSecurities(tables.securities, {
    assetClasses: (tables.assetClasses ?? []).flatMap(({ assetClass }) => assetClass ?? []),
    riskClasses: (tables.riskClasses ?? []).flatMap(({ riskClass }) => riskClass ?? []),
  });
  const findAccount = nameFinder(tables.accounts.flatMap(({ accountId }) => accountId?.trim() || []));
  const transactions = buildTransactions(tables.transactions ?? [], asOf, findAccount, symbolFinder(securities));
  return {
    asOf,
    currency,
    accounts: buildAccounts({ tables, asOf, securities, findAccount, lastTrades: lastTrades(transactions) }),
    securities,
    models: buildModels(tables.models),
    riskClasses: buildRiskClasses(tables.riskClasses ?? []),
    transactions,
    transactionsFrom: coveredFrom(tables.transactions ?? [], asOf),
  };
}
