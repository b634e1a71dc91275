import { StoredRun, textOf } from './stored-run';
import { StoreFull, type Created, type NewRun, type Store, type StoreLimits } from './store';
import type { SealedAccount } from '../../shared/api/sealed-rows';

/** A store that forgets with the process: bounded in runs, in text and in time. */
export function memoryStore(limits: StoreLimits): Store {
  const shelf = new Shelf(limits);
  return {
    createRun: async (run) => shelf.create(run),
    getRun: async (id) => shelf.find(id)?.run,
    setStatus: async (id, change) => shelf.find(id)?.setStatus(change, limits.now()) ?? false,
    recordProgress: async (id, progress) => shelf.find(id)?.recordProgress(progress),
    appendRows: async (id, rows) => shelf.append(id, rows),
    pageResults: async (id, page) => shelf.find(id)?.page(page),
    events: async (id, after) => shelf.find(id)?.events(after) ?? [],
    changed: async (id, after, signal) => shelf.find(id)?.changed(after, signal),
    deleteRun: async (id) => shelf.forget(id),
    close: async () => shelf.clear(),
  };
}

/** The runs in memory, oldest first, and what has to go when there is no room. */
class Shelf {
  private readonly runs = new Map<string, StoredRun>();
  private readonly keys = new Map<string, string>();

  constructor(private readonly limits: StoreLimits) {}

  create(run: NewRun): Created {
    this.forgetOld();
    const earlier = run.key === undefined ? undefined : this.runs.get(this.keys.get(run.key) ?? '');
    if (earlier) return earlier.digest === run.digest ? { kind: 'replayed', run: earlier.run } : { kind: 'conflict' };
    if (!this.makeRoom(() => this.runs.size < this.limits.maxRuns)) return { kind: 'full' };
    const stored = new StoredRun(run, this.limits.now(), this.limits.maxEvents);
    this.runs.set(run.id, stored);
    if (run.key !== undefined) this.keys.set(run.key, run.id);
    return { kind: 'created', run: stored.run };
  }

  find(id: string): StoredRun | undefined {
    this.forgetOld();
    return this.runs.get(id);
  }

  append(id: string, rows: readonly SealedAccount[]): boolean {
    const stored = this.find(id);
    if (!stored || stored.ended) return false;
    const added = rows.reduce((sum, row) => sum + textOf(row), 0);
    if (!this.makeRoom(() => this.text() + added <= this.limits.maxText)) throw new StoreFull('The results do not fit in memory.');
    stored.append(rows);
    return true;
  }

  forget(id: string): boolean {
    const stored = this.runs.get(id);
    if (!stored) return false;
    this.runs.delete(id);
    if (stored.key !== undefined) this.keys.delete(stored.key);
    stored.wake();
    return true;
  }

  clear(): void {
    for (const id of [...this.runs.keys()]) this.forget(id);
  }

  private forgetOld(): void {
    const oldest = this.limits.now() - this.limits.keepFor;
    for (const [id, { run }] of this.runs) if (run.endedAt !== undefined && run.endedAt <= oldest) this.forget(id);
  }

  /** Forgets finished runs, oldest first, until `fits`; false when that does not help. */
  private makeRoom(fits: () => boolean): boolean {
    for (const [id, stored] of this.runs) {
      if (fits()) return true;
      if (stored.ended) this.forget(id);
    }
    return fits();
  }

  private text(): number {
    return [...this.runs.values()].reduce((sum, run) => sum + run.text, 0);
  }
}
