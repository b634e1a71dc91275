import type { z } from 'zod';
import { definitionOf, settingsCatalogue, type TableName } from '../contract';
import { quote, type Trouble } from '../contract/cells/reading';
import type { Setting } from '../contract/settings-catalogue';
import type { BadRow } from './line-reader';

/** What is wrong with one field of a row, and its header. */
export interface FieldTrouble {
  readonly trouble: Trouble;
  readonly header: string;
}

/** A bad row understood: its troubles, and what is left of it when no field that it needs is among them. */
export interface MendedRow {
  readonly troubles: readonly FieldTrouble[];
  readonly row?: object;
}

/** Takes the fields out of a row that are not as the contract says; without one that it needs, there is no row. */
export function mendRow({ table, row, error }: BadRow): MendedRow {
  const { columns } = definitionOf(table);
  const kept: Record<string, unknown> = structuredClone(row);
  let isWhole = true;
  const troubles = error.issues.flatMap((issue): FieldTrouble[] => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
    for (const path of names ? names.map((name) => [...issue.path, name]) : [issue.path]) {
      if (columns[String(path[0])]?.required || path.length === 0) isWhole = false;
      remove(kept, path);
    }
    return names ? names.map((name) => unknownField([...issue.path, name])) : [fieldTrouble(table, issue, valueAt(row, issue.path))];
  });
  return { troubles, row: isWhole ? kept : undefined };
}

/** B04: a field that nobody reads may be a misspelled one that somebody meant. */
function unknownField(path: readonly PropertyKey[]): FieldTrouble {
  const name = path.map(String).join('.');
  const trouble: Trouble = { code: 'B04', severity: 'skip', says: 'is a field that the table does not have', found: name, fix: 'Maybe its name is misspelled.' };
  return { trouble, header: quote(name) };
}

function fieldTrouble(table: TableName, { path, message }: z.core.$ZodIssue, value: unknown): FieldTrouble {
  const header = headerOf(table, path);
  if (value === undefined) return { header, trouble: { code: 'G02', severity: 'skip', says: 'is missing', found: '', fix: 'Add it, or take the line out.' } };
  const found = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const rule = message.replace(/^Invalid [^:]*: /, '').replace(/, received .*$/, '');
  return { header, trouble: { code: 'G11', severity: 'skip', says: `is ${quote(found)}`, found: found.slice(0, 200), fix: `${rule[0]?.toUpperCase() ?? ''}${rule.slice(1)}.` } };
}

/** `Cost basis`; a setting by its own header; the field's name where it has none. */
function headerOf(table: TableName, path: readonly PropertyKey[]): string {
  const [property = '', inner] = path.map(String);
  if (property === 'values' && inner !== undefined) return (settingsCatalogue as Readonly<Record<string, Setting>>)[inner]?.header ?? inner;
  return definitionOf(table).columns[property]?.header ?? inner ?? property;
}

function valueAt(row: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), row);
}

function remove(row: Record<PropertyKey, unknown>, path: readonly PropertyKey[]): void {
  const last = path.at(-1);
  const owner = valueAt(row, path.slice(0, -1));
  if (last !== undefined && typeof owner === 'object' && owner !== null) delete (owner as Record<PropertyKey, unknown>)[last];
}
