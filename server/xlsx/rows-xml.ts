import { cellAddress, columnLetters } from '../../shared/workbook/address';
import { storedCell, type StoredCell } from '../../shared/workbook/cell-value';
import type { SheetColumn, SheetContent } from '../../shared/workbook/port';
import { cleanText, looksLikeFormula } from '../../shared/workbook/safe-text';
import { looks, type CellLook } from './cell-look';
import type { LinkTest } from './links-xml';
import type { KeptCells, KeptRow } from './kept-cells';
import type { SheetLayout } from './sheet-layout';
import type { StylesPart } from './styles-part';
import { encodeXstring } from '../../shared/xlsx/xml-text';

/** Formats of one column's cells: its own kind, text, and text that must be kept from becoming a formula. */
interface ColumnStyles {
  readonly letters: string;
  /** The format shows on blank cells too: where people type. */
  readonly onBlank: boolean;
  readonly value: number;
  readonly text: number;
  readonly quoted: number;
  /** Absent where the column has no links. */
  readonly link?: number;
}

const PIECE = 1 << 16;

/** What the cells must know of their workbook. */
export interface CellContext {
  readonly date1904: boolean;
  readonly isLink: LinkTest;
  /** Cells of the user's own on the same sheet. */
  readonly kept: KeptCells;
}

type Row = readonly [number: number, cells: string, attributes: string];

/** The `sheetData` element in pieces: our cells, and between them the cells that were kept. */
export function* sheetDataXml(content: SheetContent, layout: SheetLayout, styles: StylesPart, context: CellContext): Generator<string> {
  let piece = '<sheetData>';
  for (const [row, cells, attributes] of rowsOf(content, layout, styles, context)) {
    if (cells !== '') piece += `<row r="${row}"${attributes}>${cells}</row>`;
    if (piece.length > PIECE) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}</sheetData>`;
}

function* rowsOf(content: SheetContent, layout: SheetLayout, styles: StylesPart, context: CellContext): Generator<Row> {
  const columns = content.columns.map((_column, index) => columnStyles(content.columns, index, layout.left, styles));
  const heading = headingCells(content, layout, styles);
  let end = layout.lastRow;
  for (const row of context.kept.keys()) end = Math.max(end, row);
  for (let row = 1; row <= end; row += 1) {
    const own = context.kept.get(row);
    if (row < layout.headerRow)
      yield [row, merge(heading.get(row) ?? '', own, layout.left), row === layout.titleRow ? ' ht="24" customHeight="1"' : ''];
    else if (row === layout.headerRow)
      yield [row, merge(headerCells(content, columns, layout, styles), own, layout.left), headerHeight(content)];
    else if (row > layout.lastRow) yield [row, merge('', own, layout.left), ''];
    else yield [row, merge(bodyCells(content, columns, row, layout, context), own, layout.left), ''];
  }
}

/** Kept cells lie on either side of ours; cells of a row must come in order. */
function merge(ours: string, kept: KeptRow | undefined, left: number): string {
  if (!kept) return ours;
  const before = kept.filter(({ column }) => column < left);
  const after = kept.filter(({ column }) => column >= left);
  return [...before.map(({ xml }) => xml), ours, ...after.map(({ xml }) => xml)].join('');
}

/** How a value of the column's own kind looks; text beside numbers, which end at its edge, is indented. */
export function columnLook({ kind, format, sticky }: SheetColumn, before?: SheetColumn): CellLook {
  const look: CellLook = sticky ? looks.sticky : {};
  if (kind === 'text') return { ...look, format: '@', indent: before?.kind === 'number' || before?.kind === 'date' || undefined };
  return kind === 'boolean' ? { ...look, format: 'General', align: 'center' } : { ...look, format };
}

/** Headers stand over their values. */
function headerLook(column: SheetColumn, before?: SheetColumn): CellLook {
  const align = column.kind === 'boolean' ? 'center' : column.kind === 'text' ? undefined : 'right';
  return { ...(column.sticky ? looks.stickyHeader : looks.header), align, indent: columnLook(column, before).indent, format: '@' };
}

function columnStyles(columns: readonly SheetColumn[], index: number, left: number, styles: StylesPart): ColumnStyles {
  const column = columns[index];
  const look = columnLook(column, columns[index - 1]);
  return {
    letters: columnLetters(left + index),
    onBlank: column.sticky ?? false,
    value: styles.cell(look),
    text: styles.cell({ ...look, format: '@' }),
    quoted: styles.cell({ ...look, format: '@', quotePrefix: true }),
    link: column.link ? styles.cell({ ...looks.link, format: '@', quotePrefix: true }) : undefined,
  };
}

function headingCells({ heading }: SheetContent, { titleRow, left }: SheetLayout, styles: StylesPart): Map<number, string> {
  if (!heading || titleRow === undefined) return new Map();
  const lines = [
    [heading.title, looks.title],
    [heading.status, looks.status],
    [heading.key, looks.key],
  ] as const;
  return new Map(
    lines.map(([text, look], index) => {
      const row = titleRow + index;
      return [row, textCell(cellAddress(row, left), cleanText(text), styles.cell({ ...look, format: '@' }))];
    }),
  );
}

/** Headers must be spelled exactly as in the table part. */
function headerCells({ columns }: SheetContent, widths: readonly ColumnStyles[], { headerRow }: SheetLayout, styles: StylesPart): string {
  return columns
    .map((column, index) =>
      textCell(`${widths[index].letters}${headerRow}`, column.header, styles.cell(headerLook(column, columns[index - 1]))),
    )
    .join('');
}

/** Two lines high where a header is wider than its column. */
function headerHeight({ columns }: SheetContent): string {
  return columns.some(({ header, width }) => header.length > width - 2) ? ' ht="32" customHeight="1"' : ' ht="20" customHeight="1"';
}

function bodyCells(
  { columns, rows }: SheetContent,
  styles: readonly ColumnStyles[],
  row: number,
  { firstRow }: SheetLayout,
  { date1904, isLink }: CellContext,
): string {
  const values = rows[row - firstRow] ?? [];
  let xml = '';
  for (let index = 0; index < columns.length; index += 1) {
    const value = storedCell(values[index] ?? null, columns[index].kind, date1904);
    const { link, letters } = styles[index];
    xml += link !== undefined && isLink(value) ? textCell(`${letters}${row}`, value, link) : cellXml(value, styles[index], row);
  }
  return xml;
}

function cellXml(value: StoredCell, { letters, onBlank, value: style, text, quoted }: ColumnStyles, row: number): string {
  if (value === null) return onBlank ? `<c r="${letters}${row}" s="${style}"/>` : '';
  if (typeof value === 'number') return `<c r="${letters}${row}" s="${style}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${letters}${row}" s="${style}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return textCell(`${letters}${row}`, value, looksLikeFormula(value) ? quoted : text);
}

/** Text lies in the cell itself, not in the shared strings: that part stays as it was, and Excel joins them when it saves. */
function textCell(address: string, text: string, style: number): string {
  const space = /^\s|\s$|\s\s/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t${space}>${encodeXstring(text)}</t></is></c>`;
}
