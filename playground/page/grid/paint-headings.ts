import { columnLetters } from '../../../shared/workbook/address';
import type { Axis } from './axis';
import type { Palette } from './paint';
import { FONT } from './paint-cell';
import { HEADER_HEIGHT, type View } from './view';

type Box = readonly [x: number, y: number, width: number, height: number];

/** Column letters and row numbers around the sheet; those of the selection stand out. */
export function paintHeadings(canvas: CanvasRenderingContext2D, view: View, palette: Palette): void {
  const { sheet, scrolled } = view;
  const { selection } = sheet;
  canvas.font = `12px ${FONT}`;
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  const column = (index: number): void =>
    heading(
      canvas,
      palette,
      [view.x(index), 0, view.columns.size(index), HEADER_HEIGHT],
      columnLetters(index + 1),
      index >= selection.left && index <= selection.right,
    );
  const row = (index: number): void =>
    heading(
      canvas,
      palette,
      [0, view.y(index), view.headerWidth, view.rows.size(index)],
      String(index + 1),
      index >= selection.top && index <= selection.bottom,
    );
  clipped(canvas, [view.headerWidth + view.frozenWidth, 0, view.width, HEADER_HEIGHT], () =>
    each(scrolled.left, scrolled.right, view.columns, column),
  );
  clipped(canvas, [0, HEADER_HEIGHT + view.frozenHeight, view.headerWidth, view.height], () =>
    each(scrolled.top, scrolled.bottom, view.rows, row),
  );
  each(0, sheet.frozenColumns - 1, view.columns, column);
  each(0, sheet.frozenRows - 1, view.rows, row);
  heading(canvas, palette, [0, 0, view.headerWidth, HEADER_HEIGHT], '', false);
}

function each(from: number, to: number, axis: Axis, draw: (index: number) => void): void {
  for (let index = from; index <= to; index++) if (axis.size(index) > 0) draw(index);
}

function clipped(canvas: CanvasRenderingContext2D, clip: Box, draw: () => void): void {
  canvas.save();
  canvas.beginPath();
  canvas.rect(...clip);
  canvas.clip();
  draw();
  canvas.restore();
}

function heading(canvas: CanvasRenderingContext2D, palette: Palette, box: Box, text: string, active: boolean): void {
  canvas.fillStyle = active ? palette.headerActive : palette.header;
  canvas.fillRect(...box);
  canvas.fillStyle = palette.headerLine;
  canvas.fillRect(box[0] + box[2] - 1, box[1], 1, box[3]);
  canvas.fillRect(box[0], box[1] + box[3] - 1, box[2], 1);
  canvas.fillStyle = active ? palette.accent : palette.headerText;
  canvas.fillText(text, box[0] + box[2] / 2, box[1] + box[3] / 2 + 1);
}
