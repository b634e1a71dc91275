import type { ImportAction, ImportRow } from '../format';

/** `ST`, `LT` among the codes of a row, as in `Un;ST`: whether a lot is held short or long. */
export function findTerm(codes: string | null): ImportRow['term'] {
  const all = (codes ?? '').toUpperCase().split(/[;,\s]+/);
  if (all.includes('LT')) return 'long';
  return all.includes('ST') ? 'short' : null;
}

/**
 * The asset type behind `STK`, `OPT`, `BOND` of Flex or `Stocks`, `Equity and Index Options`, `Treasury Bills` of a statement.
 * Futures and contracts for difference read as options: like those, they are contracts whose notional value nobody holds.
 */
export function findAssetType(category: string | null): ImportRow['assetType'] {
  const text = category ?? '';
  if (/^(?:OPT|FOP|FSOPT|FSFOP|FUT|CFD)$/i.test(text) || /option|future|\bcfd/i.test(text)) return 'option';
  return /\b(?:bond|bill|note)s?\b|t-bill/i.test(text) ? 'bond' : null;
}

/** What a cash entry is, by the name of its type or section; money that only changes hands goes by its sign. */
export function cashAction(type: string | null, amount: number | null): ImportAction {
  const text = type ?? '';
  if (/withh?olding|\btax\b|871\(m\)/i.test(text)) return 'Other';
  if (/dividend|in lieu/i.test(text)) return 'Dividend';
  if (/interest/i.test(text)) return 'Interest';
  if (/fee|commission/i.test(text)) return 'Fee';
  if (/deposit|withdrawal/i.test(text)) return amount !== null && amount < 0 ? 'Withdrawal' : 'Deposit';
  return 'Other';
}

/** `AAPL` of `AAPL(US0378331005) Cash Dividend USD 0.24 per Share`; null when the text does not begin so. */
export function symbolOf(description: string | null): string | null {
  return /^([A-Z0-9][A-Z0-9 .]{0,20}?)\s?\([A-Z0-9]{6,12}\)/.exec(description ?? '')?.[1] ?? null;
}
