import { type Area, areaAt, contains, intersection } from '../../model/area';
import { paintHeadings } from './paint-headings';
import { type Look, lookOf, paintFill, paintText } from './paint-cell';
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
  if (columns > 0)
    pane(canvas, view, palette, { ...scrolled, left: 0, right: columns - 1 }, [view.headerWidth, splitY, view.frozenWidth, bottom]);
  if (rows > 0 && columns > 0)
    pane(canvas, view, palette, areaAt(0, 0, rows, columns), [view.headerWidth, HEADER_HEIGHT, view.frozenWidth, view.frozenHeight]);
  paintFreezeLines(canvas, view, palette);
  paintHeadings(canvas, view, palette);
}

/** Columns a text may run over. */
const REACH = 30;

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
  for (let row = area.top; row <= area.bottom; row++) paintTextFromLeft(canvas, view, row, area.left);
  for (const { row, column, look } of cells) paintText(canvas, view, row, column, look);
  paintSpill(canvas, view, palette, area);
  paintSelection(canvas, view, palette);
  canvas.restore();
}

/** A long text left of the pane may reach into it: over the freeze line as long as nothing is scrolled, else within its own pane. */
function paintTextFromLeft(canvas: CanvasRenderingContext2D, view: View, row: number, left: number): void {
  const { sheet } = view;
  const first = view.scrollLeft === 0 ? 0 : sheet.frozenColumns;
  if (view.rows.size(row) === 0) return;
  for (let column = left - 1; column >= Math.max(first, left - REACH); column--) {
    if (sheet.cells.value(row, column) === null) continue;
    return paintText(canvas, view, row, column, lookOf(view, row, column));
  }
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
  const shown = {
    ...selection,
    bottom: Math.min(selection.bottom, view.rows.count - 1),
    right: Math.min(selection.right, view.columns.count - 1),
  };
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
