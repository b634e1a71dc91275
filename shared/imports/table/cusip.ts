import { isCusip } from '../../checks/security-numbers';

/** Nine characters that are a CUSIP or look like one; digits whose leading zeros a spreadsheet dropped get them back. Null for a ticker. */
export function readCusip(text: string | null): string | null {
  const bare = (text ?? '').trim().toUpperCase();
  if (isCusip(bare) || /^\d{3}[0-9A-Z]{5}\d$/.test(bare)) return bare;
  const padded = bare.padStart(9, '0');
  return /^\d{6,8}$/.test(bare) && isCusip(padded) ? padded : null;
}
