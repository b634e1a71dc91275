import { nameKey } from '../../shared/book/names';
import type { TableRow, Tables } from '../../shared/contract';
import type { DoubtfulRow } from './doubtful-rows';

/** Tables in which nothing is left of the doubtful values, and what could not be valued without them. */
export interface SoundTables {
  readonly tables: Tables;
  /** Lower-cased symbols whose price nobody knows. */
  readonly unpriced: ReadonlySet<string>;
  /** Rows of Holdings whose value nobody knows. */
  readonly unvalued: ReadonlySet<number>;
}

/**
 * Takes the doubtful values out of the tables, so that nothing can depend on them. A lot without its basis or day is a lot of
 * unknown basis. A security or a lot whose price or quantity is in doubt counts at its *Market value*, which the custodian
 * states beside them; a doubtful transaction is left out. What is held back in its place, the rows of a plan say.
 */
export function withoutDoubtful(tables: Tables, rows: readonly DoubtfulRow[], currency: string): SoundTables {
  const at = (table: DoubtfulRow['table']): Map<number, DoubtfulRow[]> => {
    const found = new Map<number, DoubtfulRow[]>();
    for (const row of rows) if (row.table === table) found.set(row.line, [...(found.get(row.line) ?? []), row]);
    return found;
  };
  const [held, listed, traded] = [at('holdings'), at('securities'), at('transactions')];
  const prices = bestPrices(tables, rows, currency);
  const securities = pricedSecurities(tables, listed, prices);
  const unvalued = new Set<number>();
  const holdings = tables.holdings.flatMap((row) => {
    const doubts = row.row === undefined ? undefined : held.get(row.row);
    const sound = doubts ? soundHolding(row, doubts, securities) : row;
    if (!sound && row.marketValue !== 0) unvalued.add(row.row!);
    return sound ?? [];
  });
  const transactions = tables.transactions?.filter(({ row }) => row === undefined || !traded.has(row));
  const unpriced = new Set([...prices].flatMap(([symbol, price]) => (price === undefined ? [symbol] : [])));
  return { tables: { ...tables, holdings, securities, transactions }, unpriced, unvalued };
}

type Holding = TableRow<'holdings'>;
type SecurityRow = TableRow<'securities'>;

/** What each security in doubt is worth by the market values of its lots: the middle one, as it does not depend on the order of rows. */
function bestPrices({ holdings, securities }: Tables, rows: readonly DoubtfulRow[], currency: string): Map<string, number | undefined> {
  const doubtfulLots = new Set(rows.flatMap(({ table, kind, line }) => (table === 'holdings' && kind === 'quantity' ? [line] : [])));
  return new Map(rows.filter(({ kind }) => kind === 'price').map(({ symbol }) => {
    const key = nameKey(symbol);
    const known = holdings.flatMap((lot) => (nameKey(lot.symbol) === key && lot.quantity > 0 && lot.marketValue !== undefined && lot.marketValue > 0 && !doubtfulLots.has(lot.row ?? NaN)
      ? [lot.marketValue / lot.quantity] : [])).sort((a, b) => a - b);
    // In which currency a market value is of a foreign security, the column does not say.
    const isForeign = securities.some((row) => nameKey(row.symbol) === key && row.currency !== undefined && nameKey(row.currency) !== nameKey(currency));
    return [key, isForeign ? undefined : known[Math.floor((known.length - 1) / 2)]];
  }));
}

/** Securities at their best prices. One that nobody can value keeps a price of 1: it is not traded, and whoever holds it waits. */
function pricedSecurities({ securities }: Tables, doubts: ReadonlyMap<number, readonly DoubtfulRow[]>, prices: ReadonlyMap<string, number | undefined>): SecurityRow[] {
  const listed = new Set(securities.map(({ symbol }) => nameKey(symbol)));
  const missing = [...prices].filter(([symbol]) => !listed.has(symbol)).map(([symbol, price]): SecurityRow => ({ symbol: symbol.toUpperCase(), price: price ?? 1 }));
  return [...securities.map((row): SecurityRow => {
    const key = nameKey(row.symbol);
    const cleared = without(row, (doubts.get(row.row ?? NaN) ?? []).filter(({ kind }) => kind === 'security').flatMap(({ column }) => column ?? []));
    return prices.has(key) ? { ...cleared, price: prices.get(key) ?? 1, fx: undefined, currency: undefined } : cleared;
  }), ...missing];
}

const cleared = { basis: ['costBasis', 'unitCost'], date: ['acquired', 'holdingPeriodStart'], cash: ['unsettled'] } as const;

/** A row of Holdings without what is in doubt; undefined when its value is nowhere, or nothing. */
function soundHolding(row: Holding, doubts: readonly DoubtfulRow[], securities: readonly SecurityRow[]): Holding | undefined {
  return doubts.reduce<Holding | undefined>((sound, { kind, column }) => {
    if (!sound) return undefined;
    if (kind === 'quantity') return valued(sound, securities);
    if (kind !== 'basis' && kind !== 'date' && kind !== 'cash') return sound;
    return without(sound, [...cleared[kind], ...(column === undefined ? [] : [column])]);
  }, row);
}

/** The lot with the shares that its market value makes at the price. */
function valued(row: Holding, securities: readonly SecurityRow[]): Holding | undefined {
  const security = securities.find(({ symbol }) => nameKey(symbol) === nameKey(row.symbol));
  const price = (security?.price ?? 0) * (security?.fx ?? 1);
  return price > 0 && row.marketValue !== undefined && row.marketValue > 0 ? { ...row, quantity: row.marketValue / price } : undefined;
}

function without<Row extends object>(row: Row, columns: readonly string[]): Row {
  return columns.length === 0 ? row : (Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))) as Row);
}
