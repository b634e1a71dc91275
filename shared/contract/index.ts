import { accounts } from './accounts';
import { assetClasses } from './asset-classes';
import { cashFlows } from './cash-flows';
import { corporateActions } from './corporate-actions';
import { customizations } from './customizations';
import { exposures } from './exposures';
import { factorCovariance } from './factor-covariance';
import { groups } from './groups';
import { holdings } from './holdings';
import { households } from './households';
import { manualTrades } from './manual-trades';
import { models } from './models';
import { overrides } from './overrides';
import { products } from './products';
import { restrictions } from './restrictions';
import { riskClasses } from './risk-classes';
import { screens } from './screens';
import { securities } from './securities';
import { settings } from './settings';
import type { SettingValues } from './settings-catalogue';
import { substitutes } from './substitutes';
import type { RowOf, Table } from './table';
import { tags } from './tags';
import { taxProfiles } from './tax-profiles';
import { transactions } from './transactions';

/** The version of the workbook contract, as the named cell `rb_Contract` holds it. */
export const contractVersion = '1.0';

/** Every input table of the contract, in the order of the sheets. */
export const tables = {
  accounts,
  holdings,
  securities,
  models,
  taxProfiles,
  restrictions,
  cashFlows,
  transactions,
  settings,
  groups,
  households,
  assetClasses,
  products,
  customizations,
  substitutes,
  tags,
  screens,
  corporateActions,
  overrides,
  manualTrades,
  riskClasses,
  exposures,
  factorCovariance,
} as const;

/** Name of an input table, `taxProfiles`. */
export type TableName = keyof typeof tables;

/** Tables without which nothing can be decided. */
export type CoreTable = 'accounts' | 'holdings' | 'securities' | 'models';

/** What the freely added columns of the open tables hold. */
interface Open {
  /** The settings a row gives, by the keys of `Settings`. */
  settings: { readonly values: SettingValues };
  /** Correlations with other classes, by the other class's name. */
  riskClasses: { readonly correlations: Readonly<Record<string, number>> };
  /** Exposures by factor; a factor that is not named has none. */
  exposures: { readonly exposures: Readonly<Record<string, number>> };
  /** Covariances a year by the other factor's name. */
  factorCovariance: { readonly covariances: Readonly<Record<string, number>> };
}

/** A parsed row of the named table. */
export type TableRow<Name extends TableName> = RowOf<(typeof tables)[Name]> & (Name extends keyof Open ? Open[Name] : unknown);

/** A workbook's input as typed rows; tables that were not given are absent. */
export type Tables = { readonly [Name in CoreTable]: readonly TableRow<Name>[] } & {
  readonly [Name in Exclude<TableName, CoreTable>]?: readonly TableRow<Name>[];
};

/** Names of all tables, core tables first. */
export const tableNames = Object.keys(tables) as TableName[];

/** The definition of a table, without the types of its columns. */
export const definitionOf = (name: TableName): Table => tables[name] as unknown as Table;

export { defaultSettings, settingsCatalogue, type Setting, type SettingValues } from './settings-catalogue';
