import type { ImportRow } from '../format';
import { findAssetType } from '../table/asset-type';
import { readCusip } from '../table/cusip';

/** What a row says its security is. */
export type Security = Pick<ImportRow, 'symbol' | 'cusip' | 'assetType'>;

/** The core positions that money is swept into; `**` marks them, but some exports leave it out. */
const cores = new Set(['SPAXX', 'FDRXX', 'FZFXX', 'FCASH', 'CORE', 'QPCCQ', 'QPIKQ', 'QIMHQ']);
const coreDescription = /^(?:held in |us dollars$|fdic-insured deposit|cash$|core account)/i;

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** The security of a symbol cell: ` -AMAT260424C400` is an option, `SPAXX**` a core position, nine characters a CUSIP. */
export function readSecurity(cell: string | null, description: string | null): Security {
  const written = cell === null || /^#(?:NAME|VALUE|REF)/i.test(cell) ? optionOf(description) : cell;
  const symbol = written?.trim().replace(/^-\s*(?=[A-Z]+\d)/i, '').replace(/\*+$/, '').trim() || null;
  const assetType = findAssetType({ symbol, description });
  return { symbol, cusip: assetType === 'option' ? null : readCusip(symbol), assetType };
}

/** A spreadsheet takes `-AMAT260424C400` for a formula and saves `#NAME?`; its description says the same. */
function optionOf(description: string | null): string | null {
  const match = /^([A-Z.]{1,6}) ([A-Z]{3}) (\d{1,2}) (?:20)?(\d{2}) \$([\d,.]+) (CALL|PUT)$/i.exec(description?.trim() ?? '');
  const month = months.indexOf(match?.[2].toUpperCase() ?? '') + 1;
  if (!match || month === 0) return null;
  const two = (part: string | number) => String(part).padStart(2, '0');
  return `${match[1]}${match[4]}${two(month)}${two(match[3])}${match[6][0]}${match[5].replace(/,/g, '')}`.toUpperCase();
}

/** True for money: a core position, which is worth a dollar a share. `FNSBX**` at $10 is a fund of a plan. */
export function isCore(cell: string | null, description: string | null, price: number | null): boolean {
  const symbol = (cell ?? '').replace(/\*+$/, '').toUpperCase();
  if (cores.has(symbol) || (symbol !== '' && /^FDIC\d+$/.test(symbol))) return true;
  if (price !== null && price !== 1) return false;
  return /\*\*$/.test(cell ?? '') || symbol === 'CASH' || coreDescription.test(description ?? '');
}
