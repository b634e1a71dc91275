import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FactorModel } from '../shared/book/book';
import { buildFactorModel } from '../shared/book/factor-model';
import type { IsoDate } from '../shared/units';
import { factorTables } from '../server/risk/factor-tables';
import { fitFactorModel } from '../server/risk/fit-factor-model';
import { readCsv, readPrices } from '../server/risk/read-prices';
import { returnsOf, type PriceHistory } from '../server/risk/returns';

/** A stock of a real index. */
export interface Stock {
  readonly symbol: string;
  readonly price: number;
  readonly sector: string;
  /** In the index, as a fraction; the stocks at hand sum to one. */
  readonly weight: number;
}

/** A realistic universe for the bench: stocks of an index, the last prices, and a factor model fitted to their history. */
export interface Market {
  readonly asOf: IsoDate;
  /** In order of symbol. */
  readonly stocks: readonly Stock[];
  readonly factorModel: FactorModel;
}

const folder = process.env.REBAL_SHARED_DATA ?? resolve(__dirname, '../../shared/data');
const files = { prices: 'prices_us-stocks_daily-adjclose_2024-2025.csv.gz', index: 'sp500_constituents_2026-04-10.csv' };

/** Where the market's data lie; undefined when they are not there. */
export function marketFiles(from = folder): { readonly prices: string; readonly index: string } | undefined {
  const [prices, index] = [files.prices, files.index].map((name) => join(from, 'market', name));
  return existsSync(prices) && existsSync(index) ? { prices, index } : undefined;
}

/** Weight, a fraction, and sector of each member of the index; members without a sector are left out. */
export async function readIndex(path: string): Promise<Map<string, { readonly weight: number; readonly sector: string }>> {
  const members = new Map<string, { weight: number; sector: string }>();
  let at: number[] = [];
  await readCsv(path, (cells, line) => {
    if (line === 1) at = ['Ticker', 'Weight_pct', 'Sector'].map((name) => cells.findIndex((cell) => cell.startsWith(name)));
    else if (cells[at[2]]) members.set(cells[at[0]], { weight: Number(cells[at[1]]) / 100, sector: cells[at[2]] });
  });
  return members;
}

/** The universe, or undefined where the data are absent. Stocks without a price on the last day are left out. */
export async function readMarket(from = folder): Promise<Market | undefined> {
  const found = marketFiles(from);
  if (!found) return undefined;
  const [history, index] = await Promise.all([readPrices(found.prices), readIndex(found.index)]);
  const fitted = fitFactorModel(returnsOf(history), { sectors: new Map([...index].map(([symbol, { sector }]) => [symbol, sector])) });
  if (!fitted) return undefined;
  const known = new Set(fitted.exposures.map(({ symbol }) => symbol));
  const factorModel = buildFactorModel(factorTables(fitted), (symbol) => (known.has(symbol) ? symbol : undefined));
  return factorModel && { asOf: history.days.at(-1)!, stocks: stocksOf(history, index, known), factorModel };
}

function stocksOf({ symbols, prices }: PriceHistory, index: Awaited<ReturnType<typeof readIndex>>, known: ReadonlySet<string>): Stock[] {
  const stocks = symbols.flatMap((symbol, i) => {
    const [price, member] = [prices[i].at(-1)!, index.get(symbol)];
    return price > 0 && member && known.has(symbol) ? [{ symbol, price, ...member }] : [];
  });
  const total = stocks.reduce((sum, { weight }) => sum + weight, 0);
  return stocks.map((stock) => ({ ...stock, weight: stock.weight / total }));
}
