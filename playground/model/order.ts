import { CellError, type Value } from './value';

/** Excel's order of unlike values: numbers, texts, booleans, errors; blanks always last. */
function rank(value: Value): number {
  if (value === null) return 4;
  if (value instanceof CellError) return 3;
  return { number: 0, string: 1, boolean: 2 }[typeof value as 'number' | 'string' | 'boolean'];
}

/** Negative when `a` sorts before `b`, ascending. */
export function compareValues(a: Value, b: Value): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { sensitivity: 'base' });
}
