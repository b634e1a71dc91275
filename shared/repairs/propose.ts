import { checkCatalogue, checkContext, type CheckCode, type CheckOptions } from '../checks';
import type { Check, Context, Finding } from '../checks/check';
import { findingKey, headerOf } from '../checks/gather';
import { definitionOf, tableNames, type TableName } from '../contract';
import type { Trouble } from '../contract/cells/reading';
import { locateTables } from '../contract/locate';
import { readTables, type ReadTables } from '../contract/parse';
import type { Place } from '../contract/places';
import { troubleKey } from '../contract/trouble-book';
import { contractStanding } from '../contract/upgrades';
import type { WorkbookContent } from '../workbook/port';
import { CellFinder } from './cell-finder';
import { dateOrder } from './date-order';
import { RepairDraft } from './draft';
import type { Repair } from './repair';

/** One cell's trouble, as reading met it. */
interface Heard {
  readonly trouble: Trouble;
  readonly table: TableName;
  readonly header: string;
  readonly place: Place;
}

/**
 * Everything that could be mended in a workbook, in the order in which it is best done; an issue that can be mended in several ways
 * has a repair for each. Pure: nothing is written. It reads and checks the workbook once more, so it is asked for when someone wants
 * to mend. A workbook of another version of the contract is upgraded first.
 */
export function proposeRepairs(content: WorkbookContent, options: Omit<CheckOptions, 'places'>): Repair[] {
  if (contractStanding(content.names).is !== 'current') return [];
  const heard: Heard[] = [];
  const read = readTables(content, (trouble, table, header, place) => heard.push({ trouble, table, header, place }));
  const finder = new CellFinder(locateTables(content), read.places);
  const drafts = [...draftTroubles(heard, finder)];
  if (tableNames.every((name) => !definitionOf(name).core || read.places.has(name))) drafts.push(...draftChecks(read, options, finder));
  return drafts.flatMap((draft) => draft.repairs());
}

function draftTroubles(heard: readonly Heard[], finder: CellFinder): Iterable<RepairDraft> {
  const drafts = new Map<string, RepairDraft>();
  for (const { trouble, table, header, place } of heard) {
    const key = troubleKey(trouble, table, header);
    let draft = drafts.get(key);
    if (!draft) drafts.set(key, draft = new RepairDraft(trouble.code, place, header));
    const { suggested, fix = '', either } = trouble;
    if (suggested !== undefined) draft.put('', fix, finder.at(table, place, header, suggested));
    if (!either) continue;
    draft.put('day', 'Take the first figure as the day.', finder.at(table, place, header, either.day, 'date'));
    draft.put('month', 'Take the first figure as the month.', finder.at(table, place, header, either.month, 'date'));
  }
  dropOtherOrder(heard, drafts, finder);
  return drafts.values();
}

/** Where other dates of a column tell which figure is the day, only that reading is proposed. */
function dropOtherOrder(heard: readonly Heard[], drafts: ReadonlyMap<string, RepairDraft>, finder: CellFinder): void {
  const judged = new Set<string>();
  for (const { trouble, table, header, place } of heard) {
    const key = troubleKey(trouble, table, header);
    if (!trouble.either || judged.has(key)) continue;
    judged.add(key);
    const order = dateOrder(finder.column(table, place));
    if (order !== undefined) drafts.get(key)?.drop(order === 'day' ? 'month' : 'day');
  }
}

function draftChecks({ tables, places }: ReadTables, options: Omit<CheckOptions, 'places'>, finder: CellFinder): RepairDraft[] {
  const context = checkContext(tables, { ...options, places });
  const restated = new Set(context.adjustments.map(({ lot }) => lot.row));
  const isOwn = (table: TableName, row: number): boolean => table !== 'holdings' || !restated.has(row);
  return (Object.keys(checkCatalogue) as CheckCode[]).flatMap((code) => {
    const drafts = new Map<string, RepairDraft>();
    const check: Check = checkCatalogue[code];
    for (const finding of check.run(context)) {
      const key = findingKey(finding, finding.severity ?? check.severity);
      const draft = drafts.get(key) ?? draftOf(code, finding, context);
      if (!draft) continue;
      drafts.set(key, draft);
      draftFinding(draft, finding, finder, isOwn);
    }
    return [...drafts.values()];
  });
}

function draftOf(code: CheckCode, { table, row, column }: Finding, { places }: Context): RepairDraft | undefined {
  if (table === undefined || (column !== undefined && places.unread(table, row, column))) return undefined;
  return new RepairDraft(code, places.cell(table, row, column), column === undefined ? undefined : headerOf(table, column));
}

/** `isOwn` is false for lots that a corporate action restates: what a check says of them is not what their cells hold. */
function draftFinding(draft: RepairDraft, { table, row, column, suggested, fix = '', ways = [] }: Finding, finder: CellFinder, isOwn: (table: TableName, row: number) => boolean): void {
  if (suggested !== undefined && table !== undefined && row !== undefined && column !== undefined && isOwn(table, row)) {
    draft.put('', fix, finder.in(table, row, column, suggested));
  }
  for (const { name, says, cells } of ways) {
    for (const cell of cells) if (cell.row !== undefined && isOwn(cell.table, cell.row)) draft.put(name, says, finder.in(cell.table, cell.row, cell.column, cell.value));
    const added = cells.filter((cell) => cell.row === undefined);
    if (added.length > 0) draft.putRow(name, says, JSON.stringify(added), () => finder.newRow(added[0].table, added));
  }
}
