import type { WorkbookModel } from '../../model/workbook';
import { invalidOperation, itemNotFound } from '../fault';
import type { Host } from '../host';
import { type Found, readOnly, type Service, subject } from '../service';

const eventRange = (workbook: WorkbookModel, [reference]: readonly unknown[]): Found => {
  const place = workbook.findPlace(String(reference));
  return place ? subject('Range', place) : null;
};

const selected = (workbook: WorkbookModel) => subject('Range', { sheet: workbook.activeSheet, area: workbook.activeSheet.selection });

/** Excel.Workbook, the root of every path. */
export const workbookService: Service<WorkbookModel> = {
  scalars: {
    Name: readOnly((workbook) => workbook.name),
    ReadOnly: readOnly(() => false),
    IsDirty: { get: () => true, set: () => undefined },
    AutoSave: readOnly(() => true),
    PreviouslySaved: readOnly(() => true),
    CalculationEngineVersion: readOnly(() => 191_029),
    Use1904DateSystem: {
      get: (workbook) => workbook.date1904,
      set: (workbook, value) => {
        workbook.date1904 = value === true;
      },
    },
  },
  links: {
    Application: (workbook) => subject('Application', workbook),
    Worksheets: (workbook) => subject('WorksheetCollection', workbook),
    Tables: (workbook) => subject('TableCollection', { workbook }),
    Names: (workbook) => subject('NamedItemCollection', workbook),
    Settings: (workbook) => subject('SettingCollection', workbook),
    Properties: (workbook) => subject('DocumentProperties', workbook),
    Functions: (workbook) => subject('Functions', workbook),
    Protection: (workbook) => subject('WorkbookProtection', workbook),
    _Runtime: (workbook) => subject('Runtime', workbook),
  },
  methods: {
    GetActiveCell: (workbook) => {
      const { sheet, area } = selected(workbook).state;
      return subject('Range', { sheet, area: { ...area, bottom: area.top, right: area.left } });
    },
    GetSelectedRange: selected,
    Save: () => undefined,
    _RemoveReference: (_workbook, [id], host) => host.references.release(String(id)),
    _RemoveAllReferences: (_workbook, _args, host) => host.references.releaseAll(),
    _GetReferenceCount: (_workbook, _args, host) => host.references.count,
    _GetRangeForEventByReferenceId: (workbook, args) => {
      const found = eventRange(workbook, args);
      if (!found) throw itemNotFound();
      return found;
    },
    _GetRangeOrNullObjectForEventByReferenceId: eventRange,
    RegisterCustomFunctions: (_workbook, [namespace, metadata], host) => host.functions.register(String(namespace), String(metadata)),
    _SetOsfControlContainerReadyForCustomFunctions: (_workbook, _args, host) => host.functions.ready(),
  },
};

/** Excel.Application. */
export const application: Service<WorkbookModel> = {
  scalars: {
    CalculationMode: {
      get: (workbook) => workbook.calculationMode,
      set: (workbook, value) => {
        if (value === 'Automatic' || value === 'AutomaticExceptTables' || value === 'Manual') workbook.calculationMode = value;
      },
    },
    CalculationState: readOnly((_workbook, host) => (host.functions.pending > 0 ? 'Pending' : 'Done')),
    CalculationEngineVersion: readOnly(() => 191_029),
    DecimalSeparator: readOnly(() => '.'),
    ThousandsSeparator: readOnly(() => ','),
    UseSystemSeparators: readOnly(() => true),
  },
  links: { IterativeCalculation: (workbook) => subject('IterativeCalculation', workbook) },
  methods: {
    Calculate: (_workbook, _args, host) => host.calculateNow(),
    SuspendApiCalculationUntilNextSync: (_workbook, _args, host) => host.suspendCalculation(),
    SuspendScreenUpdatingUntilNextSync: (_workbook, _args, host) => host.suspendScreen(),
  },
};

/** Excel.IterativeCalculation: always off. */
export const iterativeCalculation: Service<WorkbookModel> = {
  scalars: { Enabled: readOnly(() => false), MaxChange: readOnly(() => 0.001), MaxIteration: readOnly(() => 100) },
};

/** Excel.WorkbookProtection; passwords are not looked at. */
export const workbookProtection: Service<WorkbookModel> = {
  scalars: { Protected: readOnly((workbook) => workbook.protectedStructure) },
  methods: {
    Protect: (workbook) => {
      if (workbook.protectedStructure) throw invalidOperation('The workbook is already protected.');
      workbook.protectedStructure = true;
    },
    Unprotect: (workbook) => {
      workbook.protectedStructure = false;
    },
  },
};

/** Excel.Runtime. */
export const runtime: Service<WorkbookModel> = {
  scalars: {
    EnableEvents: {
      get: (_workbook, host) => host.events.enabled,
      set: (_workbook, value, host: Host) => {
        host.events.enabled = value === true;
      },
    },
  },
};

/** Excel.DocumentProperties: only those a workbook always has. */
export const documentProperties: Service<WorkbookModel> = {
  scalars: {
    Title: readOnly((workbook) => workbook.name.replace(/\.xlsx$/i, '')),
    Author: readOnly(() => ''),
  },
};
