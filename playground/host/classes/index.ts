import type { WorkbookModel } from '../../model/workbook';
import type { Kind, Kinds, Service, Subject } from '../service';
import { addinInternal, appRuntimePersistence, appRuntimeService, beforeDocumentClose, dynamicRibbon } from './add-in-runtime';
import { conditionalFormat, conditionalFormats, conditionalPart } from './conditional-formats';
import { customFunctions } from './custom-functions';
import { dataValidation } from './data-validation';
import { namedItem, namedItemCollection } from './names';
import { range } from './range';
import { rangeBorder, rangeBorders } from './range-borders';
import { formatProtection, rangeFill, rangeFont, rangeFormat } from './range-format';
import { rangeSort, tableSort } from './range-sort';
import { setting, settingCollection } from './settings';
import { table } from './table';
import { tableCollection, tableScopedCollection } from './table-collection';
import { filter, tableColumn, tableColumnCollection } from './table-columns';
import { tableRow, tableRowCollection } from './table-rows';
import { application, documentProperties, iterativeCalculation, runtime, workbookProtection, workbookService } from './workbook';
import { worksheet } from './worksheet';
import { functionResult, worksheetFunctions } from './worksheet-functions';
import { worksheetCollection } from './worksheet-collection';
import { autoFilter, freezePanes, headerFooter, headerFooterGroup, pageLayout, protection } from './worksheet-parts';

type Services = { readonly [K in Kind]: Service<Kinds[K]> };

const services: Services = {
  Workbook: workbookService,
  Application: application,
  IterativeCalculation: iterativeCalculation,
  WorkbookProtection: workbookProtection,
  Runtime: runtime,
  WorksheetCollection: worksheetCollection,
  Worksheet: worksheet,
  WorksheetProtection: protection,
  WorksheetFreezePanes: freezePanes,
  PageLayout: pageLayout,
  HeaderFooterGroup: headerFooterGroup,
  HeaderFooter: headerFooter,
  Range: range,
  RangeFormat: rangeFormat,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeBorderCollection: rangeBorders,
  RangeBorder: rangeBorder,
  FormatProtection: formatProtection,
  RangeSort: rangeSort,
  DataValidation: dataValidation,
  ConditionalFormatCollection: conditionalFormats,
  ConditionalFormat: conditionalFormat,
  ConditionalPart: conditionalPart,
  TableCollection: tableCollection,
  TableScopedCollection: tableScopedCollection,
  Table: table,
  TableColumnCollection: tableColumnCollection,
  TableColumn: tableColumn,
  TableRowCollection: tableRowCollection,
  TableRow: tableRow,
  TableSort: tableSort,
  AutoFilter: autoFilter,
  Filter: filter,
  NamedItemCollection: namedItemCollection,
  NamedItem: namedItem,
  SettingCollection: settingCollection,
  Setting: setting,
  DocumentProperties: documentProperties,
  CustomFunctions: customFunctions,
  Functions: worksheetFunctions,
  FunctionResult: functionResult,
  AppRuntimeService: appRuntimeService,
  AppRuntimePersistenceService: appRuntimePersistence,
  DynamicRibbon: dynamicRibbon,
  BeforeDocumentCloseNotification: beforeDocumentClose,
  AddinInternalService: addinInternal,
};

/** Objects the library makes by server type name. */
export const newObjects: Readonly<Record<string, Kind & keyof WorkbookKinds>> = {
  'Microsoft.ExcelServices.CustomFunctions': 'CustomFunctions',
  'Microsoft.AppRuntime.AppRuntimeService': 'AppRuntimeService',
  'Microsoft.AppRuntime.AppRuntimePersistenceService': 'AppRuntimePersistenceService',
  'Microsoft.DynamicRibbon.DynamicRibbon': 'DynamicRibbon',
  'Microsoft.InternalService.AddinInternalService': 'AddinInternalService',
  'Microsoft.BeforeDocumentCloseNotification.BeforeDocumentCloseNotification': 'BeforeDocumentCloseNotification',
};

type WorkbookKinds = { [K in Kind as Kinds[K] extends WorkbookModel ? K : never]: true };

/** A kind's members together with the state they act on. */
export interface Served<K extends Kind = Kind> {
  readonly kind: K;
  readonly service: Service<unknown>;
  readonly state: unknown;
}

/** The members of an object; its state fits them because `services` is typed by kind. */
export function serviceOf({ kind, state }: Subject): Served {
  return { kind, service: services[kind] as Service<unknown>, state };
}
