import { EVENT_CATEGORY, type HostMessage } from './wire';

/** Number of the library's visibility event. */
const VISIBILITY_CHANGED = 65_539;

export type RuntimeState = 'Inactive' | 'Background' | 'Visible';

/** The add-in's one runtime: whether its pane shows, and whether it starts with the workbook. */
export class AddInRuntime {
  state: RuntimeState = 'Visible';
  startState: RuntimeState = 'Inactive';
  /** Ribbon updates the add-in asked for, as JSON, newest last. */
  readonly ribbonUpdates: string[] = [];
  /** Called when the pane must be shown or hidden. */
  onState: (state: RuntimeState) => void = () => undefined;
  #next = 1;

  constructor(private readonly send: (messages: readonly HostMessage[]) => void) {}

  /** Shows or hides the pane, whoever asked; the add-in is told. */
  setState(state: RuntimeState): void {
    if (state === this.state) return;
    this.state = state;
    this.onState(state);
    const visibility = state === 'Visible' ? 'Visible' : 'Hidden';
    this.send([[EVENT_CATEGORY, VISIBILITY_CHANGED, '', JSON.stringify({ visibility }), this.#next++]]);
  }
}
