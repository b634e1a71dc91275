import type { Tables } from '../contract';
import type { IsoDate } from '../units';
import { buildAccounts } from './accounts';
import { buildAssetClasses } from './asset-classes';
import type { Book } from './book';
import { buildFactorModel } from './factor-model';
import { buildHouseholds } from './households';
import { buildModels } from './models';
import { nameFinder } from './names';
import { buildProducts } from './products';
import { buildRiskClasses } from './risk-classes';
import { buildScreens } from './screens';
import { buildSecurities, symbolFinder } from './securities';
import { buildSubstitutes } from './substitutes';
import { tablesInForce } from './tables-in-force';
import { withTags } from './tags';
import { buildTransactions, coveredFrom, lastTrades } from './transactions';

/**
 * Turns the contract's tables into a book as of a day, in time linear in their rows. Never throws on what users type:
 * the checks have reported bad rows, and here they are left out or neutral. The order of rows changes nothing.
 * `currency` is the three-letter code that prices are in after their FX.
 */
export function buildBook(given: Tables, asOf: IsoDate, currency = 'USD'): Book {
  const { tables } = tablesInForce(given, asOf);
  const untagged = buildSecurities(tables.securities, {
    assetClasses: (tables.assetClasses ?? []).flatMap(({ assetClass }) => assetClass ?? []),
    riskClasses: (tables.riskClasses ?? []).flatMap(({ riskClass }) => riskClass ?? []),
  });
  const findSymbol = symbolFinder(untagged);
  const securities = withTags(untagged, tables.tags ?? [], findSymbol);
  const findAccount = nameFinder(tables.accounts.flatMap(({ accountId }) => accountId?.trim() || []));
  const households = buildHouseholds(tables.households ?? []);
  const transactions = buildTransactions(tables.transactions ?? [], asOf, findAccount, findSymbol);
  const products = buildProducts(tables.products ?? []);
  return {
    asOf,
    currency,
    accounts: buildAccounts({ tables, asOf, securities, households, findAccount, lastTrades: lastTrades(transactions) }),
    securities,
    models: buildModels(tables.models),
    riskClasses: buildRiskClasses(tables.riskClasses ?? []),
    households,
    assetClasses: buildAssetClasses(tables.assetClasses ?? []),
    products,
    substitutes: buildSubstitutes(tables.substitutes ?? [], findSymbol, products),
    screens: buildScreens(tables.screens ?? []),
    factorModel: buildFactorModel(tables, symbolFinder(securities)),
    transactions,
    transactionsFrom: coveredFrom(tables.transactions ?? [], asOf),
  };
}
