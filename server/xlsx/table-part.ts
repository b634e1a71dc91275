import type { Package } from '../../shared/xlsx/package';
import { readRelationships } from '../../shared/xlsx/relationships';
import { decodeXstring } from '../../shared/xlsx/xml-text';
import { parseRange, type CellRange } from '../../shared/xlsx/range';
import { child, children, parseXml, type XmlElement } from '../../shared/xlsx/xml-tree';

/** An Excel table as its part describes it. */
export interface TablePart {
  readonly part: string;
  readonly source: string;
  readonly root: XmlElement;
  readonly name: string;
  readonly id: number;
  /** Header, body and totals together. */
  readonly range: CellRange;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly headers: readonly string[];
}

/** The tables of a worksheet; a table whose range cannot be read is left out. */
export async function readTables(pack: Package, sheetPart: string): Promise<TablePart[]> {
  const tables: TablePart[] = [];
  for (const { kind, target } of await readRelationships(pack, sheetPart)) {
    if (kind !== 'table' || !pack.has(target)) continue;
    const table = await readTable(pack, target);
    if (table) tables.push(table);
  }
  return tables;
}

async function readTable(pack: Package, part: string): Promise<TablePart | undefined> {
  const source = await pack.text(part);
  const root = parseXml(part, source);
  const { attributes } = root;
  const range = parseRange(attributes.ref ?? '');
  const name = attributes.displayName ?? attributes.name;
  if (!range || !name) return undefined;
  return {
    part,
    source,
    root,
    name,
    range,
    id: Number(attributes.id),
    headerRows: Number(attributes.headerRowCount ?? 1),
    totalsRows: Number(attributes.totalsRowCount ?? 0),
    headers: children(child(root, 'tableColumns'), 'tableColumn').map((column) => decodeXstring(column.attributes.name ?? '')),
  };
}
