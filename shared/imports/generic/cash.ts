/** What a row says that bears on whether it is cash. */
export interface CashSigns {
  readonly symbol: string | null;
  readonly cusip?: string | null;
  readonly description: string | null;
  readonly assetClass: string | null;
  readonly quantity: number | null;
  readonly price: number | null;
  readonly marketValue: number | null;
}

/** What custodians call the cash of an account, and the vehicles it is swept into. */
const sweeps = new Set([
  'CASH', '$CASH', 'USD', 'CUR:USD', 'USD999997', 'MONEYMRKT', '0USDPRAA7', 'QACDS', 'MSBNK', 'CORE', 'SPAXX', 'FDRXX', 'FCASH', 'FZFXX', 'FDIC', 'MMDA1', 'MMDA10', 'DUTG',
  'IDA12', 'BDPS', 'CASHUSD', 'USDOLLAR', 'US DOLLAR', 'MMKT', 'SWEEP', 'BANKSWEEP', 'TDCASH', 'CCUS', '$$', 'CUSTODIAL_CASH', 'MANAGEMENT_FEE_CASH',
]);
const words = /^(?:total )?(?:cash\b|(?:usd|eur|gbp|cad|chf|jpy|aud|hkd|sek|nok|dkk|mxn|sgd|nzd|euro|pound sterling) cash\b|uninvested cash|us dollars?\b|u\.s\. dollars?\b|money market\b(?!.*fund.*\bclass)|free credit|core account|settlement fund|bank deposit|insured deposit|brokerage cash|cash sweep)|\b(?:held in money market|deposit (?:sweep|program|prgrm|progrm)|bank sweep|sweep (?:account|program|deposit)|cash sweep|insured deposit account)\b|^(?:margin|debit|credit)(?: account)? balance\b|^(?:principal|income|available|core|trust|invested|brokerage) cash(?: balance| account)?$/i;
const classes = /^(?:cash|cash(?:,| (?:and|&|or|\/)) .*|cash equivalents?|money markets?|cash alternatives?|currency|currencies|sweep.*)$/i;
/** What no security is called that has neither symbol nor number, and is worth a dollar a share. */
const banks = /\b(?:bank|deposits?|money market|insured|sweep|credit balance|tagesgeld|verrechnungskonto|geldkonto)\b/i;
const currencies = /^(?:EUR|GBP|CAD|CHF|JPY|AUD|HKD|SEK|NOK|DKK|MXN|SGD|NZD)$/;

/** Cash by its symbol, its words or its class, so long as nothing is priced otherwise: Pathward Financial was listed as CASH. */
export function isCash({ symbol, cusip, description, assetClass, quantity, price, marketValue }: CashSigns): boolean {
  if (price !== null && price !== 0 && Math.abs(price - 1) > 1e-9) return false;
  const matches = quantity === null || marketValue === null || quantity === 0 || Math.abs(quantity - marketValue) <= 0.02 + Math.abs(marketValue) * 0.001;
  if (!matches) return false;
  const name = symbol?.toUpperCase() ?? '';
  if (sweeps.has(name) || currencies.test(name) || words.test(symbol ?? '')) return true;
  if (words.test(description ?? '')) return true;
  if (isUnlisted(symbol, cusip, description) && price !== null && quantity !== null && banks.test(description ?? symbol ?? '')) return true;
  return classes.test(assetClass?.trim() ?? '') && (price !== null || quantity === null || marketValue === null || quantity === marketValue);
}

/** True when a row has only words for its security. */
const isUnlisted = (symbol: string | null, cusip: string | null | undefined, description: string | null): boolean => !cusip && (symbol === null || symbol === description);

/** `Pending activity`, money on its way. */
export const isPending = (texts: readonly (string | null)[]): boolean => texts.some((text) => text !== null && /^(?:pending (?:activity|cash|transactions?|trades?)|unsettled (?:activity|cash|trades?))\b/i.test(text));

/** A symbol one would call the cash by: the sweep's own, else `CASH`; null when a CUSIP names it. */
export function cashSymbol(symbol: string | null, cusip: string | null): string | null {
  if (symbol !== null && /^[A-Z0-9$:._]{2,12}$/.test(symbol)) return symbol.toUpperCase();
  return symbol === null && cusip !== null ? null : 'CASH';
}
