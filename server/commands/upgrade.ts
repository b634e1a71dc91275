import { contractVersion, definitionOf } from '../../shared/contract';
import { wantedRegions } from '../../shared/contract/locate';
import { contractStanding, upgradeEdits, type Upgrade } from '../../shared/contract/upgrades';
import { counted } from '../../shared/counted';
import { cellAddress, quoteSheet } from '../../shared/workbook/address';
import type { RegionEdit } from '../../shared/workbook/cell-edits';
import type { XlsxWorkbook } from '../xlsx';
import { CommandError } from './command-error';
import { checkWritable, isSameFile, readWorkbook, writeFiles } from './files';

/** `rebal upgrade BOOK.xlsx --out COPY.xlsx`: a copy that follows our version of the contract; the original stays as it is. */
export async function upgrade(path: string, { out }: { readonly out: string }): Promise<string[]> {
  if (await isSameFile(path, out)) throw new CommandError(`${out} is named twice. An upgrade is written into a copy; name another file.`);
  await checkWritable(out);
  const workbook = await readWorkbook(path);
  const content = await workbook.read(wantedRegions);
  const standing = contractStanding(content.names);
  if (standing.is === 'current') throw new CommandError(`${path} follows version ${contractVersion} of the contract already.`);
  if (standing.is !== 'older') throw new CommandError(`${path} follows version ${standing.version} of the contract, and this REBAL knows ${contractVersion}. Maybe a newer REBAL wrote it.`);
  const edits = upgradeEdits(content);
  await refuseFormulas(path, workbook, standing.steps, edits);
  await workbook.edit(edits);
  await workbook.writeNamed('rb_Contract', contractVersion);
  await writeFiles([{ path: out, bytes: await workbook.save() }]);
  const cells = edits.reduce((sum, edit) => sum + edit.cells.length, 0);
  return [...standing.steps.map(({ from, to, on, says }) => `${from} → ${to} (${on}): ${says}`), `Changed ${counted(cells, 'cell')}. Wrote ${out}`];
}

/** What a formula makes, or refers to, only its author can change. */
async function refuseFormulas(path: string, workbook: XlsxWorkbook, steps: readonly Upgrade[], edits: readonly RegionEdit[]): Promise<void> {
  for (const { table, from } of steps.flatMap(({ columns }) => columns)) {
    const { excel } = definitionOf(table);
    if (edits.some((edit) => edit.table === excel) && (await workbook.mentionsColumn(excel, from))) {
      throw new CommandError(`${path} can't be upgraded: a formula refers to ${excel}[${from}]. Maybe write the cells' addresses instead, and try again.`);
    }
  }
  for (const edit of edits) {
    const formulas = await workbook.formulas(edit);
    const made = edit.cells.map(({ row, column }) => cellAddress(row, column)).find((cell) => formulas.has(cell));
    if (made !== undefined) throw new CommandError(`${path} can't be upgraded: ${quoteSheet(edit.sheet)}!${made} holds a formula whose value would have to change. Maybe turn it into a value.`);
  }
}
