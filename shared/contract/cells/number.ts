import type { Cell } from '../../workbook/port';
import type { Column } from '../column';
import { blank, quote, unreadable, type Reading } from './reading';
import { specialTrouble } from './special';
import { cleanSpaces } from './text';

const plain = /^\d+(\.\d*)?$|^\.\d+$/;
const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const exponent = /^\d+(\.\d+)?e[+-]?\d+$/i;
/** A comma that may be a decimal comma: `1.234,5`, `12,5`, `1 234,50`. */
const european = /^\d{1,3}([. ]\d{3})*,\d+$|^\d+,\d+$|^\d{1,3}(\.\d{3}){2,}$/;

/** The number a text spells in American form; `'ambiguous'` for a decimal comma, undefined for no number. */
export function numberFromText(text: string): number | 'ambiguous' | undefined {
  let body = cleanSpaces(text);
  let sign = 1;
  const flip = (pattern: RegExp): void => {
    const inner = pattern.exec(body)?.[1];
    if (inner === undefined) return;
    sign = -sign;
    body = inner.trim();
  };
  flip(/^(?:US\$|[$€£¥])?\s*\((.+)\)$/);
  body = body.replace(/^([-−+]?)\s*(?:US\$|USD|EUR|GBP|CAD|[$€£¥])\s*/i, '$1').replace(/\s*(?:USD|EUR|GBP|CAD|[$€£¥])$/i, '');
  flip(/^[-−](.+)$/);
  body = body.replace(/^\+/, '').replace(/^[$€£¥]\s*/, '');
  flip(/^(.+)[-−]$/);
  const percent = /%$/.test(body);
  body = body.replace(/\s*%$/, '').replace(/\s*(bps?|basis points?)$/i, '');
  if (plain.test(body) || exponent.test(body)) return scaled(Number(body), sign, percent);
  if (grouped.test(body)) return scaled(Number(body.replace(/,/g, '')), sign, percent);
  return european.test(body) ? 'ambiguous' : undefined;
}

/** Divides as decimal text, so that `40.8%` is 0.408 and not 0.40799999999999997. */
function scaled(value: number, sign: number, percent: boolean): number {
  return sign * (percent ? Number((value / 100).toPrecision(15)) : value);
}

/** Reads a number cell. Text that spells a number is accepted and reported (G06); any other text has no value. */
export function readNumber(cell: Cell, column: Column): Reading<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell } : blank;
  if (cell === null || cell === '') return blank;
  const raw = String(cell);
  const text = cleanSpaces(raw);
  if (text === '') return blank;
  const special = specialTrouble(text);
  if (special) return unreadable(special);
  // "none" means that there is no limit, budget or target: the same as a blank cell.
  if (!column.required && text.toLowerCase() === 'none') return blank;
  const value = typeof cell === 'boolean' ? undefined : numberFromText(text);
  if (typeof value === 'number' && Number.isFinite(value)) {
    return {
      value,
      troubles: [{ code: 'G06', severity: 'warn', says: `is the text ${quote(raw)}, read as the number ${value},`, found: raw, fix: 'Turn the text into a number.', suggested: value }],
    };
  }
  return unreadable({
    code: 'G06',
    severity: 'skip',
    says: value === 'ambiguous' ? `is the text ${quote(raw)}, which can be read as two different numbers,` : `is ${quote(raw)}`,
    found: raw,
    fix: value === 'ambiguous' ? 'Type it as a number, with a decimal point.' : 'Type a number, or leave the cell blank.',
  });
}

/** Reads a number and refuses parts (G11). */
export function readWhole(cell: Cell, column: Column): Reading<number> {
  const reading = readNumber(cell, column);
  if (reading.value === undefined || Number.isInteger(reading.value)) return reading;
  return unreadable({ code: 'G11', severity: 'skip', says: `is ${reading.value}, which is not a whole number,`, found: String(cell), suggested: Math.round(reading.value) });
}
