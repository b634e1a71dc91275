import { type Area, areaAt, intersection } from '../model/area';
import type { Sheet } from '../model/sheet';
import { CellError, type Value } from '../model/value';

/** Takes back what the last calculation spilled, except cells written since. */
export function clearSpills(sheet: Sheet): void {
  for (const key of sheet.spilled.keys()) {
    const [row, column] = key.split(',').map(Number);
    sheet.cells.setValue(row, column, null);
  }
  sheet.spilled.clear();
  sheet.spills.clear();
}

/** Lays a result over the cells right and below its formula, or `#SPILL!` when one of them is taken. */
export function spill(sheet: Sheet, row: number, column: number, result: readonly (readonly Value[])[]): void {
  const area = areaAt(row, column, result.length, Math.max(...result.map((line) => line.length)));
  if (isTaken(sheet, area)) {
    sheet.cells.setValue(row, column, new CellError('#SPILL!'));
    return;
  }
  const anchor = `${row},${column}`;
  sheet.spills.set(anchor, area);
  result.forEach((line, r) =>
    line.forEach((value, c) => {
      sheet.cells.setValue(row + r, column + c, value ?? 0);
      if (r > 0 || c > 0) sheet.spilled.set(`${row + r},${column + c}`, anchor);
    }),
  );
}

function isTaken(sheet: Sheet, area: Area): boolean {
  let taken = sheet.tables.some((table) => intersection(table.area, area));
  sheet.cells.forEach(area, (row, column) => {
    if (row !== area.top || column !== area.left) taken = true;
  });
  return taken;
}
