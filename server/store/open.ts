import { memoryStore } from './memory';
import { usualLimits, type Store, type StoreLimits } from './store';

/** Storage by URL scheme; a new backend is one line here. */
const backends: Readonly<Record<string, (url: URL, limits: StoreLimits) => Store>> = {
  'memory:': (_url, limits) => memoryStore(limits),
};

/** Opens the store a URL names, `memory:`; throws a sentence for people when there is no such storage. */
export function openStore(url: string, limits: Partial<StoreLimits> = {}): Store {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const open = parsed && backends[parsed.protocol];
  if (!parsed || !open) {
    throw new Error(`Storage "${parsed?.protocol ?? url}" is unknown. Maybe use ${Object.keys(backends).join(' or ')}`);
  }
  return open(parsed, { ...usualLimits, ...limits });
}
