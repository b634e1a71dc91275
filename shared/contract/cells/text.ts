import type { Cell } from '../../workbook/port';
import type { Column } from '../column';
import { blank, quote, unreadable, type Reading, type Trouble } from './reading';
import { specialTrouble } from './special';

/** Excel keeps 15 digits; from here on the last ones are invented. */
const exactLimit = 1e15;
const scientific = /^\d(\.\d+)?e\+?\d+$/i;
const strayEdges = /^[\s\u200b-\u200d\ufeff]|[\s\u200b-\u200d\ufeff]$|[\u00a0\u2007\u202f\u200b-\u200d\ufeff]/;
const oddQuotes = /[\u2018\u2019\u201a\u201b\u2032\u201c\u201d\u201e\u2033\uff07\uff02`]/;
const nothing = /^(n\/?a|none|null|-+|–|—)$/i;
const wrapped = /^(["'])(.*)\1$/;

/** Text without stray spaces: outer and invisible ones removed, special ones made plain. */
export function cleanSpaces(text: string): string {
  return text.replace(/[\u200b-\u200d\ufeff]/g, '').replace(/[\u00a0\u2007\u202f]/g, ' ').trim();
}

function straightQuotes(text: string): string {
  const straight = text.replace(/[\u2018\u2019\u201a\u201b\u2032\uff07`]/g, "'").replace(/[\u201c\u201d\u201e\u2033\uff02]/g, '"');
  return (wrapped.exec(straight)?.[2] ?? straight).trim();
}

/** Reads a text cell. Numbers become their digits; stray spaces and odd quotes are removed and reported (G07). */
export function readText(cell: Cell, column: Column): Reading<string> {
  if (cell === null || cell === '') return blank;
  if (typeof cell === 'number') return readDigits(cell, column);
  const raw = typeof cell === 'boolean' ? String(cell).toUpperCase() : cell;
  const special = specialTrouble(raw);
  if (special) return unreadable(special);
  const isName = column.identifier !== undefined || column.required;
  const spaced = strayEdges.test(raw);
  const quoted = isName && (oddQuotes.test(raw) || wrapped.test(raw.trim()));
  let value = spaced ? cleanSpaces(raw) : raw;
  if (quoted) value = straightQuotes(value);
  // Files write "n/a" where there is no household or lot number; taken as a name, it would join what is apart.
  if (value === '' || (column.identifier && !column.required && nothing.test(value))) return blank;
  if (column.identifier && scientific.test(value)) return lostDigits(value);
  const troubles: Trouble[] = [];
  if ((spaced && !column.local) || quoted) troubles.push(strayTrouble(raw, value));
  if (column.length !== undefined && value.length > column.length) {
    troubles.push({ code: 'G07', severity: 'warn', says: `is ${value.length} characters long, only the first ${column.length} are used,`, found: value.slice(0, 60) });
    value = value.slice(0, column.length);
  }
  if (column.identifier === 'symbol') value = value.toUpperCase();
  return troubles.length > 0 ? { value, troubles } : { value };
}

function readDigits(cell: number, column: Column): Reading<string> {
  if (column.identifier && Math.abs(cell) >= exactLimit) return lostDigits(String(cell));
  return Number.isFinite(cell) ? { value: String(cell) } : blank;
}

function lostDigits(found: string): Reading<string> {
  return unreadable({
    code: 'H10',
    severity: 'stop',
    says: `shows ${found}; the full number is gone from the cell`,
    found,
    fix: 'Import the file again with this column as text.',
  });
}

function strayTrouble(raw: string, clean: string): Trouble {
  return { code: 'G07', severity: 'warn', says: `is ${quote(raw)} with stray spaces or quotes, read as ${quote(clean)},`, found: raw, fix: 'Remove them from the cell.', suggested: clean };
}
