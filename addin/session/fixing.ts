import { counted } from '../../shared/counted';
import { applyRepairs, type Applied } from '../../shared/repairs/apply';
import { chooseTicked } from '../../shared/repairs/choose';
import { issueOf, type Repair } from '../../shared/repairs/repair';
import { readTicks } from '../../shared/repairs/ticked';
import { checkedBook } from './checking';
import type { Surroundings } from './ports';
import type { Notice } from './state';
import type { Store } from './store';
import type { Task } from './work';
import { writeCheck } from './write-check';

/** A repair that someone has looked at and asked for. */
type Asked = Pick<Repair, 'code' | 'sheet' | 'cell' | 'column' | 'way'>;

/** Writes what was asked for as one undo step, and checks again. What has changed since it was proposed is left alone. */
export function fixing(surroundings: Surroundings, store: Store, asked: readonly Asked[]): Task {
  const wanted = new Set(asked.map(keyOf));
  return (signal) => fix(surroundings, store, signal, async (repairs) => repairs.filter((repair) => wanted.has(keyOf(repair))));
}

/** The same for the lines of Data issues whose Apply is ticked. */
export function fixingTicked(surroundings: Surroundings, store: Store): Task {
  return (signal) =>
    fix(surroundings, store, signal, async (repairs) => {
      const ticks = await readTicks(surroundings.workbook);
      return ticks.count === 0 ? 'Tick Apply on the sheet Data issues first.' : chooseTicked(repairs, ticks.isTicked).chosen;
    });
}

const keyOf = (repair: Asked): string => `${issueOf(repair)}|${repair.way}`;

type Choose = (repairs: readonly Repair[]) => Promise<readonly Repair[] | string>;

async function fix(surroundings: Surroundings, store: Store, signal: AbortSignal, choose: Choose): Promise<void> {
  const { workbook, now } = surroundings;
  const progress = (done: number, total: number): void => store.tell({ is: 'writing', done, total, then: 'fix' });
  const { report } = await checkedBook(surroundings, store, 'fix', signal);
  const chosen = await choose(report.repairs ?? []);
  if (typeof chosen === 'string') return store.tell({ is: 'ended', notice: { intent: 'info', text: chosen } });
  let applied: Applied = { written: [], formulas: [] };
  progress(0, 0);
  await workbook.inOneStep(async (editable) => {
    applied = await applyRepairs(editable, chosen, now());
  }, progress);
  const after = await checkedBook(surroundings, store, 'fix', signal);
  await writeCheck(workbook, after.report, now(), progress);
  store.tell({ is: 'ended', notice: outcome(applied) });
}

function outcome({ written, formulas }: Applied): Notice {
  const left = formulas.length > 0 ? ` ${counted(formulas.length, 'cell')} with a formula ${formulas.length === 1 ? 'was' : 'were'} left as ${formulas.length === 1 ? 'it is' : 'they are'}.` : '';
  if (written.length === 0) return { intent: 'info', text: `Nothing was changed.${left || ' The cells have changed since they were checked.'}` };
  return { intent: 'success', text: `Changed ${counted(written.length, 'cell')}. Undo brings ${written.length === 1 ? 'it' : 'them'} back.${left}` };
}
