import { areaAddress, areaAt } from '../../model/area';
import type { Host } from '../../host/host';
import { clearCells } from '../edit';
import { element } from '../element';
import { CellEditor } from './cell-editor';
import { areaOf, moveSelection, type Selection, singleCell } from './keys';
import { paintSheet, type Palette } from './paint';
import { type Extent, extentOf, HEADER_HEIGHT, View } from './view';

/** Half the width of the strip on a column's edge that resizes it, pixels. */
const GRIP = 4;

/** The sheet on the page: a canvas that shows it, a scroller that moves it, an editor for one cell. */
export class Grid {
  readonly root: HTMLElement;
  readonly #canvas = element('canvas', { 'aria-hidden': 'true' });
  readonly #spacer = element('div', { class: 'grid-spacer' });
  readonly #scroller = element('div', { class: 'grid-scroller', tabindex: '-1' });
  readonly #editor: CellEditor;
  readonly #active = element('div', { role: 'gridcell', id: 'active-cell', class: 'unseen' });
  #selection: Selection = singleCell(0, 0);
  #isDrawing = false;
  #extent: Extent | undefined;
  #palette!: Palette;
  /** Called when the selection, or what is in it, changed. */
  onSelect: () => void = () => undefined;
  /** Called with what is typed, while it is typed; undefined when editing ends. */
  onEdit: (text: string | undefined) => void = () => undefined;
  /** Called with the place a clicked link points to. */
  onFollow: (reference: string) => void = () => undefined;
  /** Called when Ctrl and PageUp or PageDown ask for another sheet. */
  onStepSheet: (step: 1 | -1) => void = () => undefined;

  constructor(readonly host: Host) {
    this.#scroller.append(this.#spacer);
    this.#editor = new CellEditor(host, (text) => this.#edited(text));
    this.root = element(
      'div',
      { class: 'grid', role: 'grid', tabindex: '0', 'aria-label': 'Sheet', 'aria-activedescendant': 'active-cell' },
      this.#canvas,
      this.#scroller,
      this.#editor.root,
      element('div', { role: 'row' }, this.#active),
    );
    this.#listen();
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  /** Takes the colors from the page's style sheet again. */
  readPalette(): void {
    const style = getComputedStyle(this.root);
    const color = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    this.#palette = {
      paper: color('paper'),
      line: color('paper-line'),
      header: color('heading'),
      headerText: color('heading-text'),
      headerLine: color('heading-line'),
      headerActive: color('heading-active'),
      accent: color('accent'),
    };
    this.draw();
  }

  /** Draws soon; many calls draw once. */
  draw(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.#paint();
    });
  }

  /** Draws soon, after the sheet changed. */
  refresh(): void {
    this.#extent = undefined;
    this.draw();
  }

  #edited(text: string | undefined): void {
    this.onEdit(text);
    if (text !== undefined) return this.draw();
    this.onSelect();
    this.refresh();
  }

  /** Shows another sheet at its own selection. */
  showSheet(): void {
    const { selection } = this.#sheet;
    this.#selection = { anchor: { row: selection.top, column: selection.left }, head: { row: selection.bottom, column: selection.right } };
    this.#scroller.scrollTo(0, 0);
    if (this.#editor.isOpen) this.#editor.close();
    this.refresh();
    this.onSelect();
  }

  get #sheet() {
    return this.host.workbook.activeSheet;
  }

  #view(): View {
    const { width, height } = this.root.getBoundingClientRect();
    this.#extent ??= extentOf(this.#sheet);
    return new View(this.#sheet, this.#extent, Math.floor(width), Math.floor(height), this.#scroller.scrollLeft, this.#scroller.scrollTop);
  }

  #paint(): void {
    const view = this.#view();
    if (view.width === 0 || !this.#palette) return;
    const ratio = window.devicePixelRatio || 1;
    if (this.#canvas.width !== view.width * ratio || this.#canvas.height !== view.height * ratio) {
      Object.assign(this.#canvas, { width: view.width * ratio, height: view.height * ratio });
      Object.assign(this.#canvas.style, { width: `${view.width}px`, height: `${view.height}px` });
    }
    Object.assign(this.#spacer.style, {
      width: `${view.columns.total + view.headerWidth}px`,
      height: `${view.rows.total + HEADER_HEIGHT}px`,
    });
    const canvas = this.#canvas.getContext('2d')!;
    canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintSheet(canvas, view, this.#palette);
    const { row, column } = this.#selection.anchor;
    this.#active.textContent = `${areaAddress(areaAt(row, column))} ${this.host.text(this.#sheet, row, column)}`;
    if (this.#editor.isOpen) this.#editor.place(view);
  }

  /** Selects, tells the add-in, and scrolls the cell into view. */
  select(selection: Selection): void {
    this.#selection = selection;
    this.host.select({ sheet: this.#sheet, area: areaOf(selection) });
    const { left, top } = this.#view().scrollTo(selection.head.row, selection.head.column);
    this.#scroller.scrollTo(left, top);
    this.draw();
    this.onSelect();
  }

  #listen(): void {
    this.#scroller.addEventListener('scroll', () => this.draw());
    this.#scroller.addEventListener('pointerdown', (event) => this.#press(event));
    this.#scroller.addEventListener('pointermove', (event) => this.#hover(event));
    this.#scroller.addEventListener('dblclick', (event) => {
      if (event.offsetY - this.#scroller.scrollTop > HEADER_HEIGHT) this.edit();
    });
    this.root.addEventListener('keydown', (event) => this.#key(event));
  }

  #point(event: PointerEvent): { x: number; y: number } {
    const { left, top } = this.root.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  /** The column whose right edge is under the pointer in the heading. */
  #gripAt(x: number, y: number, view: View): number | undefined {
    if (y > HEADER_HEIGHT || x < view.headerWidth) return undefined;
    const column = view.columnAt(x);
    if (x > view.x(column) + view.columns.size(column) - GRIP) return column;
    return column > 0 && x < view.x(column) + GRIP ? column - 1 : undefined;
  }

  #hover(event: PointerEvent): void {
    const { x, y } = this.#point(event);
    this.#scroller.style.cursor = this.#gripAt(x, y, this.#view()) === undefined ? 'cell' : 'col-resize';
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { x, y } = this.#point(event);
    const view = this.#view();
    if (x > this.#scroller.clientWidth || y > this.#scroller.clientHeight) return;
    event.preventDefault();
    this.commit();
    this.root.focus({ preventScroll: true });
    const grip = this.#gripAt(x, y, view);
    if (grip !== undefined) this.#drag((to) => this.#resize(grip, to.x - view.x(grip)));
    else this.#pressCell(view, x, y, event.shiftKey);
  }

  #pressCell(view: View, x: number, y: number, extend: boolean): void {
    const [row, column] = [view.rowAt(y), view.columnAt(x)];
    if (y < HEADER_HEIGHT && x > view.headerWidth) return this.select({ anchor: { row: 0, column }, head: { row: 1_048_575, column } });
    if (x < view.headerWidth && y > HEADER_HEIGHT) return this.select({ anchor: { row, column: 0 }, head: { row, column: 16_383 } });
    const link = this.#sheet.hyperlinks.get(`${row},${column}`)?.documentReference;
    if (link && !extend) window.addEventListener('pointerup', () => this.onFollow(link), { once: true });
    const anchor = extend ? this.#selection.anchor : { row, column };
    this.select({ anchor, head: { row, column } });
    this.#drag((to) => {
      const now = this.#view();
      this.select({ anchor, head: { row: now.rowAt(to.y), column: now.columnAt(to.x) } });
    });
  }

  #drag(move: (to: { x: number; y: number }) => void): void {
    const follow = (event: PointerEvent): void => move(this.#point(event));
    window.addEventListener('pointermove', follow);
    window.addEventListener('pointerup', () => window.removeEventListener('pointermove', follow), { once: true });
  }

  #resize(column: number, pixels: number): void {
    this.#sheet.band(this.#sheet.columns, column).size = Math.max(0, pixels) * 0.75;
    this.draw();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey) return;
    if (this.#editor.isOpen) return this.#editorKey(event);
    const modifiers = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
    if (modifiers.ctrl && (event.key === 'PageDown' || event.key === 'PageUp')) {
      event.preventDefault();
      return this.onStepSheet(event.key === 'PageDown' ? 1 : -1);
    }
    const page = Math.max(1, Math.floor(this.root.clientHeight / 20) - 3);
    const key = event.key === 'Enter' ? (event.shiftKey ? 'ArrowUp' : 'ArrowDown') : event.key;
    const moved = moveSelection(this.#selection, key, event.key === 'Enter' ? { shift: false, ctrl: false } : modifiers, this.#sheet, page);
    if (moved) {
      event.preventDefault();
      return this.select(moved);
    }
    this.#editKey(event, modifiers.ctrl);
  }

  #editKey(event: KeyboardEvent, ctrl: boolean): void {
    if (event.key === 'F2') this.edit();
    else if (event.key === 'Delete') this.#clear();
    else if (event.key === 'Backspace') this.edit('');
    else if (event.key.length === 1 && !ctrl) this.edit(event.key);
    else return;
    event.preventDefault();
  }

  #clear(): void {
    clearCells(this.host, { sheet: this.#sheet, area: areaOf(this.#selection) });
    this.onSelect();
    this.draw();
  }

  #editorKey(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, string>> = {
      Enter: event.shiftKey ? 'ArrowUp' : 'ArrowDown',
      Tab: event.shiftKey ? 'ArrowLeft' : 'ArrowRight',
    };
    if (event.key === 'Escape') this.#editor.close();
    else if (moves[event.key] && this.commit())
      this.select(moveSelection(this.#selection, moves[event.key], { shift: false, ctrl: false }, this.#sheet, 1) ?? this.#selection);
    else return;
    event.preventDefault();
    this.root.focus({ preventScroll: true });
  }

  /** Opens the editor on the active cell, with `text` or with what is in the cell. */
  edit(text?: string): void {
    const { row, column } = this.#selection.anchor;
    this.#selection = singleCell(row, column);
    this.#editor.open(row, column, this.#view(), text);
  }

  /** Takes over what is being typed, if anything is. */
  commit(): boolean {
    return this.#editor.commit();
  }
}
