import type { Host } from '../host/host';
import { columnsOf, rowsOf } from '../model/area';
import { element } from './element';

/** Bottom line: what the host does, what the selection adds up to, what the add-in's requests cost. */
export class StatusBar {
  readonly #state = element('span', { role: 'status' }, 'Ready');
  readonly #sums = element('span', { class: 'sums' });
  readonly #cost = element('span', { class: 'cost', title: 'Requests of the add-in since the page was opened' });
  readonly root = element('footer', { class: 'status-bar' }, this.#state, this.#sums, this.#cost);

  constructor(private readonly host: Host) {}

  show(): void {
    const { requests, actions, bytesIn, bytesOut } = this.host.statistics;
    const state = this.host.cellEdit ? 'Edit' : this.host.functions.pending > 0 ? `Calculating ${this.host.functions.pending}` : 'Ready';
    if (this.#state.textContent !== state) this.#state.textContent = state;
    this.#sums.textContent = this.#summary();
    this.#cost.textContent = `${requests} requests · ${actions} actions · ${Math.ceil((bytesIn + bytesOut) / 1024)} KiB`;
  }

  #summary(): string {
    const sheet = this.host.workbook.activeSheet;
    const area = sheet.selection;
    if (rowsOf(area) * columnsOf(area) === 1) return '';
    let [count, numbers, sum] = [0, 0, 0];
    sheet.cells.forEach(area, (_row, _column, value) => {
      count++;
      if (typeof value === 'number') {
        numbers++;
        sum += value;
      }
    });
    const shown = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
    if (count === 0) return '';
    return numbers === 0 ? `Count: ${count}` : `Average: ${shown(sum / numbers)}   Count: ${count}   Sum: ${shown(sum)}`;
  }
}
