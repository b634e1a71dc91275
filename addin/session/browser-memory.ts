import type { Memory } from './ports';

/** Local storage, apart for each document. Storage may be switched off in a web view: then nothing is remembered. */
export function browserMemory(document: string): Memory {
  const keyOf = (key: string) => `${key}:${document}`;
  return {
    get(key) {
      try {
        return globalThis.localStorage.getItem(keyOf(key)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(key, value) {
      try {
        globalThis.localStorage.setItem(keyOf(key), value);
      } catch {
        // Full or forbidden: forgetting is harmless.
      }
    },
  };
}
