import { definitionOf, settingsCatalogue, tableNames, type TableName } from '../contract';
import type { Column } from '../contract/column';
import { exampleRow, hasExample } from '../contract/example-row';
import { inputSheet } from '../sample/input-sheet';
import type { SheetContent } from '../workbook/port';

/** The settings that a new Settings sheet has columns for; others are added by typing their header. */
const firstSettings = ['style', 'cashTarget', 'minimumTrade', 'band', 'harvestLosses', 'taxCare'] as const satisfies readonly (keyof typeof settingsCatalogue)[];

const exampleColor = '#7F7F7F';

/** The tables that a run needs. */
export const coreTables: readonly TableName[] = tableNames.filter((name) => definitionOf(name).core);

/**
 * A sheet to fill: all columns of a table with formats, drop-downs and help, and one example row in grey that reading ignores
 * until one of its cells is changed. Tables of names and numbers only come without: nobody could tell their example from data.
 */
export function templateSheet(name: TableName): SheetContent {
  const table = definitionOf(name);
  const extra: Record<string, Column> = name === 'settings' ? Object.fromEntries(firstSettings.map((key) => [key, settingsCatalogue[key]])) : {};
  const columns = Object.entries({ ...table.columns, ...extra });
  // A row that fills every column shows them all, and gives their widths.
  const sheet = inputSheet(table, [Object.fromEntries(columns.map(([key, { example }]) => [key, example]))], extra);
  const prompts = columns.map(([key, column]) => prompt(column, table.needs?.includes(key) === true));
  const content = { ...sheet, columns: sheet.columns.map((column, index) => ({ ...column, note: prompts[index] })), rows: [] };
  if (!hasExample(name)) return content;
  const example = exampleRow(name);
  const { header, example: first } = table.columns[table.key[0] ?? columns[0][0]];
  return {
    ...content,
    rows: [columns.map(([key]) => example[key] ?? null)],
    rules: [{ kind: 'tint', column: header, beginsWith: String(first), wholeRow: true, color: exampleColor }],
  };
}

/** What shows when a header is selected: whether the column is needed, what it means, what it may hold. */
function prompt({ help, required, example, type }: Column, headerNeeded: boolean): string {
  const shown = type === 'percent' && typeof example === 'number' ? `${Number((example * 100).toFixed(6))}%` : String(example);
  return [required ? 'Needed.' : headerNeeded ? 'The column is needed.' : '', help, `Example: ${shown}`].filter(Boolean).join(' ');
}
