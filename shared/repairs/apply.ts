import { appendAudit } from '../sheets/audit-chain';
import { auditSheet } from '../sheets';
import { fixEntry } from '../sheets/fix-entry';
import { readOutputs } from '../sheets/previous-outputs';
import { sheetContent } from '../sheets/sheet';
import type { CellEdit, EditableWorkbook } from '../workbook/cell-edits';
import type { RegionName } from '../workbook/port';
import type { CellRepair, Repair } from './repair';

/** What was written, and what was left because a formula makes it. */
export interface Applied {
  readonly written: readonly CellRepair[];
  readonly formulas: readonly CellRepair[];
}

/** Writes the chosen repairs and a line of the audit trail. A cell that holds a formula is never written; of two values for a cell the later counts. */
export async function applyRepairs(workbook: EditableWorkbook, chosen: readonly Repair[], now: Date): Promise<Applied> {
  const regions = new Map<string, { readonly region: RegionName; readonly cells: Map<string, CellRepair> }>();
  for (const cell of chosen.flatMap(({ cells }) => cells)) {
    const key = `${cell.region.sheet}\u0000${cell.region.table ?? ''}`;
    const known = regions.get(key) ?? { region: cell.region, cells: new Map<string, CellRepair>() };
    regions.set(key, known);
    // A cell keeps what it held before the first of its repairs.
    known.cells.set(cell.cell, { ...cell, before: known.cells.get(cell.cell)?.before ?? cell.before });
  }
  const written: CellRepair[] = [];
  const formulas: CellRepair[] = [];
  const edits = [];
  for (const { region, cells } of regions.values()) {
    const made = await workbook.formulas(region);
    const free = [...cells.values()].filter(({ cell }) => !made.has(cell));
    formulas.push(...[...cells.values()].filter(({ cell }) => made.has(cell)));
    written.push(...free);
    if (free.length > 0) edits.push({ ...region, cells: free.map(({ row, column, after, kind }): CellEdit => ({ row, column, value: after, kind })) });
  }
  if (written.length > 0) {
    const { audit } = await readOutputs(workbook, ['audit']);
    const entry = fixEntry(chosen.map(({ code }) => code), written.length, now);
    await workbook.edit(edits);
    await workbook.write([sheetContent(auditSheet, [...audit, appendAudit(audit, entry)], entry.note ?? '')]);
  }
  return { written, formulas };
}
