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
    fix: (repairs) => note('fix', ...repairs.map(({ code, way }) => (way === '' ? code : `${code}:${way}`))),
    fixTicked: () => note('fix ticked'),
    addSheets: (names) => note('add', ...names),
    imports: {
      add: (sources) => note('import', ...sources.map(({ name }) => name)),
      remove: (file) => note('leave out', String(file)),
      chooseAccount: (file, fileAccount, accountId) => note('account', String(file), fileAccount, accountId),
      chooseColumn: (file, choice) => note('column', String(file), choice),
      chooseMode: (mode) => note('mode', mode),
      show: (step) => void note('show', step),
      leave: () => void note('leave'),
      apply: () => note('apply'),
    },
    proposeMap: async () => { await note('propose map'); return undefined; },
    adopt: (accepted) => note('adopt', ...accepted),
    goTo: (sheet, cell) => note('go', sheet, cell),
    chooseScope: (scope) => note('scope', scope),
    act: (action) => note('act', action),
    dismiss: () => void note('dismiss'),
  };
}
