import { reduce } from './reduce';
import type { SessionEvent } from './reduce';
import { initialState } from './state';
import type { SessionState } from './state';

/** The one place where the session's state lives; React reads it with `useSyncExternalStore`. */
export interface Store {
  get(): SessionState;
  tell(event: SessionEvent): void;
  /** Calls `listener` after each change; the result unsubscribes. */
  subscribe(listener: () => void): () => void;
}

export function createStore(start: SessionState = initialState): Store {
  let state = start;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    tell(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
