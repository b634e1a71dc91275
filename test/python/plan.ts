import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf, settingsCatalogue, tableNames } from '../../shared/contract';
import type { Column } from '../../shared/contract/column';
import type { SheetContent } from '../../shared/workbook/port';
import { python } from './run-python';

/** How the owner of a workbook keeps a book; see make_book.py. */
export interface Style {
  /** `own`: other names, other order, other sheet names. */
  readonly headers: 'own' | 'contract';
  /** `text`: numbers, percentages and days are text. */
  readonly values: 'plain' | 'text';
  /** Title rows above the header, and the table not in column A. */
  readonly banner: boolean;
  /** A line of sums below the holdings. */
  readonly totals: boolean;
  /** Blank rows in between. */
  readonly gaps: boolean;
  /** Columns that the contract does not know. */
  readonly extras: boolean;
  /** Excel tables, with names of their own. */
  readonly tables: boolean;
}

/** Makes a workbook of the sheets in the style; returns its path. */
export function makeBook(folder: string, name: string, sheets: readonly SheetContent[], style: Style, seed: number, asOf: string): string {
  const planned = sheets.flatMap((sheet) => plannedSheet(sheet) ?? []);
  const plan = join(folder, `${name}.json`);
  writeFileSync(plan, JSON.stringify({ style, seed, asOf, sheets: planned }));
  python('make_book', plan, join(folder, name));
  return join(folder, name);
}

/** A sheet with what else it and its columns may be called; undefined for sheets that are no input. */
function plannedSheet({ table, sheet, columns, rows }: SheetContent): object | undefined {
  const name = tableNames.find((one) => definitionOf(one).excel === table);
  if (name === undefined) return undefined;
  const definition = definitionOf(name);
  const known: readonly Column[] = [
    ...Object.values(definition.columns),
    ...(name === 'settings' ? Object.values(settingsCatalogue as Record<string, Column>) : []),
  ];
  return {
    sheet,
    aliases: definition.aliases,
    rows,
    columns: columns.map(({ header, kind }) => {
      const column = known.find((one) => one.header === header);
      return { header, aliases: column?.aliases ?? [], type: column?.type === 'list' ? 'text' : (column?.type ?? kind) };
    }),
  };
}
