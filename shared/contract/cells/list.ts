import type { Cell } from '../../workbook/port';
import type { Column } from '../column';
import { nearest } from '../nearest';
import { blank, quote, unreadable, type Reading } from './reading';
import { specialTrouble } from './special';
import { cleanSpaces } from './text';

/** A choice as it is compared: `%` and `$` tell `Max %` from `Max $`, case, spaces and dashes tell nothing. */
const choiceKey = (text: string): string => text.toLowerCase().replace(/[\s_\-‐-―.]+/g, '');

const keysByColumn = new WeakMap<object, ReadonlyMap<string, string>>();

function choicesOf(column: Column): ReadonlyMap<string, string> {
  const choices = column.choices ?? {};
  const known = keysByColumn.get(choices);
  if (known) return known;
  const keys = new Map<string, string>();
  for (const [choice, spellings] of Object.entries(choices)) for (const spelling of spellings) keys.set(choiceKey(spelling), choice);
  // A choice's own word beats another's alias.
  for (const choice of Object.keys(choices)) keys.set(choiceKey(choice), choice);
  keysByColumn.set(choices, keys);
  return keys;
}

/** The choice that a text spells; undefined for none. */
export const findChoice = (text: string, column: Column): string | undefined => choicesOf(column).get(choiceKey(cleanSpaces(text)));

/** Reads a choice from a list, in any of its spellings. Another value is G11, with the nearest choice offered. */
export function readList(cell: Cell, column: Column): Reading<string> {
  if (cell === null || cell === '') return blank;
  const text = cleanSpaces(String(cell));
  if (text === '') return blank;
  const keys = choicesOf(column);
  const found = keys.get(choiceKey(text));
  if (found !== undefined) return { value: found };
  const special = specialTrouble(text);
  if (special) return unreadable(special);
  const near = nearest(choiceKey(text), keys.keys());
  const suggested = near === undefined ? undefined : keys.get(near);
  const choices = Object.keys(column.choices ?? {}).join(', ');
  return unreadable({
    code: 'G11', severity: 'skip', says: `is ${quote(text)}, which is not one of ${choices},`, found: text, suggested,
    fix: suggested === undefined ? `Choose one of ${choices}.` : `Maybe it means "${suggested}".`,
  });
}
