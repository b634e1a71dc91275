import { isMissing, readAmount, withoutBlanks } from '../table/values';

/** What a file writes between dollars and cents. */
export type DecimalMark = '.' | ',';

const symbols: Readonly<Record<string, string>> = { '$': 'USD', 'US$': 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', 'C$': 'CAD', 'A$': 'AUD' };
const codes = 'USD|EUR|GBP|CAD|CHF|JPY|AUD|HKD|SEK|NOK|DKK|MXN|SGD|NZD|INR|BRL|ZAR|CNY|ILS';
const currencyPattern = new RegExp(`(US\\$|C\\$|A\\$|[$€£¥]|\\b(?:${codes})(?![A-Za-z]))`);
const codeBefore = new RegExp(`^([-+(]*)(?:US\\$|C\\$|A\\$|[€£¥]|(?:${codes})(?=[-+($\\d.,]))`);
const codeAfter = new RegExp(`([\\d.,])(?:€|£|¥|\\$|${codes})(\\)?)$`);

/** Most amounts name none. */
const mayName = /[A-Z€£¥]/;

/** The currency written beside an amount, `€ 1.234,50` or `1,234.50 CAD`; null when there is none. A plain `$` is not evidence of US dollars. */
export function findCurrency(text: string): string | null {
  if (!mayName.test(text)) return null;
  const mark = currencyPattern.exec(text)?.[1];
  if (mark === undefined || mark === '$' || !/\d/.test(text)) return null;
  return symbols[mark] ?? mark;
}

const headerCurrency = new RegExp(`(?:\\(|\\bin |^|\\s)(${codes})\\)?$|\\((€|£|¥|C\\$|A\\$)\\)`);

/** The currency that a header states for its column: `Value (£)`, `Wert in EUR`, `Market Value (USD)`. */
export function findHeaderCurrency(header: string): string | null {
  const match = headerCurrency.exec(header.trim());
  return match ? (match[1] ?? symbols[match[2]]) : null;
}

/** `1.00*`, `4,500.00†`: a mark that points to a footnote. */
const footnoteMark = /(?<=[\d)])[*†‡^]+$/;

const plainNumber = /^\d+(?:\.\d+)?$/;

/** An amount with or without a currency, in the file's own decimals: null when missing, NaN when it is not a number. */
export function parseAmount(text: string, decimal: DecimalMark): number | null {
  const trimmed = text.trim();
  if (decimal === '.' && plainNumber.test(trimmed)) return readAmount(trimmed);
  if (isMissing(trimmed)) return null;
  const bare = withoutBlanks(trimmed)
    .replace(codeBefore, '$1')
    .replace(codeAfter, '$1$2')
    .replace(footnoteMark, '')
    .replace(/^@(?=[$\d])/, '')
    .replace(/(\d)['’](?=\d{3})/g, '$1');
  return readAmount(decimal === '.' || pointBeside.test(trimmed) ? bare : fromComma(bare));
}

/** `USD 1234.14`: behind a currency's letters some files write points whose other amounts have commas. */
const pointBeside = new RegExp(`^(?:${codes}) -?\\d+\\.(?:\\d{1,2}|\\d{4,})$`);

/** `1.234,50` as `1,234.50`; text with no such reading comes back as what is no number. */
function fromComma(text: string): string {
  const digits = text.replace(/[^\d.,]/g, '');
  const fits = /^(?:\d{1,3}(?:\.\d{3})+|\d*)(?:,\d*)?$/.test(digits);
  return fits ? text.replace(/\./g, '').replace(',', '.') : 'no number';
}

const pointOnly = /^[^\d]*\d{1,3}(?:,\d{3})+\.\d+\D*$|^[^\d.,]*\d*\.(?:\d{1,2}|\d{4,})\D*$/;
const commaOnly = /^[^\d]*\d{1,3}(?:\.\d{3})+,\d+\D*$|^[^\d.,]*\d+,(?:\d{1,2}|\d{4,})\D*$/;

/** Which mark the amounts of a file use, by those that can be read in one way only; a doubtful file has points unless semicolons divide it. */
export function findDecimalMark(cells: Iterable<string>, bySemicolons: boolean): DecimalMark {
  let [points, commas, doubtful] = [0, 0, 0];
  for (const cell of cells) {
    const text = cell.trim();
    if (text.length > 24 || !/^[-+($€£¥\s]*(?:[A-Z]{3}\s?)?[\d.]/.test(text)) continue;
    if (pointOnly.test(text)) points += 1;
    else if (commaOnly.test(text)) commas += 1;
    else if (/^-?\d{1,3},\d{3}$/.test(text)) doubtful += 1;
  }
  if (points === commas) return points === 0 && doubtful > 0 && bySemicolons ? ',' : '.';
  return commas > points ? ',' : '.';
}
