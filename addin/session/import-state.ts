import type { GuessedColumns } from '../../shared/imports/chosen-columns';
import type { ImportKind } from '../../shared/imports/format';
import type { ColumnChoice } from '../../shared/imports/generic/guess-columns';
import type { ImportMode } from '../../shared/imports/into/holding-changes';
import type { ReadExport } from '../../shared/imports/into/open-files';
import type { ImportPlan } from '../../shared/imports/into/plan-import';

/** What the user gives to be imported. */
export interface ImportSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

/** What one file is, for the eye; the rest is in the plan's file of the same place. */
export interface FileLook {
  /** `E*TRADE, portfolio download (CSV)`; absent when no layout fits. */
  readonly title?: string;
  readonly counts: readonly { readonly kind: ImportKind; readonly rows: number }[];
  /** Its columns and what they are taken to mean, where the layout was guessed. */
  readonly tables: readonly GuessedColumns[];
}

export type ImportStep = 'look' | 'preview';

/** An import under way: read and compared with the workbook, not written. */
export interface ImportState {
  readonly step: ImportStep;
  /** With what the user chose for each. */
  readonly files: readonly ReadExport[];
  readonly looks: readonly FileLook[];
  /** What the user chose; absent: as the last time. */
  readonly mode?: ImportMode;
  readonly plan: ImportPlan;
}

/** The use cases of an import. Nothing is written before `apply`; what goes wrong becomes a notice of the state. */
export interface Imports {
  /** Reads files and compares them with the workbook, beside those that are there already. */
  add(sources: readonly ImportSource[]): Promise<void>;
  /** Leaves a file out; with the last one the import ends. Files are counted from 0. */
  remove(file: number): Promise<void>;
  /** Says which account of the book one of a file is; undefined takes that back. */
  chooseAccount(file: number, fileAccount: string, accountId: string | undefined): Promise<void>;
  /** Says what a column of a guessed layout means. */
  chooseColumn(file: number, choice: ColumnChoice): Promise<void>;
  chooseMode(mode: ImportMode): Promise<void>;
  show(step: ImportStep): void;
  /** Ends the import without writing. */
  leave(): void;
  /** Writes what the preview shows. */
  apply(): Promise<void>;
}

/** Accounts of files that no account of the book was found for, or chosen. */
export const openAccounts = ({ plan }: Pick<ImportState, 'plan'>): number => plan.files.reduce((sum, { matches }) => sum + matches.filter(({ accountId }) => accountId === undefined).length, 0);

/** Different problems that forbid applying. */
export const importStops = ({ plan }: Pick<ImportState, 'plan'>): number => plan.issues.filter(({ severity }) => severity === 'stop').length;
