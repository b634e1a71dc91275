import type { TableRow } from '../../contract';
import type { Issue } from '../../issue';
import type { Cell } from '../../workbook/port';
import type { ImportedSecurity } from '../imported-security';
import { importIssue } from '../issues';
import type { TableWrite } from '../preview';
import type { Combined } from './combine';
import { priceSlips } from './slips';

/** What becomes of Securities, and the prices before and after. */
export interface SecurityChanges {
  /** Symbols that Securities does not have; their asset class is for the user to say. */
  readonly added: readonly string[];
  readonly prices: readonly { readonly symbol: string; readonly before: number | null; readonly after: number }[];
  readonly issues: readonly Issue[];
  readonly write: TableWrite;
  /** Dollars of the book for one share; cash is 1; undefined when there is no price. */
  before(symbol: string): number | undefined;
  after(symbol: string): number | undefined;
}

type Listed = TableRow<'securities'>;

/** Prices of the files against those of the book: newer ones are taken, older ones and slips of unit are not. */
export function changeSecurities(book: readonly Listed[], { securities, holdings }: Combined, quantityFactor: (symbol: string) => number | undefined): SecurityChanges {
  const listed = new Map([...book].reverse().map((row) => [row.symbol.toUpperCase(), row]));
  const slips = priceSlips(securities, book, quantityFactor);
  const held = new Set(holdings.map(({ symbol }) => symbol.toUpperCase()));
  const isNew = ({ symbol }: ImportedSecurity): boolean => symbol.toUpperCase() !== 'CASH' && !listed.has(symbol.toUpperCase()) && held.has(symbol.toUpperCase());
  const added = securities.filter(isNew);
  const updates = securities.flatMap((fresh) => {
    const row = listed.get(fresh.symbol.toUpperCase());
    return row && !slips.has(fresh.symbol.toUpperCase()) ? [{ row, fresh, cells: newer(row, fresh) }] : [];
  });
  const prices = updates.flatMap(({ row, fresh, cells }) => ('price' in cells ? [{ symbol: row.symbol, before: row.price ?? null, after: fresh.price }] : []));
  const changed = new Map([...prices.map(({ symbol, after }) => [symbol.toUpperCase(), after] as const), ...added.map(({ symbol, price }) => [symbol.toUpperCase(), price] as const)]);
  const inBase = (symbol: string, price: number | undefined): number | undefined => (price === undefined ? undefined : price * (listed.get(symbol)?.fx ?? 1));
  const before = (symbol: string): number | undefined => (symbol.toUpperCase() === 'CASH' ? 1 : inBase(symbol.toUpperCase(), listed.get(symbol.toUpperCase())?.price));
  const older = updates.filter(({ row, fresh }) => isOlder(row, fresh));
  return {
    added: added.map(({ symbol }) => symbol),
    prices,
    issues: [...slips.values(), ...(older.length > 0 ? [olderIssue(older)] : [])],
    write: {
      table: 'securities',
      changed: updates.flatMap(({ row, cells }) => (row.row !== undefined && Object.keys(cells).length > 0 ? [{ row: row.row, cells }] : [])),
      added: added.map(cellsOf),
      gone: [],
    },
    before,
    after: (symbol) => (changed.has(symbol.toUpperCase()) ? inBase(symbol.toUpperCase(), changed.get(symbol.toUpperCase())) : before(symbol)),
  };
}

const isOlder = ({ priceDate, price }: Listed, fresh: ImportedSecurity): boolean =>
  price !== undefined && price !== fresh.price && priceDate !== undefined && fresh.priceDate !== undefined && fresh.priceDate < priceDate;

/** The price with its day; a day without a new price only when it is later. */
function newer(row: Listed, fresh: ImportedSecurity): Record<string, Cell> {
  if (isOlder(row, fresh)) return {};
  const cells: Record<string, Cell> = {};
  if (row.price !== fresh.price) cells.price = fresh.price;
  if (fresh.priceDate !== undefined && (row.priceDate === undefined ? 'price' in cells : fresh.priceDate > row.priceDate)) cells.priceDate = fresh.priceDate;
  return cells;
}

function olderIssue(older: readonly { readonly row: Listed; readonly fresh: ImportedSecurity }[]): Issue {
  const [{ row, fresh }] = older;
  const message = `${row.symbol} is priced ${row.price ?? ''} as of ${row.priceDate ?? ''} in Securities; the price of ${fresh.priceDate ?? ''} was not taken${older.length > 1 ? `, nor those of ${older.length - 1} others` : ''}.`;
  return { ...importIssue('I22', { file: 'Securities' }, { rowKey: row.symbol, message }), rows: older.length };
}

const [longestName, longestCusip] = [120, 12];

function cellsOf({ symbol, name, price, priceDate, type, tradable, cusip, currency }: ImportedSecurity): Record<string, Cell> {
  const known = {
    symbol, price, priceDate, type, tradable, currency,
    name: name?.slice(0, longestName),
    cusip: cusip !== undefined && cusip.length <= longestCusip ? cusip : undefined,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Record<string, Cell>;
}
