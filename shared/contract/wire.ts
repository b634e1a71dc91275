import { definitionOf, tableNames, type Tables } from '.';

type Row = Readonly<Record<string, unknown>>;

/** The tables without what never leaves the workbook: names, notes, reasons, file names. Rows keep their numbers, for messages. */
export function toWire(tables: Tables): Tables {
  return Object.fromEntries(tableNames.flatMap((name) => {
    const rows = tables[name] as readonly Row[] | undefined;
    if (rows === undefined) return [];
    const { columns } = definitionOf(name);
    const isLocal = (property: string): boolean => columns[property]?.local === true;
    return [[name, rows.map((row) => Object.fromEntries(Object.entries(row).filter(([property]) => !isLocal(property))))]];
  })) as unknown as Tables;
}
