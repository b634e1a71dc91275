import type { Cell } from '../workbook/port';
import { quoteSheet } from '../workbook/address';
import type { CellRepair, Repair } from './repair';

/** Cells shown of one repair. */
const shownCells = 5;

/** What a repair would do, or did, to its first cells: `Holdings!A7  4471 → 0004471`. */
export function repairLines({ cells }: Pick<Repair, 'cells'>, shown = shownCells): string[] {
  const more = cells.length - shown;
  return [...cells.slice(0, shown).map(cellWords), ...(more > 0 ? [`… and ${more.toLocaleString('en-US')} more`] : [])];
}

/** `Holdings!A7  4471 → 0004471`. */
export function cellWords({ region, cell, before, after }: CellRepair): string {
  return `${quoteSheet(region.sheet)}!${cell}  ${shown(before)} → ${shown(after)}`;
}

const shown = (value: Cell): string => (value === null || value === '' ? 'blank' : typeof value === 'string' && (value !== value.trim() || value === '') ? JSON.stringify(value) : String(value));

/** `G08 Target %` and what it does: `G09:day Acquired  Take the first figure as the day.` */
export function repairTitle({ code, way, column, says }: Repair): string {
  return [`${code}${way === '' ? '' : `:${way}`}${column === undefined ? '' : ` ${column}`}`, says].filter(Boolean).join('  ');
}
