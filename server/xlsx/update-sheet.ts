import type { SheetContent } from '../../shared/workbook/port';
import { calculateOnLoad } from './book-edit';
import { bookTarget, readBook } from '../../shared/xlsx/book-part';
import { columnsXml } from './columns-xml';
import { forgetType } from './content-types';
import { keepCells, type SheetRemains } from './kept-cells';
import { linksXml, type LinkTest } from './links-xml';
import { listXml } from './new-sheet';
import type { Package } from '../../shared/xlsx/package';
import { contains, parseRange, type CellRange } from '../../shared/xlsx/range';
import { removeRelationship } from './relationships';
import { rulesXml, signOf } from './rules-xml';
import { sheetDataXml } from './rows-xml';
import { layoutOf, type SheetLayout } from './sheet-layout';
import { splitSheet } from './sheet-frame';
import { sheetOrder } from './sheet-order';
import { StylesPart } from './styles-part';
import type { TablePart } from './table-part';
import { updatedTableXml } from './table-xml';
import { validationsXml } from './validations-xml';
import { withPrefix, XmlEdit } from './xml-edit';
import { child, children, type XmlElement } from '../../shared/xlsx/xml-tree';

/** Excel's limit on rows, to say "the whole of these columns". */
const LAST_ROW = 1_048_576;

/**
 * Puts new content in the table of a sheet of ours. The sheet keeps its place, name, view, column widths and page set-up, and
 * everything people added to it: cells beside the table, charts, comments, their own rules and lists.
 */
export async function updateSheet(pack: Package, content: SheetContent, part: string, table: TablePart, isLink: LinkTest): Promise<void> {
  const { date1904 } = await readBook(pack);
  const layout = layoutOf(content, table);
  const styles = await StylesPart.load(pack);
  const { source, root, data, cells } = splitSheet(part, await pack.text(part));
  const remains = keepCells(part, cells, ourCells(layout, table));
  const edit = new XmlEdit(source);
  const update: Update = { edit, root, content, layout, table };
  const marker = '\u0000';
  edit.swap(data, marker);
  editColumns(update, styles);
  editRules(update, styles);
  editList(update, 'dataValidations', validationsXml(content, layout), true, isOurValidation);
  editList(update, 'hyperlinks', linksXml(content, layout, isLink), false, isInTable);
  const [before, after] = edit.toString().split(marker);
  const fresh = sheetDataXml(content, layout, styles, { date1904, isLink, kept: remains.kept });
  pack.set(part, assemble(before, fresh, after, root.prefix));
  styles.save();
  pack.set(table.part, updatedTableXml(table, content, layout));
  await settleFormulas(pack, remains);
}

interface Update {
  readonly edit: XmlEdit;
  readonly root: XmlElement;
  readonly content: SheetContent;
  readonly layout: SheetLayout;
  readonly table: TablePart;
}

function* assemble(before: string, cells: Iterable<string>, after: string, prefix: string): Generator<string> {
  yield before;
  for (const piece of cells) yield withPrefix(piece, prefix);
  yield after;
}

/** The heading, the table as it was and the table as it will be. */
function ourCells({ titleRow, left, table: after }: SheetLayout, before: TablePart): CellRange[] {
  const lines = titleRow ? [{ top: titleRow, left, bottom: titleRow + 2, right: left }] : [];
  return [...lines, before.range, after];
}

/** Widths are the user's once the sheet exists, unless the columns themselves are other ones now. */
function editColumns({ edit, root, content, layout, table }: Update, styles: StylesPart): void {
  const dimension = child(root, 'dimension');
  if (dimension) edit.swap(dimension, ''); // Optional, and no longer true.
  if (content.columns.map(({ header }) => header).join('\n') === table.headers.join('\n')) return;
  const existing = child(root, 'cols');
  const xml = withPrefix(columnsXml(content, layout, styles), root.prefix);
  if (existing) edit.swap(existing, xml);
  else edit.insert(root, sheetOrder, 'cols', xml);
}

/** Our rules are known by what they do; they are written anew over the new rows, others stay. */
function editRules({ edit, root, content, layout }: Update, styles: StylesPart): void {
  const existing = children(root, 'conditionalFormatting');
  const priorities = existing.flatMap(({ children: rules }) => rules.map(({ attributes }) => Number(attributes.priority) || 0));
  const rules = rulesXml(content, layout, styles, Math.max(0, ...priorities) + 1);
  const signs = new Set(rules.map(({ sign }) => sign));
  for (const format of existing) {
    const [first, ...others] = format.children;
    const sign = first && signOf(first.attributes.type, child(first, 'formula')?.text, format.attributes.sqref ?? '');
    if (others.length === 0 && sign !== undefined && signs.has(sign)) edit.swap(format, '');
  }
  edit.insert(root, sheetOrder, 'conditionalFormatting', withPrefix(rules.map(({ xml }) => xml).join(''), root.prefix));
}

/** Replaces those items of a list that are ours. */
function editList(
  update: Update,
  name: string,
  items: readonly string[],
  counted: boolean,
  isOurs: (item: XmlElement, update: Update) => boolean,
): void {
  const { edit, root } = update;
  const existing = child(root, name);
  const fresh = items.map((xml) => withPrefix(xml, root.prefix));
  if (!existing) return void edit.insert(root, sheetOrder, name, withPrefix(listXml(name, items, counted), root.prefix));
  const theirs = existing.children.filter((item) => !isOurs(item, update));
  if (theirs.length + fresh.length === 0) return void edit.swap(existing, '');
  for (const item of existing.children) if (!theirs.includes(item)) edit.swap(item, '');
  if (counted) edit.attributes(existing, { count: String(theirs.length + fresh.length) });
  edit.append(existing, fresh.join(''));
}

/** Ours is a list or a header's note on whole columns of the table. */
function isOurValidation(item: XmlElement, update: Update): boolean {
  const range = parseRange(item.attributes.sqref ?? '');
  if (!range || range.left !== range.right || range.right > update.table.range.right) return false;
  const isNote = range.top === update.layout.headerRow && range.bottom === range.top && item.attributes.promptTitle !== undefined;
  const isList = item.attributes.type === 'list' && range.top === update.layout.firstRow && range.left >= update.layout.left;
  return isNote || isList;
}

function isInTable(item: XmlElement, { table }: Update): boolean {
  const range = parseRange(item.attributes.ref ?? '');
  return range !== undefined && contains({ ...table.range, bottom: LAST_ROW }, range.top, range.left) && range.bottom <= table.range.bottom;
}

/** Formulas elsewhere may read our cells, and the calculation chain must not list a formula that is gone; Excel makes a new chain. */
export async function settleFormulas(pack: Package, { lostFormula }: SheetRemains): Promise<void> {
  const book = await readBook(pack);
  const chain = bookTarget(pack, book, 'calcChain');
  await calculateOnLoad(pack);
  if (!lostFormula || chain === undefined) return;
  pack.remove(chain);
  await removeRelationship(pack, book.part, chain);
  await forgetType(pack, chain);
}
