import { cellAddress } from '../../shared/workbook/address';
import { CellsInTheWayError, type CellEdit, type RegionEdit } from '../../shared/workbook/cell-edits';
import { storedCell, type StoredCell } from '../../shared/workbook/cell-value';
import type { RegionName } from '../../shared/workbook/port';
import { looksLikeFormula } from '../../shared/workbook/safe-text';
import { readBook, type SheetEntry } from '../../shared/xlsx/book-part';
import type { Package } from '../../shared/xlsx/package';
import { formatRange } from '../../shared/xlsx/range';
import { encodeXstring } from '../../shared/xlsx/xml-text';
import { child, children } from '../../shared/xlsx/xml-tree';
import { splitSheet } from './sheet-frame';
import { findRows, type CellPlace, type RowPlace } from './sheet-rows';
import { StylesPart } from './styles-part';
import { readTables, type TablePart } from './table-part';
import { settleFormulas } from './update-sheet';
import { withPrefix, XmlEdit } from './xml-edit';

/** Writes single cells of a sheet that people keep; every other cell, format, rule and chart stays as it is. */
export async function editCells(pack: Package, { sheet, table: name, cells }: RegionEdit): Promise<void> {
  if (cells.length === 0) return;
  const { part, table, date1904 } = await findRegion(pack, { sheet, table: name });
  const { source, root, data, cells: before } = splitSheet(part, await pack.text(part));
  const rows = findRows(part, before);
  const bottom = Math.max(...cells.filter(({ value }) => value !== null).map(({ row }) => row), 0);
  if (table) assertRoom(sheet, table, rows, bottom);
  const styles = await StylesPart.load(pack);
  const look = new CellLooks(rows, styles);
  const editor = new RowEditor(before, cells, (edit, cell) => cellXml(edit, cell, date1904, look), root.prefix);
  const edit = new XmlEdit(source).swap(data, editor.sheetData(rows, `${root.prefix}sheetData`));
  const dimension = child(root, 'dimension');
  if (dimension) edit.swap(dimension, ''); // Optional, and no longer true.
  pack.set(part, edit.toString());
  styles.save();
  if (table) {
    const changed = changedTable(table, bottom, cells);
    if (changed !== undefined) pack.set(table.part, changed);
  }
  await settleFormulas(pack, { kept: new Map(), lostFormula: editor.lostFormula });
}

/** Addresses of the cells of a sheet that hold formulas. */
export async function formulaCells(pack: Package, region: RegionName): Promise<Set<string>> {
  const { part } = await findRegion(pack, region);
  const { cells } = splitSheet(part, await pack.text(part));
  return new Set(findRows(part, cells).flatMap(({ row, cells: here }) => here.filter(({ hasFormula }) => hasFormula).map(({ column }) => cellAddress(row, column))));
}

async function findRegion(pack: Package, { sheet, table: name }: RegionName): Promise<{ part: string; table?: TablePart; date1904: boolean }> {
  const { sheets, date1904 } = await readBook(pack);
  const part = sheets.find((entry: SheetEntry) => entry.name === sheet)?.part;
  if (part === undefined || !pack.has(part)) throw new Error(`There is no sheet "${sheet}" to edit`);
  const table = name === undefined ? undefined : (await readTables(pack, part)).find((one) => one.name === name);
  if (name !== undefined && !table) throw new Error(`There is no table "${name}" to edit`);
  return { part, table, date1904 };
}

/** Rows that join the table must not swallow what lies below it, its own totals among them. */
function assertRoom(sheet: string, { range, totalsRows }: TablePart, rows: readonly RowPlace[], bottom: number): void {
  const last = range.bottom - totalsRows;
  if (bottom <= last) return;
  for (const { row, cells } of rows) {
    const taken = row > last && row <= bottom && cells.find(({ column, holds, hasFormula }) => column >= range.left && column <= range.right && (holds !== 'nothing' || hasFormula));
    if (taken) throw new CellsInTheWayError(sheet, cellAddress(row, taken.column), bottom - last);
  }
}

/** The formats that cells of a column have, so that new ones look like their neighbors. */
class CellLooks {
  private readonly seen = new Map<string, string>();

  constructor(rows: readonly RowPlace[], private readonly styles: StylesPart) {
    for (const { cells } of rows) {
      for (const { column, holds, style, hasFormula } of cells) if (style !== undefined && !hasFormula && holds !== 'nothing') this.seen.set(`${column} ${holds}`, style);
    }
  }

  /** The format of a cell that gets `value`: its own while it holds the same kind, else its column's. */
  of({ column, kind }: CellEdit, value: StoredCell, cell: CellPlace | undefined): string | undefined {
    if (typeof value === 'string' && looksLikeFormula(value)) return String(this.styles.cell({ format: '@', quotePrefix: true }));
    const holds = typeof value === 'string' ? 'text' : 'number';
    if (value === null || (cell && cell.holds === holds)) return cell?.style;
    const neighbor = this.seen.get(`${column} ${holds}`);
    if (neighbor !== undefined) return neighbor;
    if (kind === 'date') return String(this.styles.cell({ format: 'yyyy-mm-dd' }));
    return cell?.style;
  }
}

function cellXml(edit: CellEdit, cell: CellPlace | undefined, date1904: boolean, look: CellLooks): string {
  const value = storedCell(edit.value, edit.kind, date1904);
  const style = look.of(edit, value, cell);
  const attributes = `r="${cellAddress(edit.row, edit.column)}"${style === undefined ? '' : ` s="${style}"`}`;
  if (value === null) return style === undefined ? '' : `<c ${attributes}/>`;
  if (typeof value === 'number') return `<c ${attributes}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c ${attributes} t="b"><v>${value ? 1 : 0}</v></c>`;
  const space = /^\s|\s$|\s\s/.test(value) ? ' xml:space="preserve"' : '';
  return `<c ${attributes} t="inlineStr"><is><t${space}>${encodeXstring(value)}</t></is></c>`;
}

/** Puts cells into rows; rows without edits are copied. */
class RowEditor {
  /** True when a cell that was written held a formula, which the calculation chain still lists. */
  lostFormula = false;
  private readonly edits = new Map<number, Map<number, CellEdit>>();

  constructor(
    private readonly before: string,
    cells: readonly CellEdit[],
    private readonly xml: (edit: CellEdit, cell: CellPlace | undefined) => string,
    private readonly prefix: string,
  ) {
    for (const cell of cells) this.edits.set(cell.row, (this.edits.get(cell.row) ?? new Map<number, CellEdit>()).set(cell.column, cell));
  }

  sheetData(rows: readonly RowPlace[], element: string): string {
    const pieces: string[] = [];
    const known = new Set(rows.map(({ row }) => row));
    const added = [...this.edits.keys()].filter((row) => !known.has(row)).sort((a, b) => a - b);
    let next = 0;
    for (const row of rows) {
      for (; next < added.length && added[next] < row.row; next += 1) pieces.push(this.newRow(added[next]));
      pieces.push(this.row(row));
    }
    for (; next < added.length; next += 1) pieces.push(this.newRow(added[next]));
    return `<${element}>${pieces.join('')}</${element}>`;
  }

  private newRow(row: number): string {
    const cells = [...(this.edits.get(row) ?? [])].sort(([a], [b]) => a - b).map(([, edit]) => this.xml(edit, undefined)).join('');
    return cells === '' ? '' : withPrefix(`<row r="${row}">${cells}</row>`, this.prefix);
  }

  /** Rows may leave out their number, and then count on the row before; with rows put between them they cannot. */
  private row({ row, start, innerStart, innerEnd, end, selfClosing, cells }: RowPlace): string {
    const edits = this.edits.get(row);
    const tag = this.before.slice(start, innerStart);
    const numbered = /\sr\s*=/.test(tag) ? tag : tag.replace(/^<[^\s/>]+/, (name) => `${name} r="${row}"`);
    if (!edits) return numbered + this.before.slice(innerStart, end);
    const open = numbered.replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, '').replace(/\s*\/>$/, '>');
    const close = selfClosing ? `</${this.prefix}row>` : this.before.slice(innerEnd, end);
    return open + this.cells(row, cells, edits) + close;
  }

  private cells(row: number, cells: readonly CellPlace[], edits: ReadonlyMap<number, CellEdit>): string {
    const pieces = cells.filter(({ column }) => !edits.has(column)).map(({ column, start, end }) => ({ column, xml: addressed(this.before.slice(start, end), row, column) }));
    for (const [column, edit] of edits) {
      const cell = cells.find((one) => one.column === column);
      this.lostFormula ||= cell?.hasFormula === true;
      pieces.push({ column, xml: withPrefix(this.xml(edit, cell), this.prefix) });
    }
    return pieces.sort((a, b) => a.column - b.column).map(({ xml }) => xml).join('');
  }
}

/** A cell that left its address to its neighbors gets one. */
function addressed(xml: string, row: number, column: number): string {
  return /^<[^>]*?\sr\s*=/.test(xml) ? xml : xml.replace(/^<[^\s/>]+/, (tag) => `${tag} r="${cellAddress(row, column)}"`);
}

/** The table's part after its cells were written; undefined when it says the same. A column is known by what its header cell says. */
function changedTable(table: TablePart, bottom: number, cells: readonly CellEdit[]): string | undefined {
  const { source, root, range, headerRows } = table;
  const columns = children(child(root, 'tableColumns'), 'tableColumn');
  const renamed = headerRows === 0 ? [] : cells.filter(({ row, column, value }) => row === range.top && typeof value === 'string' && columns[column - range.left] !== undefined);
  if (renamed.length === 0 && bottom <= range.bottom) return undefined;
  const edit = new XmlEdit(source);
  if (bottom > range.bottom) lengthen(edit, table, bottom);
  for (const { column, value } of renamed) edit.attributes(columns[column - range.left], { name: String(value) });
  return edit.toString();
}

function lengthen(edit: XmlEdit, { root, range, totalsRows }: TablePart, bottom: number): void {
  edit.attributes(root, { ref: formatRange({ ...range, bottom: bottom + totalsRows }) });
  const filter = child(root, 'autoFilter');
  if (filter) edit.attributes(filter, { ref: formatRange({ ...range, bottom }) });
}
