import { isMissing } from '../table/values';

const totalWords = /^(?:(?:sub|grand|account|positions?|portfolio|net|overall|section|group|household)[\s-]*)*totals?(?:\s*:|$|\s+(?:for|of|value|market|assets?|equit(?:y|ies)|fixed|cash|account|portfolio|holdings?|positions?|securities|investments?|long|short)\b)|\btotals?:?$|^(?:net |total )?(?:portfolio|account) value:?$/i;

/** Every row is asked, and few have either word. */
const mayTotal = /total|value/i;

/** `Total`, `Account Total`, `Subtotal of Stocks`, `AAPL Total`, but not the name of a fund. */
export const saysTotal = (text: string | null): boolean => text !== null && mayTotal.test(text) && (totalWords.test(text.trim()) || /^sub-?totals?\b/i.test(text.trim()));

/** Cells that hold something, trimmed. */
export const filledCells = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim()).filter((cell) => !isMissing(cell));

/** `AAPL`, `BRK.B`; a word like any other, but short and in capitals. */
export const isTicker = (text: string): boolean => /^[A-Z][A-Z0-9]{0,5}(?:[./-][A-Z]{1,2})?$/.test(text);
