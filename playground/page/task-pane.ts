import { hostInfo, frameName } from '../host/app-context';
import { AddInFrame } from '../host/frame';
import type { Host } from '../host/host';
import { button, element } from './element';

/** Actions of the library that give the focus back to the sheet: Esc and F6 out of the pane. */
const LEAVE = new Set([5, 6, 13, 14, 15, 16]);

/** The pane at the right with the add-in's page in it. One frame lives as long as the workbook, shown or not. */
export class TaskPane {
  readonly root: HTMLElement;
  readonly frame: AddInFrame;
  readonly #iframe: HTMLIFrameElement;

  constructor(host: Host, title: string, address: string, leave: () => void) {
    const conversation = `c${crypto.randomUUID()}`;
    const control = `a${crypto.randomUUID()}`;
    const url = new URL(address, location.href);
    url.searchParams.set('_host_Info', hostInfo(conversation));
    this.#iframe = element('iframe', { title, name: frameName(conversation, control, location.href.split(/[?#]/)[0]) });
    this.frame = new AddInFrame(host, {
      conversation,
      control,
      origin: url.origin,
      post: (message) => this.#iframe.contentWindow?.postMessage(message, url.origin),
    });
    this.frame.onNotify = (action) => {
      if (LEAVE.has(action)) leave();
    };
    window.addEventListener('message', this.#receive);
    this.root = element(
      'aside',
      { class: 'task-pane', 'aria-label': title },
      element(
        'header',
        {},
        element('h2', {}, title),
        button('×', { class: 'close', 'aria-label': `Close ${title}` }, () => host.runtime.setState('Background')),
      ),
      this.#iframe,
    );
    host.runtime.onState = (state) => {
      this.root.hidden = state !== 'Visible';
    };
    this.#iframe.src = url.href;
  }

  readonly #receive = ({ data, origin, source }: MessageEvent): void => {
    if (source === this.#iframe.contentWindow) void this.frame.receive(data, origin);
  };

  /** Takes the add-in off the page. */
  dispose(): void {
    window.removeEventListener('message', this.#receive);
    this.root.remove();
  }
}
