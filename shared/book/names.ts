/** The form in which two names are compared: case and outer spaces never matter. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Sorts text by code points, the same on every machine (no locale). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Finds a known name however it is typed: the exact spelling first, then without case.
 * Of known names that differ only in case the first in code-point order stands for all.
 */
export function nameFinder(known: Iterable<string>): (typed: string | undefined) => string | undefined {
  const exact = new Set<string>(known);
  const loose = new Map<string, string>();
  for (const name of exact) {
    const key = nameKey(name);
    const rival = loose.get(key);
    if (rival === undefined || name < rival) loose.set(key, name);
  }
  return (typed) => {
    if (typed === undefined) return undefined;
    return exact.has(typed) ? typed : loose.get(nameKey(typed));
  };
}

/**
 * Gives all spellings of one name the same spelling: the preferred one where there is one, else the
 * first in code-point order, so that the order of rows does not choose.
 */
export function oneSpelling(found: Iterable<string | undefined>, preferred: Iterable<string> = []): (typed: string) => string {
  const spelling = new Map<string, string>();
  for (const name of found) {
    if (name === undefined) continue;
    const text = name.trim();
    const rival = spelling.get(nameKey(text));
    if (rival === undefined || text < rival) spelling.set(nameKey(text), text);
  }
  for (const name of preferred) spelling.set(nameKey(name), name.trim());
  return (typed) => spelling.get(nameKey(typed)) ?? typed.trim();
}
