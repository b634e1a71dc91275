import { decodeXstring, isTrue } from '../../shared/xlsx/xml-text';
import { prefixedAttribute } from '../../shared/xlsx/xml-scan';
import { child, type XmlElement } from '../../shared/xlsx/xml-tree';
import { parseArea } from '../model/area';
import type { Sheet } from '../model/sheet';
import type { Style } from '../model/style';
import { parseError, type Value } from '../model/value';
import { WorkbookModel } from '../model/workbook';
import { OpenPackage } from './open-package';
import { listOf, readColor, readStyles } from './read-styles';

/** Width of one digit in the default font, and a column's padding, in pixels; four pixels are three points. */
const DIGIT = 7;
const PADDING = 5;

/** Column width in points from Excel's width in digits, and back. */
export const widthToPoints = (width: number): number => Math.round((width * DIGIT + PADDING) * 0.75 * 100) / 100;
export const pointsToWidth = (points: number): number => Math.max(0, (points / 0.75 - PADDING) / DIGIT);

/** The workbook in an .xlsx, as far as the playground shows it: cells, looks, tables, names, panes. Throws on anything else. */
export async function readXlsx(bytes: Uint8Array | ArrayBuffer, name = 'Book1.xlsx'): Promise<WorkbookModel> {
  const pack = await OpenPackage.open(bytes);
  const root = await pack.xml('xl/workbook.xml');
  if (!root) throw new Error('This file is not an .xlsx workbook.');
  const links = await pack.links('xl/workbook.xml');
  const part = (kind: string): string => [...links.values()].find((link) => link.kind === kind)?.target ?? '';
  const strings = ((await pack.xml(part('sharedStrings')))?.children ?? []).map(textOf);
  const styles = readStyles(await pack.xml(part('styles')));
  const entries = listOf(root, 'sheets', 'sheet').filter(
    ({ attributes }) => links.get(prefixedAttribute(attributes, 'id') ?? '')?.kind === 'worksheet',
  );
  const workbook = new WorkbookModel(entries[0]?.attributes.name);
  workbook.name = name;
  workbook.date1904 = isTrue(child(root, 'workbookPr')?.attributes.date1904);
  for (const [index, { attributes }] of entries.entries()) {
    const sheet = index === 0 ? workbook.activeSheet : workbook.addSheet(attributes.name);
    if (attributes.state) sheet.visibility = attributes.state === 'hidden' ? 'Hidden' : 'VeryHidden';
    await readSheet(pack, links.get(prefixedAttribute(attributes, 'id')!)!.target, sheet, { workbook, strings, styles });
  }
  for (const { attributes, text } of listOf(root, 'definedNames', 'definedName')) {
    if (!attributes.name.startsWith('_xlnm') && attributes.localSheetId === undefined)
      workbook.setName(attributes.name, `=${text.trim()}`, attributes.comment ?? '');
  }
  const active = Number(child(child(root, 'bookViews') ?? root, 'workbookView')?.attributes.activeTab ?? 0);
  workbook.activeSheet = workbook.sheets[active] ?? workbook.sheets[0];
  return workbook;
}

interface Common {
  readonly workbook: WorkbookModel;
  readonly strings: readonly string[];
  readonly styles: readonly Style[];
}

async function readSheet(pack: OpenPackage, part: string, sheet: Sheet, common: Common): Promise<void> {
  const root = await pack.xml(part);
  if (!root) return;
  readColumns(root, sheet, common);
  for (const row of child(root, 'sheetData')?.children ?? []) readRow(row, sheet, common);
  readView(root, sheet);
  const links = await pack.links(part);
  for (const { kind, target } of links.values()) if (kind === 'table') readTable(await pack.xml(target), sheet, common.workbook);
  for (const { attributes } of listOf(root, 'hyperlinks', 'hyperlink')) {
    const area = parseArea(attributes.ref ?? '');
    const external = links.get(prefixedAttribute(attributes, 'id') ?? '')?.target;
    if (area)
      sheet.hyperlinks.set(`${area.top},${area.left}`, {
        address: external,
        documentReference: attributes.location,
        screenTip: attributes.tooltip,
      });
  }
}

function readColumns(root: XmlElement, sheet: Sheet, { workbook, styles }: Common): void {
  for (const { attributes } of listOf(root, 'cols', 'col')) {
    const { min, max, width, hidden, outlineLevel, style } = attributes;
    for (let column = Number(min) - 1; column < Math.min(Number(max), 16_384); column++) {
      sheet.columns.set(column, {
        ...(width && { size: widthToPoints(Number(width) - PADDING / DIGIT) }),
        ...(isTrue(hidden) && { hidden: true }),
        ...(outlineLevel && { level: Number(outlineLevel) }),
        ...(style && { style: workbook.styles.indexOf(styles[Number(style)] ?? {}) }),
      });
    }
  }
}

function readRow(row: XmlElement, sheet: Sheet, common: Common): void {
  const index = Number(row.attributes.r) - 1;
  const { ht, hidden, outlineLevel } = row.attributes;
  if (ht || hidden || outlineLevel) {
    sheet.rows.set(index, {
      ...(ht && { size: Number(ht) }),
      ...(isTrue(hidden) && { hidden: true }),
      ...(outlineLevel && { level: Number(outlineLevel) }),
    });
  }
  for (const cell of row.children) {
    const at = parseArea(cell.attributes.r ?? '');
    if (!at) continue;
    sheet.cells.setValue(at.top, at.left, readValue(cell, common.strings));
    const formula = child(cell, 'f')?.text;
    if (formula) sheet.cells.setFormula(at.top, at.left, `=${formula.replace(/_xlfn\.(_xlws\.)?/g, '')}`);
    const style = common.styles[Number(cell.attributes.s ?? 0)] ?? {};
    if (cell.attributes.s) sheet.cells.setStyle(at.top, at.left, common.workbook.styles.indexOf(style));
    if (style.fontSize && !ht) sheet.fitRows(at.top, at.top, style.fontSize);
  }
}

function readValue(cell: XmlElement, strings: readonly string[]): Value {
  if (cell.attributes.t === 'inlineStr') return textOf(child(cell, 'is') ?? cell);
  const text = child(cell, 'v')?.text;
  if (text === undefined || text === '') return null;
  switch (cell.attributes.t) {
    case 's':
      return strings[Number(text)] ?? null;
    case 'b':
      return isTrue(text);
    case 'e':
      return parseError(text) ?? text;
    case 'str':
      return decodeXstring(text);
    default:
      return Number(text);
  }
}

/** The text of a string item: its own, or that of its runs; phonetic hints are left out. */
function textOf(item: XmlElement): string {
  const runs = item.children.flatMap((part) =>
    part.name === 't' ? [part] : part.name === 'r' ? part.children.filter(({ name }) => name === 't') : [],
  );
  return decodeXstring(runs.map(({ text }) => text).join(''));
}

function readView(root: XmlElement, sheet: Sheet): void {
  sheet.tabColor = readColor(child(child(root, 'sheetPr') ?? root, 'tabColor')) ?? '';
  const view = listOf(root, 'sheetViews', 'sheetView')[0];
  if (!view) return;
  sheet.showGridlines = view.attributes.showGridLines !== '0';
  const pane = child(view, 'pane');
  if (pane?.attributes.state?.startsWith('frozen')) {
    sheet.frozenRows = Number(pane.attributes.ySplit ?? 0);
    sheet.frozenColumns = Number(pane.attributes.xSplit ?? 0);
  }
}

function readTable(root: XmlElement | undefined, sheet: Sheet, workbook: WorkbookModel): void {
  const area = parseArea(root?.attributes.ref ?? '');
  if (!root || !area) return;
  const table = workbook.addTable(sheet, area, root.attributes.displayName);
  const style = child(root, 'tableStyleInfo')?.attributes;
  table.style = style?.name ?? '';
  table.showHeaders = root.attributes.headerRowCount !== '0';
  table.showTotals = Number(root.attributes.totalsRowCount ?? 0) > 0;
  table.showBandedRows = isTrue(style?.showRowStripes);
}
