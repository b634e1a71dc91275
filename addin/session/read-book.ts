import { check } from '../../shared/checks';
import type { Tables } from '../../shared/contract';
import { readTables } from '../../shared/contract/parse';
import { severities } from '../../shared/issue';
import { suggestMapping } from '../../shared/mapping/guess/suggest';
import { readInput } from '../../shared/mapping/read-input';
import { proposeRepairs } from '../../shared/repairs/propose';
import { isLastPrices, lastPricesOf } from '../../shared/sheets/last-prices';
import type { IsoDate } from '../../shared/units';
import type { Region } from '../../shared/workbook/port';
import { skippedAccounts } from './group-issues';
import { localDay, localTime } from '../../shared/local-day';
import type { OpenWorkbook } from './ports';
import type { CheckReport } from './state';

/** The workbook's input, read and checked. */
export interface CheckedBook {
  readonly tables: Tables;
  readonly regions: readonly Region[];
  readonly report: CheckReport;
}

/** Reads all input tables and checks them. `onRead` is called between the two. The as-of day is the workbook's, else today. */
export async function readBook(workbook: OpenWorkbook, now: () => Date, onRead: () => void): Promise<CheckedBook> {
  const content = await readInput(workbook, isLastPrices);
  onRead();
  const { tables, issues: readingIssues, asOf: written, places } = readTables(content);
  const asOf: IsoDate = written ?? localDay(now());
  const issues = [...(await suggestMapping(workbook, readingIssues)), ...check(tables, { asOf, places, lastPrices: lastPricesOf(content.regions) })].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  const rows = Object.values(tables).reduce((sum, table) => sum + (table?.length ?? 0), 0);
  const accounts = tables.accounts.map(({ accountId }) => accountId);
  const known = new Set(accounts);
  // An account that only Holdings names is an issue, not an account left out.
  const skipped = skippedAccounts(issues).filter((id) => known.has(id));
  const repairs = issues.length > 0 ? proposeRepairs(content, { asOf }) : [];
  const report: CheckReport = { at: localTime(now()), asOf, rows, accounts, issues, skipped, repairs };
  return { tables, regions: content.regions, report };
}
