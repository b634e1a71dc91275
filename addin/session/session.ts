import type { TableName } from '../../shared/contract';
import type { MapProposal } from '../../shared/mapping/guess/propose-map';
import type { Repair } from '../../shared/repairs/repair';
import type { Imports } from './import-state';
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
  /** Writes repairs that the last check proposed, as one undo step, and checks again. */
  fix(repairs: readonly Repair[]): Promise<void>;
  /** The same for the lines of Data issues whose Apply is ticked. */
  fixTicked(): Promise<void>;
  /** Adds sheets to fill, for tables that the workbook does not have. */
  addSheets(names: readonly TableName[]): Promise<void>;
  /** Custodians' files: read, looked at, and written when the user says so. */
  readonly imports: Imports;
  /** What the workbook's own tables could be, for the user to look at; undefined when that could not be found out. */
  proposeMap(): Promise<MapProposal | undefined>;
  /** Maps what is sure and what was accepted, such as `Holdings`, `Models.Target %` or `all`. */
  adopt(accepted: readonly string[]): Promise<void>;
  goTo(sheet: string, cell?: string): Promise<void>;
  chooseScope(scope: Scope): Promise<void>;
  /** Does what the present notice offers. */
  act(action: NonNullable<Notice['action']>): Promise<void>;
  dismiss(): void;
}
