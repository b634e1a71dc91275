import type { z } from 'zod';
import { sealAccounts, sealHead, type SealedAccount, type SealedHead } from '../../shared/api/sealed-rows';
import type { IsoDate } from '../../shared/units';
import { stopped } from './cancellation';
import { readRequest, type ReadLines, type Refused, type RequestOf } from './read-request';
import type { DecideUnit, RunBook } from './types';
import type { Body } from './unpack';

/** What the service needs to know of a request that can be run. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly digest: string;
  /** Accounts that the run will decide. */
  readonly accounts: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly accountId: string;
}

/** How a run reports while it works. The desk waits for `onRows` before it hands over more rows. */
export interface Reports {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  readonly onRows: (rows: readonly SealedAccount[]) => Promise<void>;
}

export interface Finished {
  readonly head: SealedHead;
  /** True when the run was stopped and holds the finished accounts only. */
  readonly partial: boolean;
  readonly accounts: number;
  readonly trades: number;
}

/** Where requests are read and books are run. Both take long, so the service's desk is in other threads. */
export interface Desk {
  read(body: Body): Promise<Accepted | Refused>;
  /**
   * Runs a body that `read` accepted; `today` is the day of a request that names none.
   * Rejects with AbortError when stopped before any result.
   */
  run(body: Body, today: IsoDate, reports: Reports): Promise<Finished>;
  close(): Promise<void>;
}

export interface DeskParts<Tables, Unit, Outcome> {
  readonly schema: z.ZodType<RequestOf<Tables>>;
  /** Reads book files, where the desk takes them. */
  readonly readLines?: ReadLines<Tables>;
  /** How many accounts the tables have. */
  readonly accountsIn: (tables: Tables) => number;
  readonly runBook: RunBook<Tables, Unit, Outcome>;
  readonly decideUnit: DecideUnit<Unit, Outcome>;
  /** Most bytes of an unpacked body. */
  readonly maxUnpacked: number;
}

/** Accounts handed over at a time: some ten milliseconds of work for the receiver. */
const batch = 50;

/** A desk in this thread. */
export function createDesk<Tables, Unit, Outcome>(parts: DeskParts<Tables, Unit, Outcome>): Desk {
  const { schema, readLines, accountsIn, runBook, decideUnit, maxUnpacked } = parts;
  return {
    async read(body) {
      const read = await readRequest(body, schema, maxUnpacked, readLines);
      if (read.kind === 'refused') return read;
      const { accounts, tables } = read.request;
      return { kind: 'accepted', digest: read.digest, accounts: accounts ? new Set(accounts).size : accountsIn(tables) };
    },
    async run(body, today, { signal, onProgress, onRows }) {
      const read = await readRequest(body, schema, maxUnpacked, readLines);
      if (read.kind === 'refused') throw new Error(`A body that was accepted is now refused as ${read.code}.`);
      if (signal.aborted) throw stopped();
      const { tables, accounts, issues, asOf = today } = read.request;
      const onAccount = (done: number, total: number, accountId: string): void => onProgress({ done, total, accountId });
      const result = await runBook({ tables, asOf, accounts, issues }, { signal, decideUnit, onAccount });
      let rows: SealedAccount[] = [];
      for (const account of sealAccounts(result)) {
        rows.push(account);
        if (rows.length < batch) continue;
        await onRows(rows);
        rows = [];
      }
      if (rows.length > 0) await onRows(rows);
      return { head: sealHead(result), partial: result.run.partial, accounts: result.scores.length, trades: result.trades.length };
    },
    close: async () => undefined,
  };
}
