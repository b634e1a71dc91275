import { areaAddress, columnsOf, rowsOf } from '../model/area';
import type { Host } from '../host/host';
import { editText, enterText } from './edit';
import { element } from './element';

/** Name box and formula line. */
export class FormulaBar {
  readonly root: HTMLElement;
  readonly #name = element('input', { class: 'name-box', 'aria-label': 'Name box', spellcheck: 'false' });
  readonly #formula = element('input', { class: 'formula', 'aria-label': 'Formula bar', spellcheck: 'false' });

  /** `goTo` selects a reference; `done` gives the focus back to the sheet. */
  constructor(
    private readonly host: Host,
    goTo: (reference: string) => boolean,
    done: () => void,
  ) {
    this.root = element(
      'div',
      { class: 'formula-bar' },
      this.#name,
      element('span', { class: 'fx', 'aria-hidden': 'true' }, 'fx'),
      this.#formula,
    );
    this.#name.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && goTo(this.#name.value)) done();
      else if (event.key === 'Escape') this.show();
    });
    this.#formula.addEventListener('focus', () => {
      host.cellEdit = true;
    });
    this.#formula.addEventListener('blur', () => host.endCellEdit());
    this.#formula.addEventListener('keydown', (event) => this.#key(event, done));
  }

  #key(event: KeyboardEvent, done: () => void): void {
    if (event.key === 'Escape') this.show();
    else if (event.key !== 'Enter' || !enterText(this.host, this.#place, this.#formula.value)) return;
    done();
  }

  get #place() {
    const sheet = this.host.workbook.activeSheet;
    return { sheet, area: sheet.selection };
  }

  /** Shows the selection, or what is being typed into its cell. */
  show(typed?: string): void {
    const { area } = this.#place;
    const table = this.host.workbook.tables.find(
      (each) => each.sheet === this.#place.sheet && areaAddress(each.bodyArea) === areaAddress(area),
    );
    this.#name.value =
      table?.name ??
      (rowsOf(area) * columnsOf(area) > 1 && rowsOf(area) < 1_000_000
        ? areaAddress({ ...area, bottom: area.top, right: area.left })
        : areaAddress(area));
    this.#formula.value = typed ?? editText(this.host, this.#place);
  }
}
