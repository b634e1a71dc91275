import { columnLetters } from '../../../shared/workbook/address';
import { type Area, areaAt, contains, intersection } from '../../model/area';
import { formatColorOf, formatValue } from '../../model/format';
import type { Style } from '../../model/style';
import { CellError, type Value } from '../../model/value';
import { type TableLook, tableLook } from './table-look';
import { HEADER_HEIGHT, type View } from './view';

/** Colors of the page that the sheet borrows. */
export interface Palette {
  readonly paper: string;
  readonly line: string;
  readonly header: string;
  readonly headerText: string;
  readonly headerLine: string;
  readonly headerActive: string;
  readonly accent: string;
}

const FONT = '"Aptos Narrow", Carlito, Calibri, "Segoe UI", system-ui, sans-serif';
const PADDING = 4;

/** Draws the sheet: cells by pane, headings, selection. */
export function paintSheet(canvas: CanvasRenderingContext2D, view: View, palette: Palette): void {
  canvas.fillStyle = palette.paper;
  canvas.fillRect(0, 0, view.width, view.height);
  const { sheet, scrolled } = view;
  const [rows, columns] = [sheet.frozenRows, sheet.frozenColumns];
  const [splitX, splitY] = [view.headerWidth + view.frozenWidth, HEADER_HEIGHT + view.frozenHeight];
  const [right, bottom] = [view.width - splitX, view.height - splitY];
  pane(canvas, view, palette, scrolled, [splitX, splitY, right, bottom]);
  if (rows > 0) pane(canvas, view, palette, { ...scrolled, top: 0, bottom: rows - 1 }, [splitX, HEADER_HEIGHT, right, view.frozenHeight]);
  if (columns > 0) pane(canvas, view, palette, { ...scrolled, left: 0, right: columns - 1 }, [view.headerWidth, splitY, view.frozenWidth, bottom]);
  if (rows > 0 && columns > 0) pane(canvas, view, palette, areaAt(0, 0, rows, columns), [view.headerWidth, HEADER_HEIGHT, view.frozenWidth, view.frozenHeight]);
  paintFreezeLines(canvas, view, palette);
  paintHeadings(canvas, view, palette);
}

type Box = readonly [x: number, y: number, width: number, height: number];

function pane(canvas: CanvasRenderingContext2D, view: View, palette: Palette, area: Area, box: Box): void {
  canvas.save();
  canvas.beginPath();
  canvas.rect(...box);
  canvas.clip();
  if (view.sheet.showGridlines) paintGridlines(canvas, view, palette, area);
  const cells: { row: number; column: number; look: Look }[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    if (view.rows.size(row) === 0) continue;
    for (let column = area.left; column <= area.right; column++) {
      if (view.columns.size(column) > 0) cells.push({ row, column, look: lookOf(view, row, column) });
    }
  }
  for (const { row, column, look } of cells) paintFill(canvas, view, row, column, look);
  for (const { row, column, look } of cells) paintText(canvas, view, row, column, look);
  paintSpill(canvas, view, palette, area);
  paintSelection(canvas, view, palette);
  canvas.restore();
}

type Look = Style & TableLook & { readonly filter?: boolean };

/** What a cell looks like: its own style over its table's. */
function lookOf({ sheet }: View, row: number, column: number): Look {
  const style = sheet.style(row, column);
  const table = sheet.tableAt(areaAt(row, column));
  if (!table) return style;
  const filter = table.showFilterButton && table.showHeaders && row === table.area.top;
  return { ...tableLook(table, row), ...style, filter };
}

function paintGridlines(canvas: CanvasRenderingContext2D, view: View, palette: Palette, area: Area): void {
  canvas.strokeStyle = palette.line;
  canvas.lineWidth = 1;
  canvas.beginPath();
  for (let column = area.left; column <= area.right; column++) {
    const x = Math.round(view.x(column) + view.columns.size(column)) - 0.5;
    canvas.moveTo(x, 0);
    canvas.lineTo(x, view.height);
  }
  for (let row = area.top; row <= area.bottom; row++) {
    const y = Math.round(view.y(row) + view.rows.size(row)) - 0.5;
    canvas.moveTo(0, y);
    canvas.lineTo(view.width, y);
  }
  canvas.stroke();
}

function paintFill(canvas: CanvasRenderingContext2D, view: View, row: number, column: number, look: Look): void {
  const [x, y, width, height] = [view.x(column), view.y(row), view.columns.size(column), view.rows.size(row)];
  if (look.fill) {
    canvas.fillStyle = look.fill;
    canvas.fillRect(x - 1, y - 1, width + 1, height + 1);
  }
  const line = (color: string | undefined, from: [number, number], to: [number, number], weight = 1): void => {
    if (!color) return;
    canvas.strokeStyle = color;
    canvas.lineWidth = weight;
    canvas.beginPath();
    canvas.moveTo(...from);
    canvas.lineTo(...to);
    canvas.stroke();
  };
  const [top, bottom, left, right] = [y - 0.5, y + height - 0.5, x - 0.5, x + width - 0.5];
  line(look.top, [left, top], [right, top]);
  line(look.bottom, [left, bottom], [right, bottom]);
  const { EdgeTop, EdgeBottom, EdgeLeft, EdgeRight } = look.borders ?? {};
  for (const [border, from, to] of [
    [EdgeTop, [left, top], [right, top]], [EdgeBottom, [left, bottom], [right, bottom]], [EdgeLeft, [left, top], [left, bottom]], [EdgeRight, [right, top], [right, bottom]],
  ] as const) {
    if (border && border.style !== 'None') line(border.color, [...from], [...to], border.weight === 'Thick' ? 3 : border.weight === 'Medium' ? 2 : 1);
  }
}

function alignmentOf(value: Value, horizontal: string | undefined): 'left' | 'right' | 'center' {
  if (horizontal && horizontal !== 'General') return horizontal === 'Right' ? 'right' : horizontal.startsWith('Center') ? 'center' : 'left';
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
}

function paintText(canvas: CanvasRenderingContext2D, view: View, row: number, column: number, look: Look): void {
  const { sheet } = view;
  const value = sheet.cells.value(row, column);
  const [x, y, width, height] = [view.x(column), view.y(row), view.columns.size(column), view.rows.size(row)];
  if (look.filter) paintFilterButton(canvas, x + width, y + height, look.color ?? '#404040');
  if (value === null) return;
  const format = look.numberFormat ?? 'General';
  const size = ((look.fontSize ?? 11) * 4) / 3;
  canvas.font = `${look.italic ? 'italic ' : ''}${look.bold ? '600 ' : ''}${size}px ${look.fontName ? `"${look.fontName}", ` : ''}${FONT}`;
  canvas.fillStyle = formatColorOf(value, format) ?? look.color ?? '#1a1a1a';
  const align = alignmentOf(value, look.horizontal);
  let text = formatValue(value, format);
  if (typeof value === 'number' && canvas.measureText(text).width > width - PADDING) text = '#'.repeat(Math.max(1, Math.floor((width - PADDING) / canvas.measureText('#').width)));
  const indent = PADDING + (look.indent ?? 0) * 9;
  const room = typeof value === 'string' && !look.wrap ? overflowWidth(view, row, column, align) : { left: 0, right: 0 };
  canvas.save();
  canvas.beginPath();
  canvas.rect(x - room.left, y, width + room.left + room.right - (look.filter ? 18 : 1), height);
  canvas.clip();
  canvas.textBaseline = 'alphabetic';
  canvas.textAlign = align;
  const at = align === 'left' ? x + indent : align === 'right' ? x + width - indent : x + width / 2;
  const lines = look.wrap ? wrap(canvas, text, width - 2 * PADDING) : [text.replace(/\s*\n\s*/g, ' ')];
  const lineHeight = size * 1.25;
  const spare = height - lines.length * lineHeight;
  const start = look.vertical === 'Top' ? 0 : look.vertical === 'Center' ? spare / 2 : spare;
  lines.forEach((line, index) => {
    const baseline = y + Math.max(look.wrap ? 0 : start, start) + index * lineHeight + size * 0.98;
    canvas.fillText(line, at, baseline);
    if (look.underline && look.underline !== 'None') decorate(canvas, line, at, baseline + 2, align);
    if (look.strikethrough) decorate(canvas, line, at, baseline - size * 0.3, align);
  });
  canvas.restore();
}

function decorate(canvas: CanvasRenderingContext2D, text: string, at: number, y: number, align: 'left' | 'right' | 'center'): void {
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
function overflowWidth({ sheet, columns }: View, row: number, column: number, align: 'left' | 'right' | 'center'): { left: number; right: number } {
  const room = { left: 0, right: 0 };
  const blank = (at: number): boolean => sheet.cells.value(row, at) === null;
  if (align !== 'right') for (let at = column + 1; at < columns.count && at < column + 30 && blank(at); at++) room.right += columns.size(at);
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

function rectangle(view: View, area: Area): Box {
  const [x, y] = [view.x(area.left), view.y(area.top)];
  return [x, y, view.x(area.right) + view.columns.size(area.right) - x, view.y(area.bottom) + view.rows.size(area.bottom) - y];
}

function paintSpill(canvas: CanvasRenderingContext2D, view: View, palette: Palette, seen: Area): void {
  const { selection, spills } = view.sheet;
  for (const area of spills.values()) {
    if (!contains(area, areaAt(selection.top, selection.left)) || !intersection(area, seen)) continue;
    const [x, y, width, height] = rectangle(view, area);
    canvas.strokeStyle = palette.accent;
    canvas.lineWidth = 1;
    canvas.strokeRect(x - 0.5, y - 0.5, width, height);
  }
}

function paintSelection(canvas: CanvasRenderingContext2D, view: View, palette: Palette): void {
  const { selection } = view.sheet;
  const shown = { ...selection, bottom: Math.min(selection.bottom, view.rows.count - 1), right: Math.min(selection.right, view.columns.count - 1) };
  const [x, y, width, height] = rectangle(view, shown);
  if (selection.top !== selection.bottom || selection.left !== selection.right) {
    canvas.fillStyle = `${palette.accent}1c`;
    canvas.fillRect(x, y, width - 1, height - 1);
  }
  canvas.strokeStyle = palette.accent;
  canvas.lineWidth = 2;
  canvas.strokeRect(x - 1, y - 1, width + 1, height + 1);
  canvas.fillStyle = palette.accent;
  canvas.strokeStyle = palette.paper;
  canvas.lineWidth = 1;
  canvas.fillRect(x + width - 4, y + height - 4, 7, 7);
  canvas.strokeRect(x + width - 4.5, y + height - 4.5, 7, 7);
}

function paintFreezeLines(canvas: CanvasRenderingContext2D, view: View, palette: Palette): void {
  canvas.fillStyle = palette.headerLine;
  if (view.sheet.frozenRows > 0) canvas.fillRect(0, HEADER_HEIGHT + view.frozenHeight - 1, view.width, 1);
  if (view.sheet.frozenColumns > 0) canvas.fillRect(view.headerWidth + view.frozenWidth - 1, 0, 1, view.height);
}

function paintHeadings(canvas: CanvasRenderingContext2D, view: View, palette: Palette): void {
  const { sheet, scrolled } = view;
  const { selection } = sheet;
  canvas.font = `12px ${FONT}`;
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  const heading = (box: Box, text: string, active: boolean): void => {
    canvas.fillStyle = active ? palette.headerActive : palette.header;
    canvas.fillRect(...box);
    canvas.fillStyle = palette.headerLine;
    canvas.fillRect(box[0] + box[2] - 1, box[1], 1, box[3]);
    canvas.fillRect(box[0], box[1] + box[3] - 1, box[2], 1);
    canvas.fillStyle = active ? palette.accent : palette.headerText;
    canvas.fillText(text, box[0] + box[2] / 2, box[1] + box[3] / 2 + 1);
  };
  const strip = (clip: Box, draw: () => void): void => {
    canvas.save();
    canvas.beginPath();
    canvas.rect(...clip);
    canvas.clip();
    draw();
    canvas.restore();
  };
  const column = (index: number): void => heading([view.x(index), 0, view.columns.size(index), HEADER_HEIGHT], columnLetters(index + 1), index >= selection.left && index <= selection.right);
  const row = (index: number): void => heading([0, view.y(index), view.headerWidth, view.rows.size(index)], String(index + 1), index >= selection.top && index <= selection.bottom);
  const each = (from: number, to: number, axis: View['rows'], draw: (index: number) => void): void => {
    for (let index = from; index <= to; index++) if (axis.size(index) > 0) draw(index);
  };
  strip([view.headerWidth + view.frozenWidth, 0, view.width, HEADER_HEIGHT], () => each(scrolled.left, scrolled.right, view.columns, column));
  strip([0, HEADER_HEIGHT + view.frozenHeight, view.headerWidth, view.height], () => each(scrolled.top, scrolled.bottom, view.rows, row));
  each(0, sheet.frozenColumns - 1, view.columns, column);
  each(0, sheet.frozenRows - 1, view.rows, row);
  heading([0, 0, view.headerWidth, HEADER_HEIGHT], '', false);
}
