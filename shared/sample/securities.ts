import type { TableRow } from '../contract';
import type { Calendar } from './calendar';

type Listed = TableRow<'securities'> & { readonly price: number };

/**
 * The sample's 22 securities. The funds and companies exist; prices are made up for November 2026 and are no quotes.
 * VTI and VTSAX are two share classes of one fund, hence one wash-sale class.
 */
const listed: readonly Listed[] = [
  fund('VTI', 338.4, 'US equity', 1, 'Vanguard Total Stock Market ETF', { washSaleClass: 'US-TOTAL-MKT' }),
  fund('ITOT', 147.2, 'US equity', 2, 'iShares Core S&P Total U.S. Stock Market ETF'),
  fund('SCHB', 25.9, 'US equity', 3, 'Schwab U.S. Broad Market ETF'),
  fund('VTSAX', 162.3, 'US equity', 4, 'Vanguard Total Stock Market Index Fund Admiral', {
    type: 'Mutual fund',
    washSaleClass: 'US-TOTAL-MKT',
  }),
  fund('VXUS', 76.8, 'Intl equity', 1, 'Vanguard Total International Stock ETF'),
  fund('IXUS', 85.1, 'Intl equity', 2, 'iShares Core MSCI Total International Stock ETF'),
  fund('VEA', 61.3, 'Intl equity', 3, 'Vanguard FTSE Developed Markets ETF'),
  fund('VWO', 54.7, 'Emerging markets', 1, 'Vanguard FTSE Emerging Markets ETF'),
  fund('IEMG', 66.2, 'Emerging markets', 2, 'iShares Core MSCI Emerging Markets ETF'),
  fund('BND', 74.15, 'Bonds', 1, 'Vanguard Total Bond Market ETF'),
  fund('AGG', 100.6, 'Bonds', 2, 'iShares Core U.S. Aggregate Bond ETF'),
  fund('VTEB', 50.35, 'Municipal bonds', 1, 'Vanguard Tax-Exempt Bond ETF'),
  fund('MUB', 106.9, 'Municipal bonds', 2, 'iShares National Muni Bond ETF'),
  fund('VNQ', 93.4, 'Real estate', 1, 'Vanguard Real Estate ETF'),
  fund('SCHH', 21.85, 'Real estate', 2, 'Schwab U.S. REIT ETF'),
  stock('AAPL', 268.5, 'Apple', 'Technology'),
  stock('MSFT', 512.3, 'Microsoft', 'Technology'),
  stock('NVDA', 188.2, 'NVIDIA', 'Technology'),
  stock('JNJ', 192.6, 'Johnson & Johnson', 'Health care'),
  stock('XOM', 117.9, 'Exxon Mobil', 'Energy'),
  stock('KO', 71.4, 'Coca-Cola', 'Consumer staples'),
  { symbol: 'VMFXX', price: 1, assetClass: 'Cash', name: 'Vanguard Federal Money Market Fund', type: 'Cash' },
];

/** The symbol whose price is planted as stale. */
export const staleSymbol = 'SCHH';
/** How old its price is, in days. */
const staleDays = 9;

/** Rows of Securities: priced on the as-of day, or the trading day before it, all but one. */
export function sampleSecurities(calendar: Calendar): TableRow<'securities'>[] {
  return listed.map((security) => ({ ...security, priceDate: calendar.ago(security.symbol === staleSymbol ? staleDays : 0) }));
}

/** Dollars per share, by symbol. */
export const prices: Readonly<Record<string, number>> = Object.fromEntries(listed.map(({ symbol, price }) => [symbol, price]));

function fund(symbol: string, price: number, assetClass: string, buyRank: number, name: string, more: Partial<Listed> = {}): Listed {
  return { symbol, price, assetClass, name, type: 'ETF', issuer: name.split(' ')[0], buyRank, ...more };
}

/** A company is its own risk class: it stands in for nothing else. */
function stock(symbol: string, price: number, issuer: string, sector: string): Listed {
  return { symbol, price, assetClass: 'US equity', name: issuer, type: 'Stock', sector, issuer, riskClass: symbol };
}
