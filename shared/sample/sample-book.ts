import { contractVersion, definitionOf, settingsCatalogue, tableNames, type Tables } from '../contract';
import { number, type Column } from '../contract/column';
import { formats } from '../sheets/sheet';
import type { IsoDate } from '../units';
import type { Cell, SheetContent } from '../workbook/port';
import { accountHoldings } from './account';
import { calendarOf } from './calendar';
import { sampleFamilies } from './families';
import { familyPolicy } from './family-policy';
import { addGeneratedAccounts } from './generated-accounts';
import { inputSheet, type InputRow } from './input-sheet';
import { sampleGroups, sampleModels, sampleSettings } from './policy';
import { sampleAssetClasses, sampleRiskClasses } from './risk';
import { sampleSecurities } from './securities';
import { startSheet } from './start-sheet';
import { emptyTables, type AccountTables } from './tables';

/** What to make: by default the built-in book of 7 accounts; beyond 7, made-up accounts follow them. */
export interface SampleOptions {
  readonly accounts?: number;
  readonly seed?: number;
  /** Every date of the sample counts from it. */
  readonly asOf: IsoDate;
}

/** A single-cell named value of the workbook. */
export interface NamedCell {
  readonly value: Cell;
  readonly format: string;
}

/** A workbook to write: `Start`, then the input sheets; and its named cells. */
export interface SampleBook {
  readonly sheets: readonly SheetContent[];
  readonly names: Readonly<Record<string, NamedCell>>;
}

/** The sample as a workbook: 3 households, 7 accounts, 64 lots, 22 securities, 4 models and 6 planted problems. */
export function sampleBook(options: SampleOptions): SampleBook {
  const tables = sampleTables(options);
  // The sample has risk classes; an empty factor model beside them would only puzzle.
  const sheets = tableNames.filter((name) => tables[name] !== undefined).map((name) => {
    if (name === 'settings')
      return inputSheet(
        definitionOf(name),
        (tables.settings ?? []).map(({ values, ...row }) => ({ ...row, ...values })),
        usedSettings(tables),
      );
    if (name === 'riskClasses')
      return inputSheet(
        definitionOf(name),
        (tables.riskClasses ?? []).map(({ correlations, ...row }) => ({ ...correlations, ...row })),
        correlationColumns(tables),
      );
    return inputSheet(definitionOf(name), (tables[name] ?? []) as readonly InputRow[]);
  });
  return {
    sheets: [startSheet(), ...sheets],
    names: {
      rb_AsOf: { value: options.asOf, format: formats.date },
      rb_Currency: { value: 'USD', format: formats.text },
      rb_Contract: { value: contractVersion, format: formats.text },
    },
  };
}

/** The same sample as typed rows, planted problems included. The same options give the same rows. */
export function sampleTables({ accounts = 7, seed = 1, asOf }: SampleOptions): Tables {
  const calendar = calendarOf(asOf);
  const families = sampleFamilies(calendar).slice(0, accounts);
  const growing = emptyTables();
  for (const family of families) {
    growing.accounts.push(family.row);
    growing.holdings.push(...accountHoldings(family, calendar));
  }
  addFamilyPolicy(growing, familyPolicy(calendar));
  addGeneratedAccounts(growing, accounts - families.length, seed, calendar);
  return {
    ...growing,
    securities: sampleSecurities(calendar),
    models: sampleModels(calendar),
    settings: sampleSettings,
    groups: sampleGroups,
    assetClasses: sampleAssetClasses,
    riskClasses: sampleRiskClasses,
  };
}

/** Only what concerns accounts that are there; a sample of three accounts names no fourth. */
function addFamilyPolicy(tables: AccountTables, policy: ReturnType<typeof familyPolicy>): void {
  const isHere = (id: string | undefined) =>
    tables.accounts.some((row) => [row.accountId, row.householdId, row.group, row.taxProfile].includes(id));
  tables.taxProfiles.push(...policy.taxProfiles.filter(({ taxProfile }) => isHere(taxProfile)));
  tables.restrictions.push(...policy.restrictions.filter(({ scopeId }) => isHere(scopeId)));
  tables.cashFlows.push(...policy.cashFlows.filter(({ accountId }) => isHere(accountId)));
  tables.transactions.push(...policy.transactions.filter(({ accountId }) => isHere(accountId)));
}

/** The settings that some row gives, as columns, in the order of the catalogue. */
function usedSettings({ settings = [] }: Tables): Readonly<Record<string, Column>> {
  const used = new Set(settings.flatMap(({ values }) => Object.keys(values)));
  return Object.fromEntries(Object.entries(settingsCatalogue as Readonly<Record<string, Column>>).filter(([key]) => used.has(key)));
}

/** One column per risk class, holding correlations. */
function correlationColumns({ riskClasses = [] }: Tables): Readonly<Record<string, Column>> {
  return Object.fromEntries(
    riskClasses.map(({ riskClass }) => [
      riskClass,
      number(riskClass, { min: -1, max: 1, help: `Correlation with ${riskClass}.`, example: 0.5 }),
    ]),
  );
}
