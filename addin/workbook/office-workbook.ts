import type { EditableWorkbook } from '../../shared/workbook/cell-edits';
import type { RegionName } from '../../shared/workbook/port';
import type { OpenWorkbook, SurveyedRegion } from '../session/ports';
import { afterCellEdit } from './cell-edit';
import { inExcel } from './in-excel';
import { nameCells } from './name-cells';
import type { NamedValue } from './name-cells';
import { OfficeTables } from './office-tables';
import { refuseProtected } from './refuse-protected';
import { readSelectedAccounts } from './selection';
import { surveyWorkbook } from './survey';

/** The open workbook, through Office.js (ExcelApi 1.13 and older calls only). */
export class OfficeWorkbook extends OfficeTables implements OpenWorkbook {
  inOneStep(act: (workbook: EditableWorkbook) => Promise<void>, progress: (done: number, total: number) => void): Promise<void> {
    return inExcel((context) => act(new OfficeTables((work) => work(context), progress)), { mergeUndoGroup: true });
  }

  refuseProtected(tables: readonly string[]): Promise<void> {
    return inExcel((context) => refuseProtected(context, tables));
  }

  survey(wanted: (region: RegionName) => boolean): Promise<{ regions: readonly SurveyedRegion[]; empty: boolean }> {
    return inExcel((context) => surveyWorkbook(context, wanted));
  }

  afterCellEdit(onWaiting: () => void, signal: AbortSignal): Promise<void> {
    return afterCellEdit(onWaiting, signal);
  }

  selectedAccounts(): Promise<readonly string[]> {
    return inExcel(readSelectedAccounts);
  }

  select(sheet: string, cell?: string): Promise<boolean> {
    return inExcel(async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
      worksheet.load('name');
      await context.sync();
      if (worksheet.isNullObject) return false;
      worksheet.activate();
      if (cell) worksheet.getRange(cell).select();
      await context.sync();
      return true;
    });
  }

  selectTable(table: string): Promise<boolean> {
    return inExcel(async (context) => {
      const found = context.workbook.tables.getItemOrNullObject(table);
      found.load('name');
      await context.sync();
      if (found.isNullObject) return false;
      found.worksheet.activate();
      await context.sync();
      return true;
    });
  }

  nameCells(table: string, names: Readonly<Record<string, NamedValue>>): Promise<void> {
    return inExcel((context) => nameCells(context, table, names));
  }

  calculatesByHand(): Promise<boolean> {
    return inExcel(async (context) => {
      const application = context.workbook.application.load('calculationMode');
      await context.sync();
      return application.calculationMode === 'Manual';
    });
  }

  calculate(): Promise<void> {
    return inExcel(async (context) => {
      context.workbook.application.calculate('Recalculate');
      await context.sync();
    });
  }

  onChanged(listener: (sheet: string) => void): Promise<() => void> {
    return inExcel(async (context) => {
      const subscription = context.workbook.worksheets.onChanged.add(async ({ worksheetId }) => {
        const name = await inExcel(async (inner) => {
          const worksheet = inner.workbook.worksheets.getItemOrNullObject(worksheetId).load('name');
          await inner.sync();
          return worksheet.isNullObject ? undefined : worksheet.name;
        });
        if (name !== undefined) listener(name);
      });
      await context.sync();
      return () =>
        void Excel.run(subscription.context, async (inner) => {
          subscription.remove();
          await inner.sync();
        });
    });
  }
}
