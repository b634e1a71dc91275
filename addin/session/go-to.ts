import { outputs } from '../../shared/sheets';
import type { OpenWorkbook } from './ports';
import type { Store } from './store';

/** Shows a sheet. Output sheets are found by their tables, so that renaming one does not lose it. */
export async function goTo(workbook: OpenWorkbook, store: Store, sheet: string, cell?: string): Promise<void> {
  const output = Object.values(outputs).find((one) => one.sheet === sheet);
  const found = output ? await workbook.selectTable(output.table) : await workbook.select(sheet, cell);
  if (!found) store.tell({ is: 'noticed', notice: { intent: 'info', text: `There is no sheet ${sheet} in this workbook.` } });
}
