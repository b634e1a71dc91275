import type { RunState } from '../../shared/api/run-status';
import type { SealedAccount, SealedHead } from '../../shared/api/sealed-rows';

/** A run as the store knows it. Times are milliseconds since 1970. */
export interface Run {
  readonly id: string;
  readonly status: RunState;
  /** Accounts decided, and in all. */
  readonly done: number;
  readonly total: number;
  /** The account decided last. */
  readonly now?: string;
  /** Why it failed, for people. */
  readonly error?: string;
  /** Number of the last event; grows by one with every change. */
  readonly seq: number;
  readonly createdAt: number;
  readonly endedAt?: number;
  /** True when results can be paged. */
  readonly hasResults: boolean;
}

export interface NewRun {
  readonly id: string;
  /** The caller's idempotency key. */
  readonly key?: string;
  /** SHA-256 of the request's content; the same key with another digest is a conflict. */
  readonly digest: string;
  readonly total: number;
}

/** What came of creating a run: `full` means that the store holds as many unfinished runs as it may. */
export type Created = { readonly kind: 'created' | 'replayed'; readonly run: Run } | { readonly kind: 'conflict' | 'full' };

/** One account is decided. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly accountId: string;
}

/** A change of state. A final state is never left. `head` makes the appended rows readable. */
export type StatusChange =
  | { readonly status: 'running' }
  | { readonly status: 'done' | 'cancelled'; readonly head?: SealedHead }
  | { readonly status: 'failed'; readonly error: string };

export type StoredEvent =
  | { readonly seq: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly seq: number; readonly kind: 'status'; readonly status: RunState; readonly error?: string };

export interface PageRequest {
  /** Accounts to pass over: 0, or `next` of the page before. */
  readonly after: number;
  /** Most accounts on the page. */
  readonly limit: number;
  /** The page ends early when its text grows beyond this many characters; it holds at least one account. */
  readonly maxText: number;
}

export interface StoredPage {
  readonly accounts: readonly SealedAccount[];
  /** On the first page only. */
  readonly head?: SealedHead;
  /** `after` of the next page; absent on the last one. */
  readonly next?: number;
}

/** Thrown by `appendRows` when rows do not fit although everything finished was already forgotten. */
export class StoreFull extends Error {
  override name = 'StoreFull';
}

/**
 * Where runs live: the seam between the service and any storage. Every implementation passes `test/contracts/store.ts`.
 * A method that names an unknown run answers undefined, empty or false; it never throws for it.
 */
export interface Store {
  createRun(run: NewRun): Promise<Created>;
  getRun(id: string): Promise<Run | undefined>;
  /** False when the run is unknown or already in a final state. */
  setStatus(id: string, change: StatusChange): Promise<boolean>;
  /** Ignored once the run has ended, and never lets `done` shrink. */
  recordProgress(id: string, progress: Progress): Promise<void>;
  /** Adds the rows of further accounts; the first rows of an account win. Refused (false) once the run has ended. */
  appendRows(id: string, rows: readonly SealedAccount[]): Promise<boolean>;
  /** Undefined when the run has no readable results. */
  pageResults(id: string, page: PageRequest): Promise<StoredPage | undefined>;
  /** Events after `seq`, oldest first; old progress events may have been forgotten, the last ones never. */
  events(id: string, after: number): Promise<readonly StoredEvent[]>;
  /** Resolves when the run has an event after `seq` or is gone, or when the signal aborts. */
  changed(id: string, after: number, signal: AbortSignal): Promise<void>;
  deleteRun(id: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Bounds that every store keeps. */
export interface StoreLimits {
  /** Runs kept; the oldest finished ones make room. */
  readonly maxRuns: number;
  /** Characters of rows kept over all runs. */
  readonly maxText: number;
  /** Milliseconds that a finished run is kept. */
  readonly keepFor: number;
  /** Events kept per run. */
  readonly maxEvents: number;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Sizes for a machine with 4 GB or more. */
export const usualLimits: StoreLimits = {
  maxRuns: 200,
  maxText: 512 * 1024 * 1024,
  keepFor: 24 * 60 * 60 * 1000,
  maxEvents: 2000,
  now: Date.now,
};
