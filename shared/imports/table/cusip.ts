import { isCusip } from '../../checks/security-numbers';

/** Nine characters that are a CUSIP or look like one; digits whose leading zeros a spreadsheet dropped get them back. Null for a ticker. */
export function readCusip(text: string | null): string | null {
  const bare = (text ?? '').trim().toUpperCase();
  return isCusip(bare) || /^\d{3}[0-9A-Z]{5}\d$/.test(bare) ? bare : restoreCusip(bare);
}

/** `66922477` as `066922477`: a spreadsheet drops leading zeros, and the check digit proves which were there. Null when it does not. */
export function restoreCusip(text: string): string | null {
  const padded = text.padStart(9, '0');
  return /^\d{6,8}$/.test(text) && isCusip(padded) ? padded : null;
}
