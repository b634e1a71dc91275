import type { Surroundings } from './ports';
import { recallRun } from './recall';
import type { Store } from './store';
import { surveyInput } from './survey-input';
import { tableLines, workbookKind } from './table-lines';

/** Looks at what the workbook holds, recalls the last run, and from the first look on notices when inputs change. */
export function looking({ workbook, memory }: Surroundings, store: Store): () => Promise<void> {
  let listens = false;
  return async () => {
    const { regions, empty } = await surveyInput(workbook);
    const tables = tableLines(regions);
    store.tell({ is: 'surveyed', workbook: workbookKind(empty, tables), tables });
    const remembered = recallRun(memory);
    if (remembered) store.tell({ is: 'last run recalled', run: remembered });
    if (listens) return;
    listens = true;
    await workbook.onChanged((sheet) => {
      if (store.get().tables.some((table) => table.sheet === sheet)) store.tell({ is: 'inputs changed' });
    });
  };
}
