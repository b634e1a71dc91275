import type { SheetContent } from '../../shared/workbook/port';
import { addSheet, defineNames } from './book-edit';
import { readBook } from '../../shared/xlsx/book-part';
import { columnsXml } from './columns-xml';
import { contentTypes, declareType } from './content-types';
import { dialectOf, type Dialect } from './dialect';
import { linksXml, type LinkTest } from './links-xml';
import type { Package } from '../../shared/xlsx/package';
import { addRelationship } from './relationships';
import { rulesXml } from './rules-xml';
import { sheetDataXml, type CellContext } from './rows-xml';
import { layoutOf, type SheetLayout } from './sheet-layout';
import { StylesPart } from './styles-part';
import { tableXml } from './table-xml';
import { validationsXml } from './validations-xml';
import { formatXml, pageXml, propertiesXml, viewXml } from './view-xml';

/** Adds a sheet called `name` with its table, at the end of the workbook. */
export async function addNewSheet(pack: Package, content: SheetContent, name: string, tableId: number, isLink: LinkTest): Promise<void> {
  const book = await readBook(pack);
  const dialect = dialectOf(book.root);
  const layout = layoutOf(content);
  const styles = await StylesPart.load(pack);
  const part = pack.freeName('xl/worksheets/sheet', '.xml');
  const table = pack.freeName('xl/tables/table', '.xml');
  const context = { date1904: book.date1904, isLink, kept: new Map() };
  pack.set(part, sheetXml(content, layout, styles, { ...context, dialect, isFirst: book.sheets.length === 0 }));
  styles.save();
  pack.set(table, tableXml(content, layout, tableId, dialect));
  await declareType(pack, table, contentTypes.table);
  await addRelationship(pack, dialect, part, 'table', table); // The first link of a new part is rId1, as the sheet says.
  await addSheet(pack, name, part);
  const headerRow = `$${layout.headerRow}`;
  await defineNames(pack, [{ name: '_xlnm.Print_Titles', sheet: name, place: `${headerRow}:${headerRow}`, ownedBySheet: true }]);
}

interface Surroundings extends CellContext {
  readonly dialect: Dialect;
  readonly isFirst: boolean;
}

function* sheetXml(content: SheetContent, layout: SheetLayout, styles: StylesPart, around: Surroundings): Generator<string> {
  const { main, relationships } = around.dialect;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}" xmlns:r="${relationships}">`;
  yield propertiesXml(content) + viewXml(content, layout, around.isFirst) + formatXml(content) + columnsXml(content, layout, styles);
  yield* sheetDataXml(content, layout, styles, around);
  yield rulesXml(content, layout, styles, 1)
    .map(({ xml }) => xml)
    .join('');
  yield listXml('dataValidations', validationsXml(content, layout), true);
  yield listXml('hyperlinks', linksXml(content, layout, around.isLink), false);
  yield `${pageXml(content)}<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;
}

/** A list element, or nothing when it would be empty: Excel takes empty lists for damage. */
export function listXml(name: string, items: readonly string[], counted: boolean): string {
  if (items.length === 0) return '';
  return `<${name}${counted ? ` count="${items.length}"` : ''}>${items.join('')}</${name}>`;
}
