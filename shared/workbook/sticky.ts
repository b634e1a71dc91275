import { readRows, type ReadRow } from '../sheets/read-rows';
import { shownCells, type OutputSheet } from '../sheets/sheet';
import { storedCell } from './cell-value';
import type { Cell, Region } from './port';

/** What the status column says when an approved row is no longer what was approved. */
export const CHANGED = 'Changed since approval';

/**
 * New rows with what people typed on the sheet before: sticky columns are kept by key. Where a row is approved, the approval
 * stays only while what it covers is the same; otherwise it is cleared and the status says so.
 */
export function keepTyped<Row extends object>(
  output: OutputSheet<Row>,
  rows: readonly Row[],
  previous: Region | undefined,
  date1904 = false,
): Row[] {
  const before = new Map<string, ReadRow<Row>[]>();
  for (const row of readRows(output, previous)) {
    const key = keyOf(output, row);
    before.set(key, [...(before.get(key) ?? []), row]);
  }
  return rows.map((row) => {
    const shown = shownRow(output, row, date1904);
    const old = before.get(keyOf(output, shown))?.shift(); // Rows that share a key meet in order.
    return old ? ({ ...row, ...typed(output, old), ...approval(output, shown, old) } as Row) : row;
  });
}

/** The row's cells as a sheet would hold them, so that they compare with what was read. */
function shownRow<Row extends object>(output: OutputSheet<Row>, row: Row, date1904: boolean): ReadRow<Row> {
  const shown = shownCells(output, row);
  const cells = output.columns.map(({ key, kind }, index) => [key, storedCell(shown[index], kind, date1904)]);
  return Object.fromEntries(cells) as ReadRow<Row>;
}

function keyOf<Row extends object>({ key }: OutputSheet<Row>, row: ReadRow<Row>): string {
  return JSON.stringify(key.map((column) => String(row[column] ?? '')));
}

/** Sticky cells that are not blank, the approval apart. */
function typed<Row extends object>({ columns, approval }: OutputSheet<Row>, old: ReadRow<Row>): ReadRow<Row> {
  const kept = columns.filter(({ key, sticky }) => sticky && key !== approval?.approve && (old[key] ?? null) !== null);
  return Object.fromEntries(kept.map(({ key }) => [key, old[key]])) as ReadRow<Row>;
}

function approval<Row extends object>({ approval }: OutputSheet<Row>, row: ReadRow<Row>, old: ReadRow<Row>): ReadRow<Row> {
  if (!approval) return {};
  const { approve, status, covers, keeps } = approval;
  const approved = isTicked(old[approve]);
  const same = covers.every((column) => String(row[column] ?? '') === String(old[column] ?? ''));
  if (!same && !approved && old[status] !== CHANGED) return {};
  const kept = same ? keeps.map((key) => [key, old[key] ?? null]) : [];
  const standing = same ? standingStatus(approved, old[status], row[status]) : CHANGED;
  return Object.fromEntries([[approve, same && approved], [status, standing ?? null], ...kept]) as ReadRow<Row>;
}

/** Programs and people write a tick as TRUE, as the word, or as 1. */
function isTicked(cell: Cell | undefined): boolean {
  return cell === true || cell === 1 || String(cell).toUpperCase() === 'TRUE';
}

/** The status of an unchanged row: what was decided about it before, and in step with the tick. */
function standingStatus(approved: boolean, before: Cell | undefined, fresh: Cell | undefined): Cell | undefined {
  const undecided = [undefined, null, 'Proposed', CHANGED];
  if (approved) return undecided.includes(before as string) ? 'Approved' : before;
  return before === 'Approved' ? fresh : (before ?? fresh);
}
