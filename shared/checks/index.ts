import { settingsFinder } from '../book/effective-settings';
import { tablesInForce } from '../book/tables-in-force';
import { definitionOf, tableNames, type Tables } from '../contract';
import { indexBook } from '../contract/book-index';
import { placesUnknown } from '../contract/places';
import { severities, type Issue } from '../issue';
import { accountChecks } from './accounts';
import { assetClassChecks } from './asset-classes';
import { cashFlowChecks } from './cash-flows';
import type { Check, CheckOptions, Context } from './check';
import { corporateActionChecks } from './corporate-actions';
import { customizationChecks } from './customizations';
import { gather } from './gather';
import { holdingChecks } from './holdings';
import { householdChecks } from './households';
import { manualTradeChecks } from './manual-trades';
import { modelChecks } from './models';
import { overrideChecks } from './overrides';
import { productChecks } from './products';
import { restrictionChecks } from './restrictions';
import { riskChecks } from './risk';
import { screenChecks } from './screens';
import { securityChecks } from './securities';
import { substituteChecks } from './substitutes';
import { taxChecks } from './tax';
import { transactionChecks } from './transactions';
import { workbookChecks } from './workbook';

export type { Check, CheckOptions } from './check';

/** Every check of typed tables, by its code. Codes that concern cells (G01–G11, G13) belong to reading. */
export const checkCatalogue = {
  ...workbookChecks,
  ...accountChecks,
  ...householdChecks,
  ...holdingChecks,
  ...securityChecks,
  ...assetClassChecks,
  ...modelChecks,
  ...productChecks,
  ...customizationChecks,
  ...substituteChecks,
  ...restrictionChecks,
  ...screenChecks,
  ...cashFlowChecks,
  ...taxChecks,
  ...riskChecks,
  ...transactionChecks,
  ...corporateActionChecks,
  ...overrideChecks,
  ...manualTradeChecks,
} as const;

/** Code of a check, `H04`. */
export type CheckCode = keyof typeof checkCatalogue;

/** Most rows of one table, unless the options say otherwise. */
const defaultRowLimit = 1_000_000;

/** What checks look at, built once for all of them. */
export function checkContext(given: Tables, { asOf, places = placesUnknown, currency = 'USD', rowLimit = defaultRowLimit, lastPrices, custodianTotals }: CheckOptions): Context {
  const { tables, adjustments } = tablesInForce(given, asOf);
  const find = settingsFinder(tables.settings ?? []);
  return { tables, adjustments, asOf, places, currency, rowLimit, lastPrices, custodianTotals, index: indexBook(tables), settingsOf: (account) => find(account).settings };
}

/** What one check finds. */
export function runCheck(code: CheckCode, context: Context): Issue[] {
  const check: Check = checkCatalogue[code];
  return gather(code, check.severity, check.run(context), context.places);
}

/**
 * All that is wrong with a book, worst first, else in the order of the catalogue and of the rows. Cells that reading
 * has reported already are not reported again. Without a core table nothing else is worth saying.
 */
export function check(tables: Tables, options: CheckOptions): Issue[] {
  const context = checkContext(tables, options);
  if (tableNames.some((name) => definitionOf(name).core && !context.places.has(name))) return [];
  const issues = (Object.keys(checkCatalogue) as CheckCode[]).flatMap((code) => runCheck(code, context));
  return severities.flatMap((severity) => issues.filter((issue) => issue.severity === severity));
}
