import { isMissing } from '../table/values';

const totalWords = /^(?:(?:sub|grand|account|positions?|portfolio|net|overall|section|group|household)[\s-]*)*totals?(?:\s*:|$|\s+(?:for|of|value|market|assets?|equit(?:y|ies)|fixed|cash|account|portfolio|holdings?|positions?|securities|investments?|long|short)\b)|\btotals?:?$/i;

/** `Total`, `Account Total`, `Subtotal of Stocks`, `AAPL Total`, but not the name of a fund. */
export const saysTotal = (text: string | null): boolean => text !== null && (totalWords.test(text.trim()) || /^sub-?totals?\b/i.test(text.trim()));

/** Cells that hold something, trimmed. */
export const filledCells = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim()).filter((cell) => !isMissing(cell));

/** `AAPL`, `BRK.B`; a word like any other, but short and in capitals. */
export const isTicker = (text: string): boolean => /^[A-Z][A-Z0-9]{0,5}(?:[./-][A-Z]{1,2})?$/.test(text);

/** `yes`, `Y`, `W` and `true`; null for what says neither. */
export function readFlag(text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(?:y|yes|true|w|wash(?: sale)?|1)$/i.test(text)) return true;
  return /^(?:n|no|false|0)$/i.test(text) ? false : null;
}

/** `Long Term`, `LT`, `S`. */
export function readTerm(text: string | null): 'short' | 'long' | null {
  if (text === null) return null;
  if (/^(?:l|lt|long)\b/i.test(text)) return 'long';
  return /^(?:s|st|short)\b/i.test(text) ? 'short' : null;
}
