import type { ImportRow } from '../format';

/** `SHORT` and `LONG`, or their first letters; null for anything else. */
export const readTerm = (text: string | null): ImportRow['term'] => (/^s(hort|t)?\b/i.test(text ?? '') ? 'short' : /^l(ong|t)?\b/i.test(text ?? '') ? 'long' : null);
