import type { ImportRow } from '../format';
import { findAssetType as findTypeInWords } from '../table/asset-type';
import { readCusip as readTrueCusip } from '../table/cusip';

/** Nine characters as Pershing keeps them, its own numbers (`99QA91U1M`, `379LP0083`) among them; null for what is none. */
export function readCusip(text: string | null): string | null {
  const bare = (text ?? '').trim().toUpperCase();
  return readTrueCusip(bare) ?? (/^(?=.*\d)[0-9A-Z*@#]{9}$/.test(bare) ? bare : null);
}

/** The currency of a balance by the number Pershing gives it: `USD999997` is dollars, `EUR999997` euros; null for a security. */
export const currencyOfCash = (cusip: string | null): string | null => /^([A-Z]{3})9999\d\d$/.exec((cusip ?? '').trim().toUpperCase())?.[1] ?? null;

/** True for the currencies that Pershing keeps balances in. */
export const isCurrency = (symbol: string | null): boolean => /^(USD|EUR|GBP|CAD|CHF|JPY|AUD|NZD|HKD|SGD|MXN|BRL|SEK|NOK|DKK|ZAR)$/.test(symbol ?? '');

/** Numbers that stand for a sweep: a money fund, or a bank deposit program. */
const sweeps = new Set(['MONEYMRKT', 'QACDS', '0USDPRAA7', 'MSBNK']);

/** What a row says of its security. */
interface Described {
  readonly cusip: string | null;
  readonly symbol: string | null;
  readonly description: string | null;
  readonly securityType?: string | null;
}

/** True for a balance and for a sweep, which is money too. */
export function isCash({ cusip, symbol, description, securityType }: Described): boolean {
  if (currencyOfCash(cusip) !== null || sweeps.has((cusip ?? '').trim().toUpperCase())) return true;
  if (/^cash( and cash equivalents?| balance)?$/i.test(securityType ?? '') || currencyOfCash(symbol) !== null) return true;
  return readCusip(cusip) === null && /^(cash|u\.?s\.? ?dollars? currency)$/i.test(description ?? '');
}

interface Priced extends Described {
  readonly fixedIncome?: number | null;
  readonly quantity: number | null;
  readonly price: number | null;
  readonly marketValue: number | null;
}

/** By type, symbol and description, and for what they leave open by the arithmetic: a bond is worth a hundredth of quantity × price. */
export function findAssetType(row: Priced): ImportRow['assetType'] {
  if (isOption(row)) return 'option';
  const { securityType, symbol, description, fixedIncome } = row;
  if (isWorth(row, 1)) return null;
  if (/\bfunds?\b|exchange[- ]traded|\betf|equit|stock/i.test(securityType ?? '')) return null;
  if (/bond|\bnotes?\b|treasur|municipal|fixed income|certificates? of deposit|mortgage|government/i.test(securityType ?? '')) return 'bond';
  return fixedIncome || findTypeInWords({ symbol, description }) === 'bond' || /\bVARIABLE? .*\d\d\/\d\d\/\d\d/.test(description ?? '') || isWorth(row, 0.01) ? 'bond' : null;
}

/** `TLT26/04/17C92.000000000`, `CALL 100 ISHARES TR … EXP 04-17-26@92.000`. */
function isOption({ symbol, description, securityType }: Described): boolean {
  if (/\boptions?\b/i.test(securityType ?? '') || findTypeInWords({ symbol, description }) === 'option') return true;
  return /^[A-Z.]{1,6}\s?\d\d\/\d\d\/\d\d[CP]\d/.test(symbol ?? '') || /^(CALL|PUT) +\d+ .*@/.test(description ?? '');
}

/** True when the value is quantity × price × `unit`, to a ten-thousandth; of a holding worth less than a dollar nothing can be told. */
function isWorth({ quantity, price, marketValue }: Priced, unit: number): boolean {
  if (quantity === null || price === null || marketValue === null || Math.abs(marketValue) < 1) return false;
  return Math.abs(quantity * price * unit - marketValue) <= 0.01 + Math.abs(marketValue) * 1e-4;
}
