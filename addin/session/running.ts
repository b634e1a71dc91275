import type { RunResult } from '../../shared/api/result';
import { ServiceError } from '../client/service-error';
import { checkedBook } from './checking';
import { lastRunOf } from './last-run';
import type { Surroundings } from './ports';
import { rememberRun } from './recall';
import type { CheckedBook } from './read-book';
import { accountsOf, runBody } from './run-request';
import type { Store } from './store';
import { count, stops } from './status';
import type { Task, Work } from './work';
import { writeRun } from './write-run';

/** A run that the service knows. */
interface Pending {
  readonly id: string;
  readonly book: CheckedBook;
  readonly asked: number;
  readonly started: Date;
}

/** The run and its endings: `start`, and after a stop `keep` or `forget`. `cancel` asks the service to stop. */
export interface Running {
  readonly start: Task;
  readonly keep: Task;
  cancel(): Promise<void>;
  forget(): void;
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
    const { id } = await sent(request.body, signal);
    pending = { id, book, asked: request.asked, started: now() };
    store.tell({ is: 'running', total: request.asked, at: now().getTime() });
    const end = await service.follow(id, ({ done, total, accountId }) => store.tell({ is: 'account done', done, total, now: accountId }), signal);
    if (end.status === 'failed') throw new ServiceError('fault', end.error ?? 'The run failed.');
    if (end.status === 'cancelled') return store.tell({ is: 'stopped', done: end.done, total: end.total || request.asked });
    await fetchAndWrite(pending, signal);
  }

  async function sent(body: string, signal: AbortSignal): Promise<{ readonly id: string }> {
    store.tell({ is: 'sending', megabytes: new Blob([body]).size / 1e6 });
    const slow = setTimeout(() => store.tell({ is: 'sending slowly' }), slowAfter);
    return service.start(body, signal).finally(() => clearTimeout(slow));
  }

  async function fetchAndWrite(run: Pending, signal: AbortSignal): Promise<void> {
    store.tell({ is: 'writing', done: 0, total: 0, then: 'run' });
    const result = await service.results(run.id, signal);
    // The decision is made: if writing fails (a protected sheet), trying again means writing, not running.
    const write: Task = () => written(run, result);
    work.resumeWith(write);
    await write(signal);
  }

  async function written(run: Pending, result: RunResult): Promise<void> {
    store.tell({ is: 'writing', done: 0, total: 0, then: 'run' });
    const whole = await writeRun(surroundings.workbook, { ...run, result }, now(), (done, total) => store.tell({ is: 'writing', done, total, then: 'run' }));
    const last = lastRunOf(whole, now(), run.started, run.asked);
    rememberRun(surroundings.memory, last);
    pending = undefined;
    store.tell({ is: 'run written', run: last });
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
    forget() {
      pending = undefined;
    },
  };
}

/** What to send; undefined when the check or the scope allows no run, which the state then says. */
async function requestOf({ workbook }: Surroundings, store: Store, { tables, report, readingIssues }: CheckedBook): Promise<{ body: string; asked: number } | undefined> {
  const stopping = stops(report);
  if (stopping > 0) {
    store.tell({ is: 'ended', notice: { intent: 'error', text: `${count(stopping, 'thing')} ${stopping === 1 ? 'stops' : 'stop'} a run.`, action: 'show data' } });
    return undefined;
  }
  const { scope } = store.get();
  if (scope.kind === 'selection') store.tell({ is: 'accounts selected', accounts: await workbook.selectedAccounts() });
  const accounts = accountsOf(scope, store.get().selected, report.accounts);
  const request = runBody(tables, report.asOf, scope, accounts, readingIssues);
  if (request.asked > 0) return request;
  const text = accounts.length > 0 ? 'Every account in scope has data that cannot be read. See the Data tab.' : nobody[scope.kind];
  store.tell({ is: 'ended', notice: { intent: 'warning', text, action: accounts.length > 0 ? 'show data' : undefined } });
  return undefined;
}

const nobody = {
  all: 'Accounts has no rows.',
  selection: 'The selection shows no account of the Accounts table. Select rows on a sheet that has an Account ID column.',
  chosen: 'Choose at least one account.',
} as const;
