import type { Cell } from '../workbook/port';
import { nameKey } from '../book/names';
import type { TableName } from '.';
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

/** Finds a name however loosely it is spelled; `US equity` and `US-equity` may be two classes: then only their exact names count. */
function looseFinder(names: readonly string[]): (header: string) => string | undefined {
  const spelling = new Map(names.map((name) => [nameKey(name), name]));
  const loose = new Map<string, string | undefined>();
  for (const name of spelling.values()) loose.set(looseHeader(name), loose.has(looseHeader(name)) ? undefined : name);
  return (header) => spelling.get(nameKey(header)) ?? loose.get(looseHeader(header));
}

/** Every extra column that is named, as numbers by that name; a name that two columns bear is a conflict. */
function namedColumns(property: string, extra: Extra, nameOf: (header: string, column: number) => string | undefined, read: (cell: Cell) => Reading<number>): OpenColumns {
  const named = extra.flatMap(({ header, column }) => {
    const name = nameOf(header, column);
    return name === undefined ? [] : [{ key: name, column, header, read: (cell: Cell) => ({ [name]: read(cell) }) }];
  });
  const first = new Map([...named].reverse().map((one) => [one.key, one]));
  const conflicts = named.flatMap(({ key, column, header }) =>
    (first.get(key)!.column === column ? [] : [{ property: key, headers: [first.get(key)!.header, header], column }]));
  return { property, columns: [...first.values()].reverse(), conflicts, mistyped: [] };
}

/** Risk classes: every extra column that bears the name of a class in the table, spelled as loosely as any header. */
function correlationColumns(extra: Extra, { names }: OpenContext): OpenColumns {
  return namedColumns('correlations', extra, looseFinder(names), readCorrelation);
}

function readCorrelation(cell: Cell): Reading<number> {
  const reading = readNumber(cell, correlation);
  if (reading.value === undefined || Math.abs(reading.value) <= 1) return reading;
  return unreadable({ code: 'G11', severity: 'skip', says: `is ${reading.value}`, found: String(cell), fix: 'A correlation lies between -1 and 1.' });
}

const factorNumber = number('Factor', { help: 'An exposure to a factor, or a covariance a year.', example: 1 });

/** Exposures and Factor covariance: columns that bear a factor's name, and other columns of numbers, which check K05 compares with the factors. */
const factorColumns = (property: string) => (extra: Extra, { names, holdsNumbers }: OpenContext): OpenColumns => {
  const find = looseFinder(names);
  return namedColumns(property, extra, (header, column) => find(header) ?? (holdsNumbers(column) ? header : undefined), (cell) => readNumber(cell, factorNumber));
};

/** What is known of the table when its added columns are understood. */
export interface OpenContext {
  /** Texts of the first key column of the table, or of the one that names its columns. */
  readonly names: readonly string[];
  /** True when a column's filled cells are all numbers, and there is one. */
  holdsNumbers(column: number): boolean;
}

/** The open tables, and how their added columns are understood. */
export const openTables: Readonly<Record<string, (extra: Extra, context: OpenContext) => OpenColumns>> = {
  settings: settingColumns,
  riskClasses: correlationColumns,
  exposures: factorColumns('exposures'),
  factorCovariance: factorColumns('covariances'),
};

/** Open tables whose added columns are named after the rows of another table. */
export const columnsNamedBy: Readonly<Partial<Record<TableName, TableName>>> = { exposures: 'factorCovariance' };
