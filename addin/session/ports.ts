import type { EditableWorkbook } from '../../shared/workbook/cell-edits';
import type { Cell, Region, RegionName } from '../../shared/workbook/port';
import type { Service } from '../client/service';

/** A region of which only the top was read, enough to see its header. */
export interface SurveyedRegion extends Region {
  /** All rows it has, header included. */
  readonly rows: number;
}

/** What the session asks of the open workbook beyond reading and writing tables. */
export interface OpenWorkbook extends EditableWorkbook {
  /** Does what `act` asks of the workbook as one step, which one Undo takes back. */
  inOneStep(act: (workbook: EditableWorkbook) => Promise<void>, progress: (done: number, total: number) => void): Promise<void>;
  /** Throws when a sheet that holds one of the tables is protected, or one is missing and no sheet can be added. */
  refuseProtected(tables: readonly string[]): Promise<void>;
  /** The tops of the wanted regions; and whether the workbook holds no cell at all. */
  survey(wanted: (region: RegionName) => boolean): Promise<{ readonly regions: readonly SurveyedRegion[]; readonly empty: boolean }>;
  /** Resolves when no cell is being edited; `onWaiting` is called once when one is. */
  afterCellEdit(onWaiting: () => void, signal: AbortSignal): Promise<void>;
  /** Account IDs in the rows the user has selected, in order, each once; empty when the selection shows none. */
  selectedAccounts(): Promise<readonly string[]>;
  /** Selects a sheet, and a cell of it when one is given. False when the sheet is gone. */
  select(sheet: string, cell?: string): Promise<boolean>;
  /** Selects the sheet that holds a table, whatever its name is now. False when the table is gone. */
  selectTable(table: string): Promise<boolean>;
  /** Puts named values below a table of ours, each with a label: names that formulas and a run can read. */
  nameCells(table: string, names: Readonly<Record<string, { readonly value: Cell; readonly format: string }>>): Promise<void>;
  /** True when Excel calculates only when asked. */
  calculatesByHand(): Promise<boolean>;
  calculate(): Promise<void>;
  /** Calls `listener` with the sheet's name after someone changed its cells; the result stops listening. */
  onChanged(listener: (sheet: string) => void): Promise<() => void>;
}

/** Small facts that outlive the pane, kept per document. */
export interface Memory {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** All that a session needs from outside. */
export interface Surroundings {
  readonly workbook: OpenWorkbook;
  readonly service: Service;
  readonly memory: Memory;
  readonly now: () => Date;
  /** Hears of faults of our own, for the developer's console. */
  readonly onFault: (fault: unknown) => void;
  /** Milliseconds before each look whether an unreachable service is back; the last one repeats. */
  readonly serviceRetries?: readonly number[];
}
