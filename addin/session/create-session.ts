import { wantedRegions } from '../../shared/contract/locate';
import { outputs } from '../../shared/sheets';
import { checking } from './checking';
import { browserCopy } from './copy-report';
import { noticeOf } from './faults';
import { openingSample } from './opening-sample';
import type { Surroundings } from './ports';
import { recallRun } from './recall';
import { createRecovery } from './recovery';
import { running } from './running';
import type { Session } from './session';
import type { Activity } from './state';
import { createStore } from './store';
import type { Store } from './store';
import { tableLines, workbookKind } from './table-lines';
import { createWork } from './work';
import type { Task } from './work';

/** Steps that change nothing, so that stopping them needs no decision. */
const stoppedAtOnce: ReadonlySet<Activity['kind']> = new Set(['waiting', 'reading', 'checking', 'sending']);

/** The session of one workbook. Pane, ribbon and custom functions of a shared runtime use the same one. */
export function createSession(surroundings: Surroundings, store: Store = createStore()): Session {
  const { workbook, service, memory, onFault, serviceRetries } = surroundings;
  const work = createWork(store, createRecovery(store, service, serviceRetries), onFault);
  const check = checking(surroundings, store);
  const run = running(surroundings, store, work);
  let stopListening: (() => void) | undefined;

  async function look(): Promise<void> {
    const { regions, empty } = await workbook.survey(wantedRegions);
    const tables = tableLines(regions);
    store.tell({ is: 'surveyed', workbook: workbookKind(empty, tables), tables });
    const remembered = recallRun(memory);
    if (remembered) store.tell({ is: 'last run recalled', run: remembered });
    stopListening ??= await workbook.onChanged((sheet) => {
      if (store.get().tables.some((table) => table.sheet === sheet)) store.tell({ is: 'inputs changed' });
    });
  }

  const session: Session = {
    store,
    look: () => quietly(look),
    check: () => begin(check),
    run: () => begin(run.start),
    async stop() {
      const { activity } = store.get();
      if (activity.kind === 'idle') return store.tell({ is: 'noticed', notice: { intent: 'info', text: 'Nothing is running.' } });
      if (activity.kind === 'running') await quietly(run.cancel);
      else if (stoppedAtOnce.has(activity.kind)) work.stop();
    },
    keepFinished: () => work.start(run.keep),
    discardFinished() {
      run.forget();
      store.tell({ is: 'ended', notice: { intent: 'info', text: 'Discarded. Nothing was changed.' } });
    },
    openSample: () => work.start(openingSample(surroundings, store, look)),
    goTo: (sheet, cell) => quietly(async () => {
      const output = Object.values(outputs).find((one) => one.sheet === sheet);
      const found = output ? await workbook.selectTable(output.table) : await workbook.select(sheet, cell);
      if (!found) store.tell({ is: 'noticed', notice: { intent: 'info', text: `There is no sheet ${sheet} in this workbook.` } });
    }),
    async chooseScope(scope) {
      store.tell({ is: 'scope chosen', scope });
      if (scope.kind === 'selection') await quietly(async () => store.tell({ is: 'accounts selected', accounts: await workbook.selectedAccounts() }));
    },
    async act(action) {
      if (action === 'copy') return browserCopy(store.get().notice);
      if (action === 'calculate') await quietly(() => workbook.calculate());
      if (action === 'calculate') return session.check();
      if (action === 'try again') await quietly(async () => store.tell({ is: 'service answered', online: await service.answers() }));
      if (action === 'try again' && store.get().online) await work.again();
    },
    dismiss: () => store.tell({ is: 'noticed' }),
  };

  /** A stopped run first wants to be kept or discarded; the pane asks. */
  async function begin(task: Task): Promise<void> {
    if (store.get().activity.kind !== 'stopped') await work.start(task);
  }

  /** For small acts beside the work: a fault becomes a notice, the work goes on. */
  async function quietly(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (fault) {
      onFault(fault);
      store.tell({ is: 'noticed', notice: noticeOf(fault) });
    }
  }

  return session;
}
