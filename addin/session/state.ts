import type { Decision } from '../../shared/api/result';
import type { Repair } from '../../shared/repairs/repair';
import type { Issue, Severity } from '../../shared/issue';
import type { IsoDate } from '../../shared/units';
import type { ImportState } from './import-state';

/** Everything that pane, ribbon and use cases know together. Immutable: only `reduce` makes the next one. */
export interface SessionState {
  /** What the open workbook holds; `unknown` until it was looked at. */
  readonly workbook: 'unknown' | 'empty' | 'no tables' | 'some tables';
  readonly tables: readonly TableLine[];
  readonly activity: Activity;
  readonly check?: CheckReport;
  readonly lastRun?: LastRun;
  /** True when a cell of an input sheet changed after the last check or run. */
  readonly inputsChanged: boolean;
  /** How often a cell of an input sheet has changed since the pane opened. */
  readonly changes: number;
  readonly online: boolean;
  /** Files that were read and compared, and wait to be applied. */
  readonly importing?: ImportState;
  readonly notice?: Notice;
  readonly scope: Scope;
  /** Accounts of the user's present selection, when the scope asks for it. */
  readonly selected: readonly string[];
}

/** A contract table as the workbook holds it. */
export interface TableLine {
  readonly name: string;
  readonly title: string;
  readonly sheet: string;
  /** Data rows. */
  readonly rows: number;
  /** A run cannot do without it. */
  readonly core: boolean;
  /** It is core and not there. */
  readonly missing: boolean;
  /** Problems of the last check, and the worst of them. */
  readonly problems: number;
  readonly worst?: Severity;
}

/** What is being done now; one thing at a time. */
export type Activity =
  | { readonly kind: 'idle' }
  /** Excel waits until the user leaves the cell; `then` is what follows. */
  | { readonly kind: 'waiting'; readonly then: Purpose }
  | { readonly kind: 'reading' | 'checking'; readonly then: Purpose }
  | { readonly kind: 'sending'; readonly megabytes: number; readonly slow: boolean }
  | Running
  | (Omit<Running, 'kind'> & { readonly kind: 'stopping' })
  /** Stopped by the user, who now keeps the finished accounts or not. */
  | { readonly kind: 'stopped'; readonly done: number; readonly total: number }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number; readonly then: Purpose };

export interface Running {
  readonly kind: 'running';
  readonly done: number;
  readonly total: number;
  /** Account being decided. */
  readonly now?: string;
  /** Milliseconds since 1970 when the run began, for the time left. */
  readonly since: number;
}

export type Purpose = 'check' | 'run' | 'sample' | 'fix' | 'sheets' | 'import';

export interface CheckReport {
  /** `HH:MM`, local. */
  readonly at: string;
  readonly asOf: IsoDate;
  readonly rows: number;
  readonly accounts: readonly string[];
  readonly issues: readonly Issue[];
  /** What could be mended, several ways to mend one issue among them. */
  readonly repairs?: readonly Repair[];
  /** Accounts that a run would leave out. */
  readonly skipped: readonly string[];
}

/** The last run's totals; no names and no account IDs, so that they may be remembered. */
export interface LastRun {
  readonly id: string;
  readonly at: string;
  readonly asOf: IsoDate;
  readonly seconds: number;
  readonly accounts: number;
  /** Accounts asked for; more than `accounts` when the run was stopped. */
  readonly asked: number;
  readonly decisions: Readonly<Record<Decision, number>>;
  readonly trades: number;
  readonly exceptions: number;
  readonly dataIssues: number;
  /** Dollars; positive tax is owed, negative saved. */
  readonly netBenefit: number;
  readonly netBenefitBp: number;
  readonly estTax: number;
  readonly partial: boolean;
}

export type Scope =
  { readonly kind: 'all' } | { readonly kind: 'selection' } | { readonly kind: 'chosen'; readonly accounts: readonly string[] };

/** One message, with at most one way out. */
export interface Notice {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
  readonly action?: 'try again' | 'calculate' | 'show data' | 'copy';
  /** Quoted when asking for help. */
  readonly supportCode?: string;
}

export const initialState: SessionState = {
  workbook: 'unknown',
  tables: [],
  activity: { kind: 'idle' },
  inputsChanged: false,
  changes: 0,
  online: true,
  scope: { kind: 'all' },
  selected: [],
};

/** True while nothing else may start: everything but resting and waiting for keep or discard. */
export const isBusy = ({ activity }: SessionState): boolean => activity.kind !== 'idle' && activity.kind !== 'stopped';
