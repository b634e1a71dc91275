import { areaAddress } from '../model/area';
import { Host, type HostOptions } from '../host/host';
import { workbookToJson } from '../model/json';
import type { Sheet } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { readXlsx } from '../xlsx/read';
import { writeXlsx } from '../xlsx/write';
import { button, element } from './element';
import { FormulaBar } from './formula-bar';
import { Grid } from './grid/grid';
import { singleCell } from './grid/keys';
import { type AddInManifest, type RibbonAction, type RibbonButton } from './manifest';
import { ribbon } from './ribbon';
import { SheetTabs } from './sheet-tabs';
import { StatusBar } from './status-bar';
import { TaskPane } from './task-pane';

/** What the page needs from outside. */
export interface PlaygroundSource {
  readonly manifest: AddInManifest;
  /** functions.json as text; absent when the add-in has no functions. */
  readonly functions?: string;
  sample(): Promise<WorkbookModel>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The page around one workbook: ribbon, formula bar, sheet, tabs, task pane. Opening another workbook builds it anew. */
export class Playground {
  host!: Host;
  #grid!: Grid;
  #bar!: FormulaBar;
  #tabs!: SheetTabs;
  #status!: StatusBar;
  #pane?: TaskPane;
  #shown?: Sheet;

  constructor(
    private readonly root: HTMLElement,
    private readonly source: PlaygroundSource,
    private readonly options: HostOptions = {},
  ) {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#grid.readPalette());
  }

  /** Shows a workbook; the add-in starts again with it. */
  open(workbook: WorkbookModel): void {
    this.#pane?.dispose();
    const { manifest, functions } = this.source;
    const host = (this.host = new Host(workbook, this.options));
    if (manifest.functions && functions) host.functions.register(manifest.functions.namespace, functions);
    this.#grid = new Grid(host);
    this.#bar = new FormulaBar(
      host,
      (reference) => this.goTo(reference),
      () => this.#grid.root.focus(),
    );
    this.#tabs = new SheetTabs(host, (sheet) => this.#activate(sheet));
    this.#status = new StatusBar(host);
    this.#pane = new TaskPane(host, manifest.name, manifest.pane, () => this.#grid.root.focus());
    this.#connect();
    this.root.replaceChildren(
      this.#titleBar(),
      ribbon(manifest, (action, control) => this.#command(action, control)),
      this.#bar.root,
      element('main', { class: 'work' }, element('div', { class: 'sheet' }, this.#grid.root, this.#tabs.root), this.#pane.root),
      this.#status.root,
    );
    host.calculateNow();
    this.#grid.readPalette();
    this.#show();
  }

  #connect(): void {
    this.host.paint = () => this.#show();
    this.host.onAnswered = () => this.#show();
    this.#grid.onFollow = (reference) => this.goTo(reference);
    this.#grid.onSelect = () => this.#show();
    this.#grid.onEdit = (text) => this.#bar.show(text);
    this.#grid.onStepSheet = (step) => {
      const visible = this.host.workbook.sheets.filter(({ visibility }) => visibility === 'Visible');
      const next = visible[visible.indexOf(this.host.workbook.activeSheet) + step];
      if (next) this.#activate(next);
    };
  }

  #isShowing = false;

  /** Draws what may have changed, once per frame. */
  #show(): void {
    if (this.#isShowing) return;
    this.#isShowing = true;
    requestAnimationFrame(() => {
      this.#isShowing = false;
      const sheet = this.host.workbook.activeSheet;
      if (this.#shown !== sheet) {
        this.#shown = sheet;
        this.#grid.showSheet();
      }
      this.#grid.refresh();
      this.#tabs.show();
      this.#status.show();
      if (!this.host.cellEdit) this.#bar.show();
    });
  }

  #activate(sheet: Sheet): void {
    this.#grid.commit();
    this.host.activate(sheet);
    this.#grid.root.focus({ preventScroll: true });
  }

  /** Selects what a reference or a name means. False when it means nothing. */
  goTo(reference: string): boolean {
    const place = this.host.workbook.findPlace(reference);
    if (!place) return false;
    this.host.activate(place.sheet);
    this.#grid.select({ ...singleCell(place.area.top, place.area.left), head: { row: place.area.bottom, column: place.area.right } });
    this.#grid.root.focus({ preventScroll: true });
    return true;
  }

  #command(action: RibbonAction, control: RibbonButton): void {
    if (action.kind === 'pane') this.host.runtime.setState('Visible');
    else void this.#pane?.frame.runCommand(action.name, control.id);
  }

  #titleBar(): HTMLElement {
    const picker = element('input', { type: 'file', accept: '.xlsx', hidden: true, 'aria-label': 'Workbook file' });
    picker.addEventListener('change', () => void this.#openFile(picker));
    return element(
      'header',
      { class: 'title-bar' },
      element('strong', {}, this.host.workbook.name.replace(/\.xlsx$/i, '')),
      element('span', { class: 'note' }, 'Playground: a stand-in for Excel. The add-in and Office.js are the real ones.'),
      element(
        'nav',
        { 'aria-label': 'Workbook' },
        button('Open…', { class: 'quiet' }, () => picker.click()),
        button('Download', { class: 'quiet' }, () => void this.download()),
        button('Reset to sample', { class: 'quiet' }, () => void this.reset()),
        picker,
      ),
    );
  }

  async #openFile(picker: HTMLInputElement): Promise<void> {
    const file = picker.files?.[0];
    if (!file) return;
    try {
      this.open(await readXlsx(await file.arrayBuffer(), file.name));
    } catch (cause) {
      this.#tell(`"${file.name}" could not be opened. ${cause instanceof Error ? cause.message : ''}`);
    }
  }

  #tell(text: string): void {
    const note = element(
      'div',
      { class: 'message', role: 'alert' },
      text,
      button('×', { 'aria-label': 'Dismiss' }, () => note.remove()),
    );
    this.root.prepend(note);
  }

  async reset(): Promise<void> {
    this.open(await this.source.sample());
  }

  /** Saves the workbook as a file. */
  async download(): Promise<void> {
    const bytes = await writeXlsx(this.host.workbook);
    const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: XLSX }));
    element('a', { href: address, download: this.host.workbook.name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  /** The workbook as JSON, for tests. */
  snapshot() {
    return workbookToJson(this.host.workbook);
  }

  /** The texts shown in an area of a sheet, for tests. */
  texts(reference: string): string[][] {
    const place = this.host.workbook.findPlace(reference);
    if (!place) throw new Error(`There is no "${reference}" in this workbook. Maybe the sheet is not written yet.`);
    const { top, left, bottom, right } = place.area;
    return Array.from({ length: bottom - top + 1 }, (_, r) =>
      Array.from({ length: right - left + 1 }, (_unused, c) => this.host.text(place.sheet, top + r, left + c)),
    );
  }

  /** Where the selection is, `Trades!B6`. */
  selection(): string {
    const { activeSheet } = this.host.workbook;
    return `${activeSheet.name}!${areaAddress(activeSheet.selection)}`;
  }
}
