import type { Security } from '../../shared/book/book';

/**
 * Risk model level 0: used when the workbook holds no risk classes, so that tracking error always exists.
 * The numbers are our assumptions, rounded from long-run annual volatilities of broad indexes as published
 * in index fact sheets (US equity about 16 %, developed ex-US 17 %, emerging 21 %, US aggregate bonds 5 %,
 * real estate 18 %, gold 15 %). They rank risks rightly; they do not forecast them. See docs/risk-model.md.
 */

/** Annual volatility of each independent factor, as a fraction. */
export const factors: Readonly<Record<string, number>> = {
  Equity: 0.16,
  Small: 0.07,
  International: 0.09,
  Emerging: 0.11,
  Rates: 0.05,
  Credit: 0.06,
  Inflation: 0.03,
  Municipal: 0.025,
  'Foreign bond': 0.03,
  'Real estate': 0.11,
  Commodity: 0.14,
  Gold: 0.14,
  Alternative: 0.05,
  Unknown: 0.1,
};

/** Betas to the factors, by words in the asset class's name; the first row that matches wins. */
export const classes: readonly (readonly [RegExp, Readonly<Record<string, number>>])[] = [
  [/cash|money market|sweep/, {}],
  [/emerging.*(bond|debt)|(bond|debt).*emerging/, { Rates: 0.8, Credit: 1, Emerging: 0.4 }],
  [/(intl|international|foreign|global|world).*(bond|fixed|treasur)/, { Rates: 0.8, 'Foreign bond': 1 }],
  [/high[ -]?yield|junk/, { Equity: 0.35, Credit: 1, Rates: 0.4 }],
  [/tips|inflation/, { Rates: 0.9, Inflation: 1 }],
  [/muni|tax[ -]?exempt/, { Rates: 0.8, Municipal: 1 }],
  [/(short|ultra).*(bond|treasur|term|duration)/, { Rates: 0.3 }],
  [/(long).*(bond|treasur|term|duration)/, { Rates: 2.2 }],
  [/corp|credit/, { Rates: 1, Credit: 0.5 }],
  [/bond|fixed|treasur|aggregate|income/, { Rates: 1 }],
  [/real estate|reit/, { Equity: 0.9, 'Real estate': 1 }],
  [/gold|precious/, { Commodity: 0.3, Gold: 1 }],
  [/commodit|natural resource/, { Equity: 0.25, Commodity: 1 }],
  [/alternativ|hedge|absolute/, { Equity: 0.4, Alternative: 1 }],
  [/emerging/, { Equity: 0.95, International: 0.7, Emerging: 1 }],
  [/intl|international|foreign|ex[ -]?us|eafe|developed|europe|pacific|japan/, { Equity: 0.9, International: 1 }],
  [/small|mid/, { Equity: 1.1, Small: 1 }],
  [/global|world/, { Equity: 0.95, International: 0.5 }],
  [/equity|stock|large|growth|value|blend|us|domestic/, { Equity: 1 }],
];

/** Betas of an asset class; an unknown name is treated as equity-like with a factor of its own kind. */
export function classLoadings(assetClass: string): Readonly<Record<string, number>> {
  const name = assetClass.toLowerCase();
  return classes.find(([pattern]) => pattern.test(name))?.[1] ?? { Equity: 1, Unknown: 1 };
}

/** Annual specific volatility by security type: what diversification inside the fund does not remove. */
export const specificVolatility: Readonly<Record<Security['type'], number>> = {
  Stock: 0.25,
  ETF: 0.015,
  'Mutual fund': 0.02,
  Bond: 0.03,
  Cash: 0,
  Other: 0.1,
};

/** Annual volatility of a sector's own factor, for stocks that name their sector. */
export const sectorVolatility = 0.08;
