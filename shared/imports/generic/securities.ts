import { isCusip, isIsin } from '../../checks/security-numbers';
import { restoreCusip } from '../table/cusip';
import { isMangled } from './security-id';

/** How a row names its security. */
export interface SecurityName {
  readonly symbol: string | null;
  readonly cusip: string | null;
  readonly description: string | null;
  /** Text that a spreadsheet damaged, so that the row must be refused. */
  readonly mangled?: string;
  /** A CUSIP as it stood in the file, without its leading zeros. */
  readonly restoredFrom?: string;
}

/** The cells that can name a security; null where there is no such column or nothing in it. */
export interface SecurityCells {
  readonly symbol: string | null;
  readonly cusip: string | null;
  readonly isin: string | null;
  readonly sedol: string | null;
  readonly description: string | null;
}

/** One name out of the cells of a row: marks of footnotes dropped, a CUSIP in the symbol's place recognized, lost zeros put back where the check digit proves them. */
export function nameSecurity({ symbol, cusip, isin, sedol, description }: SecurityCells): SecurityName {
  const mangled = [symbol, cusip].find((text) => text !== null && isMangled(text)) ?? undefined;
  const both = /^([A-Z][A-Z0-9.]{0,5})\s*\(([0-9A-Z]{9})\)$/.exec(symbol ?? '');
  const ticker = both ? both[1] : cleanSymbol(symbol);
  const written = cusip ?? both?.[2] ?? (ticker !== null && (isCusip(ticker) || restoreCusip(ticker) !== null) ? ticker : null);
  const restored = written === null ? null : restoreCusip(written);
  const fromIsin = isin !== null && isIsin(isin) && /^(?:US|CA)/.test(isin) ? isin.slice(2, 11) : null;
  const number = restored ?? written ?? fromIsin;
  const name = ticker ?? (number === null ? (isin ?? sedol) : null);
  return {
    symbol: restored !== null && ticker === written ? restored : name,
    cusip: number,
    description,
    mangled,
    restoredFrom: restored === null ? undefined : (written ?? undefined),
  };
}

/** `SPAXX**` and ` -AMAT260424C400` without their marks. */
function cleanSymbol(text: string | null): string | null {
  if (text === null) return null;
  const bare = text.replace(/\*+$/, '').replace(/^-(?=[A-Z]+\d{6}[CP])/, '').replace(/\s+/g, ' ').trim();
  return bare === '' ? null : bare;
}

/** Ways to write an option: the OCC symbol, `AMAT260424C400`, `QQQ Dec 31 '26 $600 Put`, `AAPL 09/16/2026 337.50 C`, `CALL (AMAT) …`, `CALL AAPL 01/17/25 150`, `AAPL 100 16 JUN 23 150 CALL`, `SPY 19JUN26 500 P`. */
const optionPatterns = [
  /^[A-Z]{1,6}\s*\d{6}[CP]\d{1,8}(?:\.\d+)?$/,
  /\$[\d,.]+ (?:call|put)$/i,
  /\b\d{1,2}\/\d{1,2}\/\d{2,4} \$?[\d.]+ ?(?:C|P|call|put)\b/i,
  /^(?:call|put)\s*\(|\b(?:call|put)\b.*\$[\d,.]+|\$[\d,.]+.*\b(?:call|put)\b/i,
  /^(?:call|put)\b.*\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/i,
  /\b\d{1,2}\/\d{1,2}\/\d{2,4} [CP]\d/,
  /\b(?:\d{1,2} ?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?(?:\d{1,2},? )?'?\d{2,4} \$?[\d.]+ (?:call|put|[CP])\b/i,
];

export const isOption = (texts: readonly (string | null)[]): boolean => texts.some((text) => text !== null && optionPatterns.some((pattern) => pattern.test(text)));

/** A rate and the day a bond falls due: `CD 3.85% 08/24/2026`, `TREASURY NOTE 4.250 11/15/34`; a bill has the day alone. */
export const isBondName = (text: string | null): boolean =>
  text !== null && (/(?:\d%.*\b|\d\.\d+\s+)\d{1,2}\/\d{1,2}\/\d{2,4}/.test(text) || /\b(?:treas(?:ury)?\.? bills?|t-?bills?)\b.*\d{1,2}\/\d{1,2}\/\d{2,4}/i.test(text));
