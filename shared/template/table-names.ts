import { looseHeader } from '../contract/match';
import { nearest } from '../contract/nearest';
import { definitionOf, tableNames, type TableName } from '../contract';
import { coreTables } from './template-sheet';

/** Tables named by people: by sheet, alias or key, `core` or `all`; or the name that is none of these and the nearest. */
export type NamedTables = { readonly tables: readonly TableName[] } | { readonly unknown: string; readonly meant?: string };

/** Reads `accounts, Tax profiles`; each table once, in the order of the sheets. */
export function tablesNamed(text: string): NamedTables {
  const found = new Set<TableName>();
  for (const part of text.split(',').map((one) => one.trim()).filter(Boolean)) {
    const names = tablesOf(part);
    if (!names) return { unknown: part, meant: nearest(looseHeader(part), [...spellings.keys()]) };
    for (const name of names) found.add(name);
  }
  return { tables: tableNames.filter((name) => found.has(name)) };
}

function tablesOf(part: string): readonly TableName[] | undefined {
  const word = looseHeader(part);
  if (word === 'all') return tableNames;
  if (word === 'core') return coreTables;
  const name = spellings.get(word);
  return name === undefined ? undefined : [name];
}

const spellings = new Map<string, TableName>([
  ...tableNames.flatMap((name) => definitionOf(name).aliases.map((alias) => [looseHeader(alias), name] as const)),
  ...tableNames.flatMap((name) => [definitionOf(name).sheet, definitionOf(name).excel, name].map((word) => [looseHeader(word), name] as const)),
]);
