import type { Session } from '../../session/session';
import { createStore } from '../../session/store';
import type { SessionState } from '../../session/state';

/** A session that stands in one state and writes down what is asked of it. */
export function stillSession(state: SessionState): Session & { readonly asked: string[] } {
  const asked: string[] = [];
  const note = async (...words: unknown[]): Promise<void> =>
    void asked.push(
      words
        .filter((word) => word !== undefined)
        .map((word) => (typeof word === 'string' ? word : JSON.stringify(word)))
        .join(' '),
    );
  return {
    store: createStore(state),
    asked,
    look: () => note('look'),
    check: () => note('check'),
    run: () => note('run'),
    stop: () => note('stop'),
    keepFinished: () => note('keep'),
    discardFinished: () => void note('discard'),
    openSample: () => note('sample'),
    goTo: (sheet, cell) => note('go', sheet, cell),
    chooseScope: (scope) => note('scope', scope),
    act: (action) => note('act', action),
    dismiss: () => void note('dismiss'),
  };
}
