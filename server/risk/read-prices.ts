import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import Papa from 'papaparse';
import { isIsoDate } from '../../shared/dates';
import { isMissing, readAmount, readDay } from '../../shared/imports/table/values';
import type { IsoDate } from '../../shared/units';
import type { PriceHistory } from './returns';

/** A price history and what of the file was not used. */
export interface ReadPrices extends PriceHistory {
  /** Rows whose first cell is no day, and the first such cell. */
  readonly skippedRows: { readonly count: number; readonly example: string };
  /** Cells that hold something that is no price above zero, and the first of them in words. */
  readonly badCells: { readonly count: number; readonly example: string };
}

/** A file that does not hold what it should; the message says why, to be read after its name. */
export class NotReadableError extends Error {}

const dateHeaders = new Set(['date', 'day', 'as of', 'asof', 'price date', 'trade date']);
const symbolHeaders = new Set(['symbol', 'ticker', 'security', 'security id']);
const priceHeaders = new Set(['price', 'close', 'last', 'adj close', 'adjclose', 'adjusted close', 'close price', 'nav']);

/** A CSV as a stream of rows; `.gz` is unpacked on the way, so a long history never lies in memory as text. */
export function readCsv(path: string, onRow: (cells: readonly string[], line: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const file = createReadStream(path).on('error', reject);
    const text: Readable = /\.gz$/i.test(path) ? file.pipe(createGunzip()).on('error', () => reject(new NotReadableError('it is damaged or not packed by gzip'))) : file;
    // Papa would make lines of anything; bytes of zero occur in no text.
    text.once('data', (chunk: Buffer) => { if (chunk.includes(0)) reject(new NotReadableError('it is no text. Maybe it should be saved as CSV, or is packed and its name should end in .gz')); });
    let line = 0;
    Papa.parse<string[]>(text, {
      skipEmptyLines: 'greedy',
      step: ({ data }, parser) => {
        line += 1;
        try {
          onRow(line === 1 ? data.map((cell) => cell.replace(/^\uFEFF/, '')) : data, line);
        } catch (error) {
          // Rejected first: to abort is also to complete.
          reject(error);
          parser.abort();
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

/**
 * Reads a price history, wide (a column of days, then one column per symbol) or long (day, symbol, price in any order).
 * Days are `2025-01-31`, with or without a time, or `1/31/2025`. Prices should be adjusted for splits and dividends.
 */
export async function readPrices(path: string): Promise<ReadPrices> {
  const collector = new PriceCollector();
  await readCsv(path, (cells, line) => collector.row(cells, line));
  return collector.result();
}

class PriceCollector {
  private layout?: { readonly date: number; readonly symbol: number; readonly price: number } | { readonly symbols: readonly string[] };
  private readonly byDay = new Map<IsoDate, Map<string, number>>();
  private readonly symbols = new Set<string>();
  private skipped = { count: 0, example: '' };
  private bad = { count: 0, example: '' };

  row(cells: readonly string[], line: number): void {
    if (!this.layout) this.header(cells);
    else if ('symbols' in this.layout) this.wide(cells, this.layout.symbols, line);
    else this.long(cells, this.layout, line);
  }

  private header(cells: readonly string[]): void {
    const names = cells.map((cell) => cell.trim().toLowerCase().replace(/[_\s]+/g, ' '));
    const [date, symbol, price] = [dateHeaders, symbolHeaders, priceHeaders].map((known) => names.findIndex((name) => known.has(name)));
    if (date >= 0 && symbol >= 0 && price >= 0) {
      this.layout = { date, symbol, price };
      return;
    }
    const symbols = cells.slice(1).map((cell) => cell.trim().toUpperCase());
    const repeated = symbols.find((one, at) => one !== '' && symbols.indexOf(one) !== at);
    if (repeated !== undefined) throw new NotReadableError(`two columns are called ${repeated}`);
    if (symbols.filter(Boolean).length === 0) throw new NotReadableError('its first line is neither "date, symbol, price" nor a day column with one column per symbol');
    this.layout = { symbols };
    for (const one of symbols) if (one !== '') this.symbols.add(one);
  }

  private wide(cells: readonly string[], symbols: readonly string[], line: number): void {
    const day = this.day(cells[0]);
    if (day === undefined) return;
    if (this.byDay.has(day)) throw new NotReadableError(`${day} is there twice, the second time on line ${line}`);
    const prices = new Map<string, number>();
    this.byDay.set(day, prices);
    symbols.forEach((symbol, at) => this.put(prices, symbol, cells[at + 1], day));
  }

  private long(cells: readonly string[], { date, symbol, price }: { readonly date: number; readonly symbol: number; readonly price: number }, line: number): void {
    const day = this.day(cells[date]);
    const name = (cells[symbol] ?? '').trim().toUpperCase();
    if (day === undefined || name === '') return;
    const prices = this.byDay.get(day) ?? new Map<string, number>();
    this.byDay.set(day, prices);
    if (prices.has(name)) throw new NotReadableError(`${name} has two prices on ${day}, the second on line ${line}`);
    this.symbols.add(name);
    this.put(prices, name, cells[price], day);
  }

  private put(prices: Map<string, number>, symbol: string, cell: string | undefined, day: IsoDate): void {
    if (symbol === '' || cell === undefined || cell === '') return;
    const quick = Number(cell);
    const price = Number.isFinite(quick) ? quick : readAmount(cell);
    if (price !== null && price > 0) prices.set(symbol, price);
    else if (!isMissing(cell) && !/^#n\/?a|^nan$/i.test(cell.trim())) this.bad = { count: this.bad.count + 1, example: this.bad.example || `${symbol} on ${day} is "${cell}"` };
  }

  private day(cell: string | undefined): IsoDate | undefined {
    const text = (cell ?? '').trim();
    const iso = text.slice(0, 10);
    const day = isIsoDate(iso) && /^($|[T ])/.test(text.slice(10)) ? iso : readDay(text) ?? undefined;
    if (day === undefined) this.skipped = { count: this.skipped.count + 1, example: this.skipped.example || text };
    return day;
  }

  result(): ReadPrices {
    if (!this.layout) throw new NotReadableError('it is empty');
    if (this.byDay.size === 0) throw new NotReadableError(this.skipped.count > 0 ? `no row begins with a day such as 2025-01-31, the first with "${this.skipped.example}"` : 'it has a header and no rows');
    const days = [...this.byDay.keys()].sort();
    const symbols = [...this.symbols].sort();
    const prices = symbols.map((symbol) => Float64Array.from(days, (day) => this.byDay.get(day)!.get(symbol) ?? Number.NaN));
    return { days, symbols, prices, skippedRows: this.skipped, badCells: this.bad };
  }
}
