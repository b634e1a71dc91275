import { parseValue } from 'numfmt';
import { parseError, type Value } from './value';

/** What typing (or writing through the API) puts into a cell. */
export type Input =
  | {
      readonly kind: 'value';
      readonly value: Value;
      /** Number format the entry brings along when the cell is General. */ readonly format?: string;
      readonly prefixed?: boolean;
    }
  | { readonly kind: 'formula'; readonly formula: string };

/**
 * How Excel (en-US) takes an entry: numbers, percentages, dates, booleans and errors are recognized in text,
 * `= + -` begin formulas, an apostrophe or the format `@` keeps text as it is. Numbers typed keep 15 digits.
 */
export function readInput(entry: string | number | boolean, numberFormat: string): Input {
  if (typeof entry !== 'string') return { kind: 'value', value: entry };
  if (entry === '') return { kind: 'value', value: null };
  if (numberFormat === '@') return { kind: 'value', value: entry.startsWith("'") ? entry.slice(1) : entry };
  if (entry.startsWith("'")) return { kind: 'value', value: entry.slice(1), prefixed: true };
  return readFormula(entry) ?? readText(entry);
}

function readFormula(entry: string): Input | undefined {
  if (entry.startsWith('=') && entry.length > 1) return { kind: 'formula', formula: entry };
  if (!/^[+-]/.test(entry) || entry.length === 1 || parseEntry(entry)) return undefined;
  return { kind: 'formula', formula: entry.startsWith('+') ? `=${entry.slice(1)}` : `=${entry}` };
}

/** Words that may stand in a number, a date or a time. */
const WORDS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|am?|pm?|e)$/i;

/** What numfmt makes of an entry. Most texts are told apart beforehand: it takes twenty microseconds to find that out. */
function parseEntry(entry: string): ReturnType<typeof parseValue> {
  if (/^(?:true|false)$/i.test(entry)) return parseValue(entry);
  const words = entry.match(/\p{L}+/gu) ?? [];
  return /\d/.test(entry) && words.every((word) => WORDS.test(word)) ? parseValue(entry) : null;
}

function readText(entry: string): Input {
  const parsed = parseEntry(entry);
  if (parsed && (typeof parsed.v === 'number' || typeof parsed.v === 'boolean')) {
    const value = typeof parsed.v === 'number' && !/[dhmsy]/i.test(parsed.z ?? '') ? Number(parsed.v.toPrecision(15)) : parsed.v;
    return { kind: 'value', value, ...(parsed.z && { format: shownFormat(parsed.z) }) };
  }
  return { kind: 'value', value: parseError(entry) ?? entry };
}

/** Excel shows any full date in the short date format of the locale, and keeps the other formats. */
function shownFormat(format: string): string {
  return /y/i.test(format) && /d/i.test(format) && !/h/i.test(format) ? 'm/d/yyyy' : format;
}
