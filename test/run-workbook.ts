import type { RunResult } from '../shared/api/result';
import type { Tables } from '../shared/contract';
import { readTables } from '../shared/contract/parse';
import type { Issue } from '../shared/issue';
import type { IsoDate } from '../shared/units';
import { MemoryWorkbook } from '../shared/workbook/memory';
import type { SheetContent, Workbook } from '../shared/workbook/port';
import { solvers } from '../server/optimizer/solvers';
import { decideUnit } from '../server/workflow/decide-unit';
import { runBook } from '../server/workflow/run-book';

/** What a workbook says and what a run makes of it. */
export interface WorkbookRun {
  readonly tables: Tables;
  /** What reading found; the checks of the tables are in `result.dataIssues`. */
  readonly issues: readonly Issue[];
  readonly result: RunResult;
}

/** A workbook in memory that holds the sheets, as a user's would. */
export async function workbookOf(sheets: readonly SheetContent[]): Promise<Workbook> {
  const workbook = new MemoryWorkbook();
  await workbook.write(sheets);
  return workbook;
}

/** Reads a workbook and runs it on the real engine and solver, in this process. */
export async function runWorkbook(workbook: Workbook, asOf: IsoDate): Promise<WorkbookRun> {
  const { tables, issues, places } = readTables(await workbook.read(() => true));
  const solver = await solvers.native();
  const result = await runBook({ tables, asOf, issues, places }, { decideUnit: async (unit, signal) => decideUnit(unit, solver, signal) });
  return { tables, issues, result };
}

/** Trades as lines of text, for reading. */
export function tradeLines({ trades }: RunResult): string {
  const cells = trades.map(({ accountId, action, symbol, lotId, quantity, price, amount, gainOrLoss, term, estTax, why }) => [
    accountId,
    action,
    symbol,
    lotId ?? '',
    String(quantity),
    String(price),
    amount.toFixed(2),
    gainOrLoss?.toFixed(2) ?? '',
    term ?? '',
    estTax?.toFixed(2) ?? '',
    why,
  ]);
  const rows = [['Account', 'Action', 'Symbol', 'Lot', 'Quantity', 'Price', 'Amount', 'Gain', 'Term', 'Est. tax', 'Why'], ...cells];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const isNumber = (column: number) => column >= 4 && column !== 8 && column < 10;
  return rows
    .map((row) =>
      row
        .map((cell, column) => (isNumber(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
