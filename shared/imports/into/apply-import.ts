import { appendAudit } from '../../sheets/audit-chain';
import { auditSheet } from '../../sheets';
import { importEntries, type ImportedFile } from '../../sheets/import-entry';
import { readOutputs } from '../../sheets/previous-outputs';
import { sheetContent } from '../../sheets/sheet';
import type { AuditRow } from '../../api/result';
import type { IsoDate } from '../../units';
import type { EditableWorkbook } from '../../workbook/cell-edits';
import { findRecipe, recipesSheet, type Recipe } from './recipes';
import type { ImportPlan } from './plan-import';

/** When and from what an import is made. */
export interface ImportMoment {
  readonly files: readonly ImportedFile[];
  readonly now: Date;
  readonly today: IsoDate;
}

/** Writes a plan into the workbook it was made for: the cells, the recipes, a line of the audit trail. */
export async function applyImport(workbook: EditableWorkbook, plan: ImportPlan, { files, now, today }: ImportMoment): Promise<void> {
  if (plan.issues.some(({ severity }) => severity === 'stop')) throw new Error('An import that an issue stops was applied');
  const { audit } = await readOutputs(workbook, ['audit']);
  const whole = importEntries(plan.preview, files, now).reduce<readonly AuditRow[]>((rows, entry) => [...rows, appendAudit(rows, entry)], audit);
  const status = `Imported ${files.map(({ name }) => name).join(', ')} · ${today}`;
  await workbook.edit(plan.edits.edits);
  await workbook.write([...plan.edits.sheets, recipesSheet(plan.recipeRows, remember(plan, today)), sheetContent(auditSheet, whole, status)]);
}

/** One recipe a kind of file: several files of a kind add to it, and what it knew of other accounts stays. */
function remember({ recipes, recipeRows }: ImportPlan, lastUsed: IsoDate): Recipe[] {
  const byKind = new Map<string, Recipe>();
  for (const recipe of recipes) {
    const kind = `${recipe.format} ${recipe.shape ?? ''}`;
    const sameImport = byKind.get(kind);
    const before = sameImport ?? findRecipe(recipeRows, recipe.format, recipe.shape);
    const facts = sameImport ? [...new Set([...sameImport.facts, ...recipe.facts])] : recipe.facts;
    byKind.set(kind, { ...recipe, facts, accounts: { ...before?.accounts, ...recipe.accounts }, lastUsed });
  }
  return [...byKind.values()];
}
