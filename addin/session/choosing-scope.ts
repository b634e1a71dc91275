import type { OpenWorkbook } from './ports';
import type { Scope } from './state';
import type { Store } from './store';

/** Reads which accounts the user has selected, when that is the scope: selections change without a word. */
export async function readSelection(workbook: Pick<OpenWorkbook, 'selectedAccounts'>, store: Store): Promise<void> {
  if (store.get().scope.kind === 'selection') store.tell({ is: 'accounts selected', accounts: await workbook.selectedAccounts() });
}

/** From now on, runs are for these accounts. */
export async function chooseScope(workbook: Pick<OpenWorkbook, 'selectedAccounts'>, store: Store, scope: Scope): Promise<void> {
  store.tell({ is: 'scope chosen', scope });
  await readSelection(workbook, store);
}
