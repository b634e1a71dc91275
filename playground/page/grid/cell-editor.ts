import { areaAt } from '../../model/area';
import type { Host } from '../../host/host';
import { editText, enterText } from '../edit';
import { element } from '../element';
import type { View } from './view';

/** The text box over the cell that is being edited. While it is open, requests of the add-in wait or are refused. */
export class CellEditor {
  readonly root = element('textarea', { class: 'grid-editor', spellcheck: 'false', 'aria-label': 'Cell', hidden: true, rows: '1' });
  #cell = { row: 0, column: 0 };

  /** `changed` hears what is typed, and undefined when editing ends. */
  constructor(
    private readonly host: Host,
    private readonly changed: (text: string | undefined) => void,
  ) {
    this.root.addEventListener('input', () => changed(this.root.value));
    this.root.addEventListener('blur', () => this.commit());
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  /** Opens on a cell, with `text` or with what is in the cell. */
  open(row: number, column: number, view: View, text = editText(this.host, this.#place(row, column))): void {
    this.#cell = { row, column };
    this.root.value = text;
    this.root.hidden = false;
    this.host.cellEdit = true;
    this.place(view);
    this.root.focus({ preventScroll: true });
    this.root.setSelectionRange(text.length, text.length);
    this.changed(text);
  }

  #place(row: number, column: number) {
    return { sheet: this.host.workbook.activeSheet, area: areaAt(row, column) };
  }

  /** Moves the box to where its cell is now. */
  place(view: View): void {
    const { row, column } = this.#cell;
    const width = view.columns.size(column) + 1;
    Object.assign(this.root.style, {
      left: `${view.x(column) - 1}px`,
      top: `${view.y(row) - 1}px`,
      height: `${view.rows.size(row) + 1}px`,
      minWidth: `${width}px`,
      width: `${Math.min(480, Math.max(width, this.root.value.length * 8 + 24))}px`,
    });
  }

  /** Takes over what was typed. False when it is no formula; the box then stays open. */
  commit(): boolean {
    if (!this.isOpen) return true;
    const { row, column } = this.#cell;
    const entered = enterText(this.host, this.#place(row, column), this.root.value);
    if (!entered) this.root.setAttribute('aria-invalid', 'true');
    if (entered) this.close();
    return entered;
  }

  /** Closes without taking anything over. */
  close(): void {
    this.root.removeAttribute('aria-invalid');
    this.root.hidden = true;
    this.host.endCellEdit();
    this.changed(undefined);
  }
}
