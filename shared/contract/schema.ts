import { z } from 'zod';
import { isIsoDate } from '../dates';
import { definitionOf, tableNames, type TableName, type Tables } from '.';
import type { Column, ColumnType } from './column';
import { settingsCatalogue, type Setting } from './settings-catalogue';

/** Longest text where a column says nothing else. */
const defaultLength = 1000;

const bounded = (column: Column, schema = z.number()): z.ZodNumber => {
  const low = column.min === undefined ? schema : schema.min(column.min);
  return column.max === undefined ? low : low.max(column.max);
};

const schemas = {
  text: ({ length = defaultLength }) => z.string().min(1).max(length),
  number: bounded,
  whole: (column) => bounded(column, z.number().int()),
  money: bounded,
  // No upper bound: a percentage a hundred times too big is warning G08, for a person to judge, not a refusal.
  percent: ({ min }) => bounded({ min } as Column),
  bp: bounded,
  date: () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isIsoDate, 'not a day of the calendar'),
  list: ({ choices = {} }) => z.enum(Object.keys(choices) as [string, ...string[]]),
} satisfies Record<ColumnType, (column: Column) => z.ZodType>;

function columnSchema(column: Column): z.ZodType {
  const schema = (schemas[column.type] as (column: Column) => z.ZodType)(column).describe(column.help);
  return column.required ? schema : schema.optional();
}

/** A setting on the wire: its value as `Settings` holds it, or `none` for a limit. */
function settingSchema(setting: Setting): z.ZodType {
  const { scale = 1, min, max } = setting;
  const scaled = { ...setting, required: true, min: min === undefined ? min : min * scale, max: max === undefined ? max : max * scale };
  const value = setting.yesNo ? z.boolean() : setting.pattern ? z.string().regex(setting.pattern) : columnSchema(scaled);
  return (setting.none === 'unlimited' ? z.union([value, z.literal('none')]) : value).optional().describe(setting.help);
}

const openShapes: Partial<Record<TableName, Record<string, z.ZodType>>> = {
  settings: {
    values: z.strictObject(Object.fromEntries(Object.entries(settingsCatalogue).map(([key, setting]) => [key, settingSchema(setting)]))),
  },
  riskClasses: { correlations: z.record(z.string().min(1).max(60), z.number().min(-1).max(1)) },
  exposures: { exposures: z.record(z.string().min(1).max(60), z.number()) },
  factorCovariance: { covariances: z.record(z.string().min(1).max(60), z.number()) },
};

/** One row of a table as it travels. */
export function rowSchema(name: TableName): z.ZodType {
  const shape = Object.fromEntries(Object.entries(definitionOf(name).columns).map(([property, column]) => [property, columnSchema(column)]));
  return z.strictObject({ ...shape, ...openShapes[name], row: z.number().int().min(1).optional() });
}

function tableSchema(name: TableName): z.ZodType {
  const { core, help } = definitionOf(name);
  const rows = z.array(rowSchema(name)).describe(help);
  return core ? rows : rows.optional();
}

/**
 * The tables as they travel to the service, derived from the contract's columns: strict objects, lists as enums,
 * ISO days, fractions for percentages. Values that a check explains better (rates, prices, sums) are not bounded here.
 */
export const tablesSchema = z.strictObject(
  Object.fromEntries(tableNames.map((name) => [name, tableSchema(name)])),
) as unknown as z.ZodType<Tables>;
