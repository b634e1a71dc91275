import type { WorkbookModel } from '../../model/workbook';
import { accessDenied, itemNotFound } from '../fault';
import { EventType, WORKBOOK_TARGET } from '../events';
import { readOnly, type Service, subject } from '../service';
import { eventMethods, requireSheetName } from './worksheet';

const workbookTarget = (): string => WORKBOOK_TARGET;

/** Excel.WorksheetCollection. */
export const worksheetCollection: Service<WorkbookModel> = {
  scalars: { Count: readOnly((workbook) => workbook.sheets.length) },
  items: (workbook) => workbook.sheets.map((sheet) => subject('Worksheet', sheet)),
  item: (workbook, key) => {
    const sheet = workbook.findSheet(String(key));
    return sheet ? subject('Worksheet', sheet) : null;
  },
  methods: {
    Add: (workbook, [name], host) => {
      if (workbook.protectedStructure) throw accessDenied();
      const sheet = workbook.addSheet(name === undefined || name === null ? undefined : requireSheetName(name, host));
      host.events.added(sheet);
      host.repaint(sheet);
      return subject('Worksheet', sheet);
    },
    GetActiveWorksheet: (workbook) => subject('Worksheet', workbook.activeSheet),
    GetCount: (workbook, [visibleOnly]) => workbook.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible').length,
    GetFirst: (workbook, [visibleOnly]) => ends(workbook, visibleOnly, 0),
    GetLast: (workbook, [visibleOnly]) => ends(workbook, visibleOnly, -1),
    ...eventMethods('DataChanged', EventType.worksheetChanged, workbookTarget),
    ...eventMethods('SelectionChanged', EventType.worksheetSelectionChanged, workbookTarget),
    ...eventMethods('Activated', EventType.worksheetActivated, workbookTarget),
    ...eventMethods('Deactivated', EventType.worksheetDeactivated, workbookTarget),
    ...eventMethods('Added', EventType.worksheetAdded, workbookTarget),
    ...eventMethods('Deleted', EventType.worksheetDeleted, workbookTarget),
    ...eventMethods('Calculated', EventType.worksheetCalculated, workbookTarget),
  },
};

function ends(workbook: WorkbookModel, visibleOnly: unknown, index: 0 | -1) {
  const sheet = workbook.sheets.filter((each) => !visibleOnly || each.visibility === 'Visible').at(index);
  if (!sheet) throw itemNotFound();
  return subject('Worksheet', sheet);
}
