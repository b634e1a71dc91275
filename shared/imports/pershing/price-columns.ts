import type { Cells } from '../custodian-file';
import { readAmount } from '../table/values';

/** Columns of a table by their index, counted from 0; absent when the file has none. */
export interface FigureColumns {
  readonly quantity?: number;
  readonly marketValue?: number;
  readonly cost?: number;
  readonly gain?: number;
  readonly unitCost?: number;
}

/** Which column holds what a unit is worth, and which what it cost. */
export interface PriceColumns {
  readonly price?: number;
  readonly unitCost?: number;
  /** The likeliest price of several rows, were it not that the value of none of them is quantity × price. */
  readonly refuted?: number;
}

/**
 * NetX360 heads two columns `Price`: one is the unit cost, the other the price, and users move columns and leave some out.
 * So the figures decide: the price is what makes the value of most rows, the unit cost what makes their cost.
 * Where they cannot, the last `Price` is the price, for the report prints it after the unit cost.
 */
export function findPriceColumns(header: readonly string[], body: Cells, figures: FigureColumns): PriceColumns {
  const candidates = header.flatMap((name, column) => (isPrice(name) ? [column] : []));
  const rows = body.map((cells) => readRow(cells, figures));
  const fit = (column: number, of: 'marketValue' | 'cost'): number => body.filter((cells, k) => fits(rows[k], amountIn(cells, column), of)).length;
  const scores = candidates.map((column) => ({ column, worth: fit(column, 'marketValue'), cost: fit(column, 'cost'), usual: isUsual(header[column]) }));
  const unitCost = figures.unitCost ?? best(scores.filter(({ cost, worth }) => cost > worth), 'cost');
  const others = scores.filter(({ column, cost, worth }) => column !== unitCost && !(cost > worth) && !repeats(body, column, figures.unitCost));
  const fitting = others.filter(({ worth }) => worth > 0);
  const price = fitting.length > 0 ? best(fitting, 'worth') : (others.findLast(({ usual }) => usual) ?? others.at(-1))?.column;
  // Several rows of which none is worth its quantity × price: then it is the price of another day, or none.
  const isRefuted = fitting.length === 0 && body.filter((cells, k) => isTestable(rows[k], amountIn(cells, price))).length > 1;
  return isRefuted ? { unitCost, refuted: price } : { price, unitCost };
}

interface Score {
  readonly column: number;
  readonly worth: number;
  readonly cost: number;
  readonly usual: boolean;
}

const isPrice = (name: string): boolean => /^(last |market |current |closing |close )?price( \(position ccy\)| \(\$\)| \$)?$/i.test(name.trim());
/** `Last Price` may be the close of the day before. */
const isUsual = (name: string): boolean => !/^(last|clos)/i.test(name.trim());

function best(scores: readonly Score[], by: 'worth' | 'cost'): number | undefined {
  return [...scores].sort((a, b) => b[by] - a[by] || Number(b.usual) - Number(a.usual) || b.column - a.column)[0]?.column;
}

interface Figures {
  readonly quantity: number | null;
  readonly marketValue: number | null;
  readonly cost: number | null;
}

function readRow(cells: readonly string[], { quantity, marketValue, cost, gain }: FigureColumns): Figures {
  const [value, stated, gained] = [amountIn(cells, marketValue), amountIn(cells, cost), amountIn(cells, gain)];
  return { quantity: amountIn(cells, quantity), marketValue: value, cost: stated ?? (value !== null && gained ? value - gained : null) };
}

/** Rows without an amount tell nothing. */
const isTestable = ({ quantity, marketValue }: Figures, price: number | null): boolean => !!quantity && !!price && Math.abs(marketValue ?? 0) >= 1;

/** A bond is priced per 100, an option is for 100 shares. */
function fits({ quantity, ...totals }: Figures, price: number | null, of: 'marketValue' | 'cost'): boolean {
  const total = totals[of];
  if (!quantity || !price || !total || Math.abs(total) < 1) return false;
  return [1, 0.01, 100].some((unit) => Math.abs(Math.abs(quantity * price * unit) - Math.abs(total)) <= 0.01 + Math.abs(total) * 1e-5);
}

/** True when a column only says again what the unit cost says. */
function repeats(body: Cells, column: number, unitCost: number | undefined): boolean {
  if (unitCost === undefined) return false;
  const pairs = body.map((cells) => [amountIn(cells, column), amountIn(cells, unitCost)]).filter(([a, b]) => a !== null && b !== null);
  return pairs.length > 0 && pairs.every(([a, b]) => a === b) && pairs.some(([a]) => a !== 0);
}

function amountIn(cells: readonly string[], column: number | undefined): number | null {
  const amount = column === undefined ? null : readAmount(cells[column]);
  return Number.isNaN(amount) ? null : amount;
}
