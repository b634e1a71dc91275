import { isFinal } from '../../shared/api/run-status';
import type { SealedAccount, SealedHead } from '../../shared/api/sealed-rows';
import type { NewRun, PageRequest, Progress, Run, StatusChange, StoredEvent, StoredPage } from './store';

/** One run in memory: its state, its last events, its rows, and those who wait for news of it. */
export class StoredRun {
  readonly key?: string;
  readonly digest: string;
  /** Characters of rows held. */
  text = 0;
  private state: Run;
  private recent: StoredEvent[] = [];
  private readonly accounts = new Map<string, SealedAccount>();
  private head?: SealedHead;
  private readonly waiting = new Set<() => void>();

  constructor(
    { id, key, digest, total }: NewRun,
    createdAt: number,
    private readonly maxEvents: number,
  ) {
    this.key = key;
    this.digest = digest;
    this.state = { id, status: 'queued', done: 0, total, seq: 0, createdAt, hasResults: false };
  }

  get run(): Run {
    return this.state;
  }

  get ended(): boolean {
    return isFinal(this.state.status);
  }

  setStatus(change: StatusChange, now: number): boolean {
    if (this.ended) return false;
    const { status } = change;
    const error = change.status === 'failed' ? change.error : undefined;
    if (change.status === 'done' || change.status === 'cancelled') this.head = change.head;
    const hasResults = this.head !== undefined;
    this.record(
      { seq: this.state.seq + 1, kind: 'status', status, error },
      { status, error, hasResults, endedAt: isFinal(status) ? now : undefined },
    );
    return true;
  }

  recordProgress(progress: Progress): void {
    if (this.ended || progress.done < this.state.done) return;
    const { done, total, accountId } = progress;
    this.record({ seq: this.state.seq + 1, kind: 'progress', progress }, { done, total, now: accountId });
  }

  /** Keeps the rows of accounts that have none yet. */
  append(rows: readonly SealedAccount[]): void {
    for (const row of rows) {
      if (this.accounts.has(row.accountId)) continue;
      this.accounts.set(row.accountId, row);
      this.text += textOf(row);
    }
  }

  page({ after, limit, maxText }: PageRequest): StoredPage | undefined {
    if (!this.head) return undefined;
    const rows = [...this.accounts.values()].slice(after, after + limit);
    let count = 0;
    for (let text = 0; count < rows.length && (count === 0 || text + textOf(rows[count]) <= maxText); count++) text += textOf(rows[count]);
    const next = after + count;
    return {
      accounts: rows.slice(0, count),
      head: after === 0 ? this.head : undefined,
      next: next < this.accounts.size && count > 0 ? next : undefined,
    };
  }

  events(after: number): readonly StoredEvent[] {
    return this.recent.filter((event) => event.seq > after);
  }

  /** Resolves at the next event after `seq`, at once when there is one, or when the signal aborts. */
  changed(after: number, signal: AbortSignal): Promise<void> {
    if (this.state.seq > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        this.waiting.delete(wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  /** Wakes those who wait. */
  wake(): void {
    for (const wake of [...this.waiting]) wake();
  }

  private record(event: StoredEvent, change: Partial<Run>): void {
    this.state = { ...this.state, ...change, seq: event.seq };
    this.recent.push(event);
    // Cut in halves, so that the cost per event stays constant.
    if (this.recent.length > this.maxEvents * 2) this.recent = this.recent.slice(-this.maxEvents);
    this.wake();
  }
}

/** Characters of an account's rows. */
export function textOf({ accountId, scores, trades, exceptions }: SealedAccount): number {
  return accountId.length + scores.length + trades.length + exceptions.length;
}
