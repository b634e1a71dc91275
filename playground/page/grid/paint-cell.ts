import { areaAt } from '../../model/area';
import { formatColorOf, formatValue } from '../../model/format';
import type { Border, Style } from '../../model/style';
import { CellError, type Value } from '../../model/value';
import { type TableLook, tableLook } from './table-look';
import type { View } from './view';

/** The sheet's font: Excel's where it is installed. */
export const FONT = '"Aptos Narrow", Carlito, Calibri, "Segoe UI", system-ui, sans-serif';
const PADDING = 4;
const INK = '#1a1a1a';
/** Pixels of a point. */
const POINT = 4 / 3;

export type Look = Style & TableLook & { readonly filter?: boolean };

/** What a cell looks like: its own style over its table's. */
export function lookOf({ sheet }: View, row: number, column: number): Look {
  const style = sheet.style(row, column);
  const table = sheet.tableAt(areaAt(row, column));
  if (!table) return style;
  const filter = table.showFilterButton && table.showHeaders && row === table.area.top;
  return { ...tableLook(table, row), ...style, filter };
}

/** A cell's ground and borders. */
export function paintFill(canvas: CanvasRenderingContext2D, view: View, row: number, column: number, look: Look): void {
  const [x, y, width, height] = [view.x(column), view.y(row), view.columns.size(column), view.rows.size(row)];
  if (look.fill) {
    canvas.fillStyle = look.fill;
    canvas.fillRect(x - 1, y - 1, width + 1, height + 1);
  }
  const [top, bottom, left, right] = [y - 0.5, y + height - 0.5, x - 0.5, x + width - 0.5];
  if (look.top) stroke(canvas, look.top, [left, top], [right, top]);
  if (look.bottom) stroke(canvas, look.bottom, [left, bottom], [right, bottom]);
  const { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight } = look.borders ?? {};
  const edges: [Border | undefined, Point, Point][] = [
    [EdgeTop, [left, top], [right, top]],
    [EdgeBottom, [left, bottom], [right, bottom]],
    [EdgeLeft, [left, top], [left, bottom]],
    [EdgeRight, [right, top], [right, bottom]],
  ];
  for (const [border, from, to] of edges)
    if (border && border.style !== 'None') stroke(canvas, border.color, from, to, WEIGHTS[border.weight]);
}

type Point = readonly [x: number, y: number];

const WEIGHTS: Readonly<Record<string, number>> = { Medium: 2, Thick: 3 };

function stroke(canvas: CanvasRenderingContext2D, color: string, from: Point, to: Point, width = 1): void {
  canvas.strokeStyle = color;
  canvas.lineWidth = width;
  canvas.beginPath();
  canvas.moveTo(...from);
  canvas.lineTo(...to);
  canvas.stroke();
}

function alignmentOf(value: Value, horizontal: string | undefined): Align {
  if (horizontal && horizontal !== 'General') return horizontal === 'Right' ? 'right' : horizontal.startsWith('Center') ? 'center' : 'left';
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
}

/** A cell's text, cut at its neighbors, and its filter button. */
export function paintText(canvas: CanvasRenderingContext2D, view: View, row: number, column: number, look: Look): void {
  const value = view.sheet.cells.value(row, column);
  const box = { x: view.x(column), y: view.y(row), width: view.columns.size(column), height: view.rows.size(row) };
  if (look.filter) paintFilterButton(canvas, box.x + box.width, box.y + box.height, look.color ?? INK);
  if (value === null) return;
  const size = (look.fontSize ?? 11) * POINT;
  canvas.font = `${look.italic ? 'italic ' : ''}${look.bold ? '600 ' : ''}${size}px ${look.fontName ? `"${look.fontName}", ` : ''}${FONT}`;
  canvas.fillStyle = formatColorOf(value, look.numberFormat ?? 'General') ?? look.color ?? INK;
  const align = alignmentOf(value, look.horizontal);
  const room = typeof value === 'string' && !look.wrap ? overflowWidth(view, row, column, align) : { left: 0, right: 0 };
  canvas.save();
  canvas.beginPath();
  canvas.rect(box.x - room.left, box.y, box.width + room.left + room.right - (look.filter ? 18 : 1), box.height);
  canvas.clip();
  paintLines(canvas, shownLines(canvas, value, look, box.width), box, look, align, size);
  canvas.restore();
}

/** The lines a cell shows: wrapped text, or one line; a number that does not fit is `###`. */
function shownLines(canvas: CanvasRenderingContext2D, value: Value, look: Look, width: number): string[] {
  const text = formatValue(value, look.numberFormat ?? 'General');
  if (typeof value === 'number' && canvas.measureText(text).width > width - PADDING) {
    return ['#'.repeat(Math.max(1, Math.floor((width - PADDING) / canvas.measureText('#').width)))];
  }
  return look.wrap ? wrap(canvas, text, width - 2 * PADDING) : [text.replace(/\s*\n\s*/g, ' ')];
}

type Align = 'left' | 'right' | 'center';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function paintLines(
  canvas: CanvasRenderingContext2D,
  lines: readonly string[],
  { x, y, width, height }: Box,
  look: Look,
  align: Align,
  size: number,
): void {
  const indent = PADDING + (look.indent ?? 0) * 9;
  const at = align === 'left' ? x + indent : align === 'right' ? x + width - indent : x + width / 2;
  const lineHeight = size * 1.25;
  const spare = height - lines.length * lineHeight;
  const start = look.vertical === 'Top' ? 0 : look.vertical === 'Center' ? spare / 2 : spare;
  canvas.textBaseline = 'alphabetic';
  canvas.textAlign = align;
  lines.forEach((line, index) => {
    const baseline = y + (look.wrap ? Math.max(0, start) : start) + index * lineHeight + size * 0.98;
    canvas.fillText(line, at, baseline);
    if (look.underline && look.underline !== 'None') rule(canvas, line, at, baseline + 2, align);
    if (look.strikethrough) rule(canvas, line, at, baseline - size * 0.3, align);
  });
}

function rule(canvas: CanvasRenderingContext2D, text: string, at: number, y: number, align: Align): void {
  const width = canvas.measureText(text).width;
  canvas.fillRect(align === 'left' ? at : align === 'right' ? at - width : at - width / 2, y, width, 1);
}

function wrap(canvas: CanvasRenderingContext2D, text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(' ')) {
      const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
      if (lines.length > 0 && canvas.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
}

/** Text runs over blank neighbors, as in Excel. */
function overflowWidth({ sheet, columns }: View, row: number, column: number, align: Align): { left: number; right: number } {
  const room = { left: 0, right: 0 };
  const blank = (at: number): boolean => sheet.cells.value(row, at) === null;
  if (align !== 'right')
    for (let at = column + 1; at < columns.count && at < column + 30 && blank(at); at++) room.right += columns.size(at);
  if (align !== 'left') for (let at = column - 1; at >= 0 && at > column - 30 && blank(at); at--) room.left += columns.size(at);
  return room;
}

function paintFilterButton(canvas: CanvasRenderingContext2D, right: number, bottom: number, color: string): void {
  canvas.fillStyle = color;
  canvas.globalAlpha = 0.75;
  canvas.beginPath();
  canvas.moveTo(right - 13, bottom - 12);
  canvas.lineTo(right - 5, bottom - 12);
  canvas.lineTo(right - 9, bottom - 7);
  canvas.fill();
  canvas.globalAlpha = 1;
}
