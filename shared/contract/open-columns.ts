import type { Cell } from '../workbook/port';
import { nameKey } from '../book/names';
import { readNumber } from './cells/number';
import { unreadable, type CellContext, type Reading } from './cells/reading';
import { number, type Column } from './column';
import { looseHeader, matchHeaders, type Match } from './match';
import { nearest } from './nearest';
import { pairedSettings, readDefaultRates, readSetting, type SettingReading } from './setting-cells';
import { settingsCatalogue } from './settings-catalogue';

/** One freely added column that means something: where it is, and what its cells give. */
export interface OpenColumn {
  readonly header: string;
  readonly column: number;
  /** Set for percent columns, which are judged as a whole. */
  readonly percent?: Column;
  readonly key: string;
  read(cell: Cell, context: CellContext): SettingReading;
}

/** What an open table makes of the columns that are not its own. */
export interface OpenColumns {
  /** Property of the row that holds the values. */
  readonly property: string;
  readonly columns: readonly OpenColumn[];
  readonly conflicts: Match['conflicts'];
  /** Headers that look like a mistyped setting: found and meant. */
  readonly mistyped: readonly { readonly header: string; readonly column: number; readonly meant: string }[];
}

type Extra = Match['extra'];

const settingFields = {
  ...settingsCatalogue,
  defaultTaxRates: { header: pairedSettings.header, aliases: pairedSettings.aliases, required: false, type: 'list' as const },
};

/** Settings: every extra column that the catalogue knows. */
function settingColumns(extra: Extra): OpenColumns {
  const headers: Cell[] = [];
  for (const { header, column } of extra) headers[column] = header;
  const filled = Array.from(headers, (header) => header ?? null);
  const match = matchHeaders(filled, settingFields);
  const columns = [...match.columns].map(([key, column]): OpenColumn => ({
    key,
    column,
    header: (settingFields as Record<string, { header: string }>)[key].header,
    percent: (settingsCatalogue as Record<string, Column>)[key]?.type === 'percent' ? (settingsCatalogue as Record<string, Column>)[key] : undefined,
    read: key === 'defaultTaxRates' ? readDefaultRates : (cell, context) => ({ [key]: readSetting(key, cell, context) }),
  }));
  const known = new Map(Object.values(settingFields).map(({ header }) => [looseHeader(header), header]));
  const mistyped = match.extra.flatMap(({ header, column }) => {
    const meant = nearest(looseHeader(header), known.keys());
    return meant === undefined ? [] : [{ header, column, meant: known.get(meant) as string }];
  });
  return { property: 'values', columns, conflicts: match.conflicts, mistyped };
}

const correlation = number('Correlation', { min: -1, max: 1, help: 'Correlation with another class, −1 to 1.', example: 0.85 });

/** Risk classes: every extra column that bears the name of a class in the table, spelled as loosely as any header. */
function correlationColumns(extra: Extra, classes: readonly string[]): OpenColumns {
  const spelling = new Map(classes.map((name) => [nameKey(name), name]));
  const loose = new Map<string, string | undefined>();
  // `US equity` and `US-equity` may be two classes: then only their exact names count.
  for (const name of spelling.values()) loose.set(looseHeader(name), loose.has(looseHeader(name)) ? undefined : name);
  const columns = extra.flatMap(({ header, column }): OpenColumn[] => {
    const name = spelling.get(nameKey(header)) ?? loose.get(looseHeader(header));
    return name === undefined ? [] : [{ key: name, column, header, read: (cell) => ({ [name]: readCorrelation(cell) }) }];
  });
  return { property: 'correlations', columns, conflicts: [], mistyped: [] };
}

function readCorrelation(cell: Cell): Reading<number> {
  const reading = readNumber(cell, correlation);
  if (reading.value === undefined || Math.abs(reading.value) <= 1) return reading;
  return unreadable({ code: 'G11', severity: 'skip', says: `is ${reading.value}`, found: String(cell), fix: 'A correlation lies between -1 and 1.' });
}

/** The open tables, and how their added columns are understood; `names` are the texts of the table's first key column. */
export const openTables: Readonly<Record<string, (extra: Extra, names: readonly string[]) => OpenColumns>> = {
  settings: settingColumns,
  riskClasses: correlationColumns,
};
