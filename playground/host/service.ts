import type { AreaRule, Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import type { Value } from '../model/value';
import type { DefinedName, Place, WorkbookModel } from '../model/workbook';
import type { Host } from './host';

/** What an object of each kind stands for. A kind without a service in `classes/index.ts` does not compile. */
export interface Kinds {
  Workbook: WorkbookModel;
  Application: WorkbookModel;
  IterativeCalculation: WorkbookModel;
  WorkbookProtection: WorkbookModel;
  Runtime: WorkbookModel;
  WorksheetCollection: WorkbookModel;
  Worksheet: Sheet;
  WorksheetProtection: Sheet;
  WorksheetFreezePanes: Sheet;
  PageLayout: Sheet;
  HeaderFooterGroup: Sheet;
  HeaderFooter: Sheet;
  Range: Place;
  RangeFormat: Place;
  RangeFill: Place;
  RangeFont: Place;
  RangeBorderCollection: Place;
  RangeBorder: BorderPlace;
  FormatProtection: Place;
  RangeSort: SortPlace;
  DataValidation: Place;
  ConditionalFormatCollection: Place;
  ConditionalFormat: RecordedRule;
  ConditionalPart: RecordedPart;
  TableCollection: TableScope;
  TableScopedCollection: Place;
  Table: Table;
  TableColumnCollection: Table;
  TableColumn: ColumnOf;
  TableRowCollection: Table;
  TableRow: RowOf;
  TableSort: SortPlace;
  AutoFilter: Sheet;
  Filter: ColumnOf;
  NamedItemCollection: WorkbookModel;
  NamedItem: DefinedName;
  SettingCollection: WorkbookModel;
  Setting: SettingKey;
  DocumentProperties: WorkbookModel;
  CustomFunctions: WorkbookModel;
  Functions: WorkbookModel;
  FunctionResult: Value;
  AppRuntimeService: WorkbookModel;
  AppRuntimePersistenceService: WorkbookModel;
  DynamicRibbon: WorkbookModel;
  BeforeDocumentCloseNotification: WorkbookModel;
  AddinInternalService: WorkbookModel;
}

export interface BorderPlace {
  readonly place: Place;
  readonly side: string;
}
export interface SortPlace {
  readonly place: Place;
}
export interface TableScope {
  readonly workbook: WorkbookModel;
  /** Absent: all sheets. */ readonly sheet?: Sheet;
}
export interface ColumnOf {
  readonly table: Table;
  readonly id: number;
}
export interface RowOf {
  readonly table: Table;
  readonly index: number;
}
export interface SettingKey {
  readonly workbook: WorkbookModel;
  readonly key: string;
}
export interface RecordedRule {
  readonly place: Place;
  readonly rule: AreaRule;
}
export interface RecordedPart {
  readonly place: Place;
  readonly part: Record<string, unknown>;
}

export type Kind = keyof Kinds;

/** An object the host handed out: its kind, and what it stands for. */
export type Subject<K extends Kind = Kind> = { readonly [Each in K]: { readonly kind: Each; readonly state: Kinds[Each] } }[K];

/** An object, or null for what Office.js calls a null object. */
export type Found = Subject | null;

/** The members of one kind that this host implements; any other is answered with NotImplemented. */
export interface Service<State> {
  /** Identity sent when a proxy is instantiated; without one the proxy keeps its path. */
  readonly identity?: (state: State, host: Host) => Record<string, unknown>;
  /** Loadable values by wire name. */
  readonly scalars?: Readonly<Record<string, Scalar<State>>>;
  /** Objects reached by property, by wire name. */
  readonly links?: Readonly<Record<string, (state: State, host: Host) => Found>>;
  /** Methods by wire name; they answer a plain value, nothing, or an object. */
  readonly methods?: Readonly<Record<string, (state: State, args: readonly unknown[], host: Host) => unknown>>;
  /** Answers methods that are too many to list, by wire name; undefined when there is no such one. */
  readonly anyMethod?: (state: State, name: string, args: readonly unknown[], host: Host) => unknown;
  /** A collection's items, in order. */
  readonly items?: (state: State, host: Host) => readonly Subject[];
  /** `getItem(key)`; null when there is none. */
  readonly item?: (state: State, key: unknown, host: Host) => Found;
  /** Members a plain `load()` leaves out because they repeat others. */
  readonly heavy?: readonly string[];
}

export interface Scalar<State> {
  readonly get: (state: State, host: Host) => unknown;
  /** Absent: read-only. */
  readonly set?: (state: State, value: unknown, host: Host) => void;
}

/** An object of a kind. */
export function subject<K extends Kind>(kind: K, state: Kinds[K]): Subject<K> {
  return { kind, state } as Subject<K>;
}

export function isSubject(value: unknown): value is Subject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'state' in value;
}

/** A loadable value that cannot be set. */
export const readOnly = <State>(get: Scalar<State>['get']): Scalar<State> => ({ get });
