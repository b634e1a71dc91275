import type { RunResult } from '../../shared/api/result';
import { counted } from '../../shared/counted';
import type { Service } from '../client/service';
import { ServiceError } from '../client/service-error';
import { checkedBook } from './checking';
import { readSelection } from './choosing-scope';
import { lastRunOf } from './last-run';
import type { Surroundings } from './ports';
import { rememberRun } from './recall';
import type { CheckedBook } from './read-book';
import { accountsOf, runBody } from './run-request';
import type { Store } from './store';
import { stops } from './status';
import type { Task, Work } from './work';
import { writeRun } from './write-run';

/** A run that the service knows. */
interface Pending {
  readonly id: string;
  readonly book: CheckedBook;
  readonly asked: number;
  readonly started: Date;
}

/** The run and its endings: `start`, and after a stop `keep` or `discard`. `cancel` asks the service to stop. */
export interface Running {
  readonly start: Task;
  readonly keep: Task;
  cancel(): Promise<void>;
  discard(): void;
}

/** Milliseconds after which the pane says how much there is to send. */
const slowAfter = 5_000;

export function running(surroundings: Surroundings, store: Store, work: Pick<Work, 'resumeWith'>): Running {
  const { service, now } = surroundings;
  let pending: Pending | undefined;

  async function start(signal: AbortSignal): Promise<void> {
    const book = await checkedBook(surroundings, store, 'run', signal);
    const request = await requestOf(surroundings, store, book);
    if (!request) return;
    const { id } = await sent(service, store, request.body, signal);
    pending = { id, book, asked: request.asked, started: now() };
    store.tell({ is: 'running', total: request.asked, at: now().getTime() });
    const end = await service.follow(
      id,
      ({ done, total, accountId }) => store.tell({ is: 'account done', done, total, now: accountId }),
      signal,
    );
    if (end.status === 'failed') throw new ServiceError('fault', end.error ?? 'The run failed.');
    if (end.status === 'cancelled') return store.tell({ is: 'stopped', done: end.done, total: end.total || request.asked });
    await fetchAndWrite(pending, signal);
  }

  async function fetchAndWrite(run: Pending, signal: AbortSignal): Promise<void> {
    store.tell({ is: 'writing', done: 0, total: 0, then: 'run' });
    const result = await service.results(run.id, signal);
    // The decision is made: if writing fails (a protected sheet), trying again means writing, not running.
    const write: Task = async () => {
      await writeAndRemember(surroundings, store, run, result);
      pending = undefined;
    };
    work.resumeWith(write);
    await write(signal);
  }

  return {
    start,
    async keep(signal) {
      if (pending) await fetchAndWrite(pending, signal);
    },
    async cancel() {
      store.tell({ is: 'stop asked' });
      if (pending) await service.cancel(pending.id);
    },
    discard() {
      pending = undefined;
      store.tell({ is: 'ended', notice: { intent: 'info', text: 'Discarded. Nothing was changed.' } });
    },
  };
}

/** Writes the sheets and keeps the totals for the next time the pane opens. */
async function writeAndRemember({ workbook, memory, now }: Surroundings, store: Store, run: Pending, result: RunResult): Promise<void> {
  const progress = (done: number, total: number): void => store.tell({ is: 'writing', done, total, then: 'run' });
  progress(0, 0);
  const whole = await writeRun(workbook, { ...run, result }, now(), progress);
  const last = lastRunOf(whole, now(), run.started, run.asked);
  rememberRun(memory, last);
  store.tell({ is: 'run written', run: last });
}

/** Sends a run, saying how much there is to send when it takes long. */
async function sent(service: Service, store: Store, body: string, signal: AbortSignal): Promise<{ readonly id: string }> {
  store.tell({ is: 'sending', megabytes: new Blob([body]).size / 1e6 });
  const slow = setTimeout(() => store.tell({ is: 'sending slowly' }), slowAfter);
  return service.start(body, signal).finally(() => clearTimeout(slow));
}

/** What to send; undefined when the check or the scope allows no run, which the state then says. */
async function requestOf(
  { workbook }: Surroundings,
  store: Store,
  { tables, report }: CheckedBook,
): Promise<{ body: string; asked: number } | undefined> {
  const stopping = stops(report);
  if (stopping > 0) {
    store.tell({
      is: 'ended',
      notice: { intent: 'error', text: `${counted(stopping, 'thing')} ${stopping === 1 ? 'stops' : 'stop'} a run.`, action: 'show data' },
    });
    return undefined;
  }
  await readSelection(workbook, store);
  const { scope } = store.get();
  const accounts = accountsOf(scope, store.get().selected, report.accounts);
  if (accounts.length > 0) return { body: runBody(tables, report.asOf, scope, accounts, report.issues), asked: accounts.length };
  store.tell({ is: 'ended', notice: { intent: 'warning', text: nobody[scope.kind] } });
  return undefined;
}

const nobody = {
  all: 'Accounts has no rows.',
  selection: 'The selection shows no account of the Accounts table. Select rows on a sheet that has an Account ID column.',
  chosen: 'Choose at least one account.',
} as const;
