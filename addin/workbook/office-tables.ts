import type { EditableWorkbook, RegionEdit } from '../../shared/workbook/cell-edits';
import type { RegionName, SheetContent, WorkbookContent } from '../../shared/workbook/port';
import { editCells } from './edit-cells';
import { inExcel, type Work } from './in-excel';
import { readContent } from './read';
import { readFormulas } from './read-formulas';
import { writeSheets } from './write';

/** Tables and cells of the open workbook; `run` sends the work, each piece by itself or all in one undo step. */
export class OfficeTables implements EditableWorkbook {
  constructor(
    private readonly run: <T>(work: Work<T>) => Promise<T> = inExcel,
    private readonly progress: (done: number, total: number) => void = () => undefined,
  ) {}

  read(wanted: (region: RegionName) => boolean): Promise<WorkbookContent> {
    return this.run((context) => readContent(context, wanted));
  }

  write(sheets: readonly SheetContent[], progress = this.progress): Promise<void> {
    return this.run((context) => writeSheets(context, sheets, progress));
  }

  formulas(region: RegionName): Promise<ReadonlySet<string>> {
    return this.run((context) => readFormulas(context, region));
  }

  edit(edits: readonly RegionEdit[]): Promise<void> {
    return this.run((context) => editCells(context, edits, this.progress));
  }
}
