import { fullAddress, areaAddress, type Area } from '../model/area';
import type { Sheet } from '../model/sheet';
import { EVENT_CATEGORY, type HostMessage } from './wire';

/** Event numbers of the library. */
export const EventType = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  tableChanged: 101,
  workbookSelectionChanged: 2,
} as const;

/** The target every workbook-wide registration uses. */
export const WORKBOOK_TARGET = 'Workbook';

type ChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** What a change event adds when a single cell changed. */
export interface ChangeDetails {
  readonly valueBefore: unknown;
  readonly valueAfter: unknown;
  readonly valueTypeBefore: string;
  readonly valueTypeAfter: string;
}

/** Registrations of events, and the messages that go out for them. Delivery follows the answer to the request that caused them. */
export class Events {
  enabled = true;
  readonly #registered = new Map<string, number>();
  #pending: (() => HostMessage)[] = [];
  #next = 1;

  constructor(private readonly schedule: () => void) {}

  register(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type} ${target}`;
    const left = (this.#registered.get(key) ?? 0) - 1;
    if (left > 0) this.#registered.set(key, left);
    else this.#registered.delete(key);
  }

  /** Handlers registered now; zero when every `remove()` reached the host. */
  get count(): number {
    return this.#registered.size;
  }

  changed(
    sheet: Sheet,
    area: Area,
    changeType: ChangeType,
    source: 'Local' | 'Remote',
    triggerSource: 'ThisLocalAddin' | 'Unknown',
    details?: () => ChangeDetails | undefined,
  ): void {
    const event = () => ({
      worksheetId: sheet.id,
      address: areaAddress(area),
      changeType,
      source,
      triggerSource,
      referenceId: fullAddress(sheet.name, area),
      shiftDirection: 'None',
      ...details?.(),
    });
    this.#queue(EventType.worksheetChanged, [sheet.id, WORKBOOK_TARGET], event);
    const table = sheet.tableAt(area);
    if (table) this.#queue(EventType.tableChanged, [table.id, WORKBOOK_TARGET], () => ({ ...event(), tableId: table.id }));
  }

  selectionChanged(sheet: Sheet, area: Area): void {
    this.#queue(EventType.worksheetSelectionChanged, [sheet.id, WORKBOOK_TARGET], () => ({
      worksheetId: sheet.id,
      address: areaAddress(area),
    }));
  }

  activated(sheet: Sheet, before: Sheet | undefined): void {
    if (before) this.#queue(EventType.worksheetDeactivated, [before.id, WORKBOOK_TARGET], () => ({ worksheetId: before.id }));
    this.#queue(EventType.worksheetActivated, [sheet.id, WORKBOOK_TARGET], () => ({ worksheetId: sheet.id }));
  }

  added(sheet: Sheet): void {
    this.#queue(EventType.worksheetAdded, [WORKBOOK_TARGET], () => ({ worksheetId: sheet.id, source: 'Local' }));
  }

  deleted(sheet: Sheet): void {
    this.#queue(EventType.worksheetDeleted, [WORKBOOK_TARGET], () => ({ worksheetId: sheet.id, source: 'Local' }));
  }

  calculated(sheet: Sheet): void {
    this.#queue(EventType.worksheetCalculated, [sheet.id, WORKBOOK_TARGET], () => ({ worksheetId: sheet.id }));
  }

  /** Takes the messages that wait to be sent; what they tell is what is true now. */
  take(): HostMessage[] {
    const pending = this.#pending;
    this.#pending = [];
    return pending.map((message) => message());
  }

  #queue(type: number, targets: readonly string[], event: () => object): void {
    if (!this.enabled) return;
    for (const target of targets) {
      if (this.#registered.has(`${type} ${target}`))
        this.#pending.push(() => [EVENT_CATEGORY, type, target, JSON.stringify(event()), this.#next++]);
    }
    if (this.#pending.length > 0) this.schedule();
  }
}
