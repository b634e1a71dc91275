import type { z } from 'zod';
import type { Fault } from '../../shared/api/problem';

/** Most faults reported for one request. */
export const maxFaults = 100;

/** Faults of a request: the first hundred, and how many there are. */
export interface CountedFaults {
  readonly faults: readonly Fault[];
  readonly count: number;
}

/** A request's faults in the user's words. */
export function faultsOf(error: z.ZodError, input: unknown): CountedFaults {
  const faults: Fault[] = [];
  let count = 0;
  for (const issue of error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : undefined;
    count += unknown?.length ?? 1;
    if (faults.length >= maxFaults) continue;
    if (unknown) faults.push(...unknown.slice(0, maxFaults - faults.length).map((key) => unknownField([...issue.path, key])));
    else faults.push({ path: fieldPath(issue.path), message: messageOf(issue.message, valueAt(input, issue.path)) });
  }
  return { faults, count };
}

/** A path as one would write it: `tables.holdings[12].quantity`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.map(segment).join('').replace(/^\./, '') || '(body)';
}

function segment(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`;
  const name = String(key);
  return /^[A-Za-z_$][\w$]{0,60}$/.test(name) ? `.${name}` : `[${JSON.stringify(cut(name, 40))}]`;
}

function unknownField(path: readonly PropertyKey[]): Fault {
  return { path: fieldPath(path), message: 'Unknown field. Maybe its name is misspelled.' };
}

function messageOf(message: string, value: unknown): string {
  const rule = message.replace(/^Invalid [^:]*: /, '').replace(/, received .*$/, '');
  if (value === undefined) return `Missing: ${rule}.`;
  return `${rule[0]?.toUpperCase() ?? ''}${rule.slice(1)}, found ${found(value)}.`;
}

/** Containers are named, not printed: they can be large. */
function found(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : cut(JSON.stringify(value), 40);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
