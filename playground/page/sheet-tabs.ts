import type { Host } from '../host/host';
import type { Sheet } from '../model/sheet';
import { button, element } from './element';

/** The tabs of the visible sheets, with their colors. */
export class SheetTabs {
  readonly root = element('div', { class: 'sheet-tabs', role: 'tablist', 'aria-label': 'Sheets' });
  #shown = '';

  constructor(
    private readonly host: Host,
    private readonly activate: (sheet: Sheet) => void,
  ) {}

  /** Draws the tabs again when a name, a color or the active sheet changed. */
  show(): void {
    const { sheets, activeSheet } = this.host.workbook;
    const visible = sheets.filter(({ visibility }) => visibility === 'Visible');
    const state = JSON.stringify(visible.map((sheet) => [sheet.name, sheet.tabColor, sheet === activeSheet]));
    if (state === this.#shown) return;
    this.#shown = state;
    this.root.replaceChildren(
      ...visible.map((sheet) => {
        const isActive = sheet === activeSheet;
        const tab = button(sheet.name, { role: 'tab', class: 'sheet-tab', 'aria-selected': isActive, tabindex: isActive ? 0 : -1 }, () =>
          this.activate(sheet),
        );
        if (sheet.tabColor) tab.style.setProperty('--tab', sheet.tabColor);
        return tab;
      }),
    );
    for (const tab of this.root.children) if (tab.ariaSelected === 'true') tab.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }
}
