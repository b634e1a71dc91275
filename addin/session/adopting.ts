import { definitionOf } from '../../shared/contract';
import { acceptance, newRows, proposeAdoption, writeMap } from '../../shared/mapping/adopt';
import type { MapProposal } from '../../shared/mapping/guess/propose-map';
import type { Surroundings } from './ports';
import type { Store } from './store';
import type { Task } from './work';

/** What the workbook's own tables could be. Nothing is written. */
export async function proposedMap({ workbook }: Pick<Surroundings, 'workbook'>): Promise<MapProposal> {
  return proposeAdoption(workbook);
}

/**
 * "Use this workbook": writes the map of what is sure, and of what was accepted: `Holdings`, `Holdings.Cost basis` or `all`.
 * The user's own sheets stay as they are; the sheet Setup says what was found, and can be changed there.
 */
export function adopting({ workbook }: Pick<Surroundings, 'workbook'>, store: Store, accepted: readonly string[], look: () => Promise<void>): Task {
  return async (signal) => {
    store.tell({ is: 'writing', done: 0, total: 1, then: 'sheets' });
    await workbook.afterCellEdit(() => store.tell({ is: 'waiting for cell edit', then: 'sheets' }), signal);
    // Read anew: since the proposal was shown, cells may have changed.
    const proposal = await proposedMap({ workbook });
    const said = acceptance(accepted, proposal);
    const mapped = proposal.tables.filter((table) => table.sure || said.isTable(table)).map((table) => `${definitionOf(table.table).sheet} is ${table.yourTable}`);
    const isWritten = await writeMap(workbook, proposal, newRows(proposal, said));
    await look();
    const text = isWritten ? `${mapped.join(', ')}. The sheet Setup says so; change it there. Now check the data.` : 'Nothing looks enough like the tables that a run needs. Nothing was written.';
    store.tell({ is: 'ended', notice: { intent: isWritten ? 'success' : 'warning', text } });
  };
}
