import { definitionOf, type TableName } from '.';

/** Columns that the example row leaves blank: they exclude one that it fills, or belong to another kind of row. */
const leftBlank: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  holdings: ['unitCost', 'unsettled', 'holdingPeriodStart', 'disallowedLoss'],
  taxProfiles: ['taxBudget'],
  cashFlows: ['percentOfAccount'],
  corporateActions: ['cashPerShare', 'basisToNew'],
  overrides: ['symbol', 'value'],
  manualTrades: ['amount', 'toPercent', 'into'],
};

/** With fewer columns beyond those that are needed, someone could have typed the same row. */
const leastOptional = 2;

/** The example row of a table, by property: percentages as fractions, days as ISO text. */
export function exampleRow(name: TableName): Readonly<Record<string, string | number>> {
  const blank = leftBlank[name] ?? [];
  return Object.fromEntries(Object.entries(definitionOf(name).columns).flatMap(([property, { example }]) => (blank.includes(property) ? [] : [[property, example]])));
}

/** True for tables whose columns suffice to know an example row again. */
export function hasExample(name: TableName): boolean {
  return optionalColumns(name, Object.keys(exampleRow(name))).length >= leastOptional;
}

/**
 * True for a row of a template that nobody has edited: every column that the sheet has holds its example, or is blank where the
 * example is. One changed cell makes it a row like any other.
 */
export function isExampleRow(name: TableName, cells: ReadonlyMap<string, unknown>): boolean {
  const example = exampleRow(name);
  const filled = [...cells.keys()].filter((property) => example[property] !== undefined);
  return optionalColumns(name, filled).length >= leastOptional && [...cells].every(([property, value]) => value === example[property]);
}

function optionalColumns(name: TableName, properties: readonly string[]): string[] {
  const { columns, needs = [] } = definitionOf(name);
  return properties.filter((property) => !columns[property].required && !needs.includes(property));
}
