import { Engine } from '../formula/engine';
import { renameSheet } from '../formula/prepare';
import { type Area, columnsOf, rowsOf } from '../model/area';
import { formatValue } from '../model/format';
import type { Sheet } from '../model/sheet';
import { toWire, type Value, valueType } from '../model/value';
import { type Place, WorkbookModel } from '../model/workbook';
import { AddInRuntime } from './add-in-runtime';
import { runBatch } from './batch';
import { newObjects } from './classes';
import { CustomFunctions } from './custom-functions';
import { type ChangeDetails, Events } from './events';
import { Fault, notImplemented } from './fault';
import type { Blank } from './marshal';
import { References } from './references';
import { type Found, subject } from './service';
import { Statistics } from './statistics';
import { type HostMessage, Refusal, type RequestBody } from './wire';

export interface HostOptions {
  /** Largest request and response, bytes; Excel on the web allows 5 MB. */
  readonly payloadLimit?: number;
  /** How blank cells reach custom functions. */
  readonly blank?: Blank;
}

/** The answer to one request: a response body, or the number of a refusal. */
export type Answer = { readonly body: string } | { readonly refusal: number };

type ChangeType = Parameters<Events['changed']>[2];

/** An emulated Excel around one workbook: answers the library's requests and tells it what happened. */
export class Host {
  readonly references = new References();
  readonly statistics = new Statistics();
  readonly events: Events;
  readonly functions: CustomFunctions;
  readonly runtime = new AddInRuntime((messages) => this.deliver(messages));
  readonly engine: Engine;
  readonly root: Found;
  /** Members asked for that this host does not know, and loads of names that do not exist. Tests expect none. */
  readonly warnings: string[] = [];
  /** Settings of `Office.context.document.settings`. */
  readonly documentSettings = new Map<string, unknown>();
  /** True while a person edits a cell: requests are refused unless they may wait. */
  cellEdit = false;
  /** A refusal for the next request, to try how the add-in copes. */
  refuseNext: number | undefined;
  /** Called with the messages the host sends by itself. */
  deliver: (messages: readonly HostMessage[]) => void = () => undefined;
  /** Called when a sheet, or the workbook's tabs, must be drawn again. */
  paint: (sheet: Sheet) => void = () => undefined;
  /** Called after each answered request. */
  onAnswered: () => void = () => undefined;
  #waiting: (() => void)[] = [];
  #isOutOfDate = true;
  #isSuspended = false;
  #isScreenSuspended = false;
  #isFlushing = false;

  constructor(
    readonly workbook: WorkbookModel = new WorkbookModel(),
    readonly options: HostOptions = {},
  ) {
    this.root = subject('Workbook', workbook);
    this.events = new Events(() => this.#flushLater());
    this.functions = new CustomFunctions({
      blank: options.blank ?? 'null',
      send: (messages) => this.deliver(messages),
      answered: () => {
        this.outOfDate();
        this.calculate();
      },
    });
    this.engine = new Engine(workbook, this.functions);
  }

  /** Answers one request. `mayWait` requests wait for the end of cell editing. */
  async request(body: string, mayWait = false): Promise<Answer> {
    if (this.cellEdit && mayWait) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.answer(body);
  }

  /** Answers one request at once. */
  answer(text: string): Answer {
    const refusal = this.#refusal(text);
    if (refusal !== undefined) return { refusal };
    const request = JSON.parse(text) as RequestBody;
    const response = JSON.stringify(runBatch(request, this));
    this.#isSuspended = false;
    this.#isScreenSuspended = false;
    this.calculate();
    this.statistics.answered(request.Actions.length, byteLength(text), byteLength(response));
    this.onAnswered();
    return byteLength(response) > this.#payloadLimit ? { refusal: Refusal.responseTooLarge } : { body: response };
  }

  get #payloadLimit(): number {
    return this.options.payloadLimit ?? 5 * 1024 * 1024;
  }

  #refusal(text: string): number | undefined {
    const planned = this.refuseNext;
    this.refuseNext = undefined;
    if (planned !== undefined) return planned;
    if (this.cellEdit && !isFunctionAnswer(text)) return Refusal.cellEdit;
    return byteLength(text) > this.#payloadLimit ? Refusal.requestTooLarge : undefined;
  }

  /** Ends cell editing; requests that wait go on. */
  endCellEdit(): void {
    this.cellEdit = false;
    for (const resume of this.#waiting.splice(0)) resume();
  }

  /** An object by its server type name. */
  newObject(typeName: string): Found {
    const kind = newObjects[typeName];
    if (!kind) throw this.unknown(typeName);
    return subject(kind, this.workbook);
  }

  /** The fault for a member this host does not implement; it is recorded. */
  unknown(member: string): Fault {
    this.warn(`${member} is not implemented.`);
    return notImplemented(member);
  }

  warn(text: string): void {
    if (!this.warnings.includes(text)) this.warnings.push(text);
  }

  /** Cells changed: formulas are out of date, and whoever listens is told. `before` is the value of a single cell. */
  edited(place: Place, before?: Value, changeType: ChangeType = 'RangeEdited', byPerson = false): void {
    this.outOfDate();
    const { sheet, area } = place;
    this.events.changed(
      sheet,
      area,
      changeType,
      'Local',
      byPerson ? 'Unknown' : 'ThisLocalAddin',
      before === undefined ? undefined : () => details(place, before),
    );
    this.repaint(sheet);
  }

  outOfDate(): void {
    this.#isOutOfDate = true;
  }

  /** Calculates when formulas are out of date and the workbook calculates by itself. */
  calculate(): void {
    if (this.#isOutOfDate && !this.#isSuspended && this.workbook.calculationMode !== 'Manual') this.calculateNow();
  }

  calculateNow(): void {
    this.#isOutOfDate = false;
    const calculated = this.workbook.sheets.filter((sheet) => sheet.cells.formulas.size > 0);
    if (calculated.length > 0) this.statistics.recalculations++;
    this.engine.recalculate();
    for (const sheet of calculated) {
      this.events.calculated(sheet);
      this.repaint(sheet);
    }
  }

  suspendCalculation(): void {
    this.#isSuspended = true;
  }

  suspendScreen(): void {
    this.#isScreenSuspended = true;
  }

  repaint(sheet: Sheet): void {
    if (!this.#isScreenSuspended) this.paint(sheet);
  }

  /** Moves the selection, and to its sheet. */
  select({ sheet, area }: Place): void {
    if (this.workbook.activeSheet !== sheet) this.activate(sheet);
    sheet.selection = area;
    this.events.selectionChanged(sheet, area);
    this.repaint(sheet);
  }

  activate(sheet: Sheet): void {
    const before = this.workbook.activeSheet;
    if (before === sheet) return;
    this.workbook.activeSheet = sheet;
    this.events.activated(sheet, this.workbook.sheets.includes(before) ? before : undefined);
    this.repaint(sheet);
  }

  deleteSheet(sheet: Sheet): void {
    this.workbook.removeSheet(sheet);
    this.outOfDate();
    this.events.deleted(sheet);
    this.repaint(this.workbook.activeSheet);
  }

  /** Renames a sheet, and every formula and name that points to it. */
  renameSheet(sheet: Sheet, name: string): void {
    const from = sheet.name;
    sheet.name = name;
    for (const each of this.workbook.sheets) {
      for (const [row, line] of each.cells.formulas)
        for (const [column, formula] of line) each.cells.setFormula(row, column, renameSheet(formula, from, name));
    }
    for (const defined of this.workbook.names.values()) defined.formula = renameSheet(defined.formula, from, name);
    this.outOfDate();
    this.repaint(sheet);
  }

  /** The text a cell shows. */
  text(sheet: Sheet, row: number, column: number): string {
    return formatValue(sheet.cells.value(row, column), sheet.numberFormat(row, column));
  }

  #flushLater(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    setTimeout(() => {
      this.#isFlushing = false;
      this.calculate();
      this.deliver(this.events.take());
    }, 0);
  }
}

function details({ sheet, area }: Place, before: Value): ChangeDetails | undefined {
  if (!isSingle(area)) return undefined;
  const after = sheet.cells.value(area.top, area.left);
  return { valueBefore: toWire(before), valueAfter: toWire(after), valueTypeBefore: valueType(before), valueTypeAfter: valueType(after) };
}

const isSingle = (area: Area): boolean => rowsOf(area) * columnsOf(area) === 1;

/** Length in UTF-8. */
function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What custom functions answer is no edit: Excel takes it while a cell is being edited, or the function would stay busy for ever. */
function isFunctionAnswer(text: string): boolean {
  const { Actions, ObjectPaths } = JSON.parse(text) as RequestBody;
  return [...Actions, ...Object.values(ObjectPaths)].some(({ Name }) => Name === 'SetInvocationArrayResults');
}
