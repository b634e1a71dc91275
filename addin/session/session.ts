import type { Notice, Scope } from './state';
import type { Store } from './store';

/** The use cases, for pane and ribbon alike. None of them rejects: what goes wrong becomes a notice of the state. */
export interface Session {
  readonly store: Store;
  /** Looks at what the workbook holds, without reading cells; recalls the last run. */
  look(): Promise<void>;
  /** Reads and checks the workbook, writes Data issues. */
  check(): Promise<void>;
  /** Checks, sends the accounts in scope, writes the results. */
  run(): Promise<void>;
  /** Stops what is under way; a run then waits for keep or discard. */
  stop(): Promise<void>;
  /** Writes the finished accounts of a stopped run. */
  keepFinished(): Promise<void>;
  discardFinished(): void;
  /** Builds the sample book in an empty workbook. */
  openSample(): Promise<void>;
  goTo(sheet: string, cell?: string): Promise<void>;
  chooseScope(scope: Scope): Promise<void>;
  /** Does what the present notice offers. */
  act(action: NonNullable<Notice['action']>): Promise<void>;
  dismiss(): void;
}
