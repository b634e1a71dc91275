import { button, element } from './element';
import type { AddInManifest, RibbonAction, RibbonButton, RibbonTab } from './manifest';

/** The ribbon as the manifest declares it: one tab strip, one row of groups. */
export function ribbon(manifest: AddInManifest, act: (action: RibbonAction, button: RibbonButton) => void): HTMLElement {
  const tabs = manifest.tabs;
  const body = element('div', { class: 'ribbon-body', role: 'tabpanel', id: 'ribbon-panel' });
  const strip = element('div', { class: 'ribbon-tabs', role: 'tablist', 'aria-label': 'Ribbon' });
  const show = (shown: RibbonTab): void => {
    body.replaceChildren(...shown.groups.map((group) => groupElement(group.label, group.buttons, act)));
    for (const tab of strip.children) {
      const isShown = (tab as HTMLElement).dataset.id === shown.id;
      tab.setAttribute('aria-selected', String(isShown));
      tab.setAttribute('tabindex', isShown ? '0' : '-1');
    }
  };
  for (const tab of tabs)
    strip.append(button(tab.label, { role: 'tab', 'data-id': tab.id, 'aria-controls': 'ribbon-panel' }, () => show(tab)));
  strip.addEventListener('keydown', ({ key }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const all = [...strip.children] as HTMLElement[];
    const next = all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length];
    next.click();
    next.focus();
  });
  const first = tabs.find(({ id }) => !id.startsWith('Tab')) ?? tabs[0];
  if (first) show(first);
  return element('section', { class: 'ribbon', 'aria-label': 'Ribbon' }, strip, body);
}

function groupElement(
  label: string,
  buttons: readonly RibbonButton[],
  act: (action: RibbonAction, button: RibbonButton) => void,
): HTMLElement {
  const items = buttons.map((each) => {
    const made = button('', { class: 'ribbon-button', title: each.tip, 'data-command': each.id }, () => act(each.action, each));
    if (each.icon) made.append(element('img', { src: each.icon, alt: '', width: 32, height: 32 }));
    made.append(element('span', {}, each.label));
    return made;
  });
  return element(
    'div',
    { class: 'ribbon-group', role: 'group', 'aria-label': label },
    element('div', { class: 'ribbon-buttons' }, ...items),
    element('div', { class: 'ribbon-label', 'aria-hidden': 'true' }, label),
  );
}
