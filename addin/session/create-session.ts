import type { MapProposal } from '../../shared/mapping/guess/propose-map';
import { addingSheets } from './adding-sheets';
import { adopting, proposedMap } from './adopting';
import { checking } from './checking';
import { chooseScope } from './choosing-scope';
import { fixing, fixingTicked } from './fixing';
import { goTo } from './go-to';
import { lateImports } from './late-imports';
import { looking } from './looking';
import { noticeActions } from './notice-actions';
import { openingSample } from './opening-sample';
import type { Surroundings } from './ports';
import { createQuietly } from './quietly';
import { createRecovery } from './recovery';
import { running } from './running';
import type { Session } from './session';
import { stopping } from './stopping';
import { createStore } from './store';
import type { Store } from './store';
import { createWork } from './work';
import type { Task } from './work';

/** The session of one workbook. Pane, ribbon and custom functions of a shared runtime use the same one. */
export function createSession(surroundings: Surroundings, store: Store = createStore()): Session {
  const { workbook, service, onFault, serviceRetries } = surroundings;
  const quietly = createQuietly(store, onFault);
  const work = createWork(store, createRecovery(store, service, serviceRetries), onFault);
  const look = looking(surroundings, store);
  const check = checking(surroundings, store);
  const run = running(surroundings, store, work);
  // A stopped run first wants to be kept or discarded; the pane asks.
  const begin = async (task: Task): Promise<void> => (store.get().activity.kind === 'stopped' ? undefined : work.start(task));

  const session: Session = {
    store,
    look: () => quietly(look),
    check: () => begin(check),
    run: () => begin(run.start),
    stop: stopping(store, work, run, quietly),
    keepFinished: () => work.start(run.keep),
    discardFinished: run.discard,
    openSample: () => begin(openingSample(surroundings, store, look)),
    fix: (repairs) => begin(fixing(surroundings, store, repairs)),
    fixTicked: () => begin(fixingTicked(surroundings, store)),
    addSheets: (names) => begin(addingSheets(surroundings, store, names, look)),
    imports: lateImports(() => import('./importing').then(({ importing }) => importing(surroundings, store, look)), store, begin),
    async proposeMap() {
      let proposal: MapProposal | undefined;
      await quietly(async () => { proposal = await proposedMap(surroundings); });
      return proposal;
    },
    adopt: (accepted) => begin(adopting(surroundings, store, accepted, look)),
    goTo: (sheet, cell) => quietly(() => goTo(workbook, store, sheet, cell)),
    chooseScope: (scope) => quietly(() => chooseScope(workbook, store, scope)),
    act: (action) => acts[action](),
    dismiss: () => store.tell({ is: 'noticed' }),
  };

  const acts = noticeActions(surroundings, store, work, quietly, session.check);
  return session;
}
