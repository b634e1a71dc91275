import { Host, type HostOptions } from '../host/host';
import type { WorkbookModel } from '../model/workbook';
import { connectLibrary } from './library';

export interface NodeExcel {
  /** `Excel.run` of the real library, on this workbook. */
  readonly run: typeof Excel.run;
  /** The library's namespace, for enums. */
  readonly Excel: typeof Excel;
  /** The emulated host: state, statistics, warnings, switches. */
  readonly host: Host;
  readonly workbook: WorkbookModel;
  /** Resolves when events have been delivered and functions answered. */
  idle(): Promise<void>;
}

/**
 * An Excel without a window: the real library on a fresh (or given) workbook.
 * `Excel` is put into the global scope, as an add-in's page has it. The last one created is the one connected.
 */
export function createExcel(workbook?: WorkbookModel, options?: HostOptions): NodeExcel {
  const host = new Host(workbook, options);
  const library = connectLibrary(host);
  (globalThis as { Excel?: unknown }).Excel = library.Excel;
  return {
    run: library.Excel.run,
    Excel: library.Excel,
    host,
    workbook: host.workbook,
    idle: () => new Promise((resolve) => setTimeout(resolve, 5)),
  };
}
