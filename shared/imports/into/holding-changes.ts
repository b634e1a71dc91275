import Decimal from 'decimal.js';
import { money } from '../../checks/check';
import type { TableRow } from '../../contract';
import type { Issue } from '../../issue';
import { toCents } from '../../units';
import type { Cell } from '../../workbook/port';
import type { ImportedHolding } from '../apply';
import { importIssue } from '../issues';
import type { AccountCoverage } from './combine';
import { matchLots } from './match-lots';

/** How rows get into the book: only accounts of the files change in any of them. */
export type ImportMode = 'replace' | 'add' | 'update';

type Held = TableRow<'holdings'>;

/** What becomes of one row of Holdings. */
export interface HoldingChange {
  readonly kind: 'same' | 'changed' | 'new' | 'gone';
  readonly accountId: string;
  readonly symbol: string;
  readonly before?: Held;
  readonly after?: ImportedHolding;
  /** Cells to write, by property; null clears. A row that is the same may still get a new As of. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface HoldingChanges {
  readonly changes: readonly HoldingChange[];
  readonly issues: readonly Issue[];
}

/** True when the sheet has a column for the property: what it cannot hold is no change. */
type HasColumn = (property: string) => boolean;

/** What becomes of the rows of one symbol in one account. */
export function changeHoldings(old: readonly Held[], fresh: readonly ImportedHolding[], mode: ImportMode, coverage: AccountCoverage, hasColumn: HasColumn = () => true): HoldingChanges {
  const lots = old.map((row) => ({ ...row, costBasis: costOf(row) }));
  const position = lots.some(isLot) && fresh.length > 0 && !fresh.some(isLot) ? asOne(fresh) : undefined;
  if (position && !(lots.length === 1 && position.quantity <= lots[0].quantity)) return changeLots(old, lots, position, mode);
  const { pairs, gone, added } = matchLots(lots, fresh);
  const changes = [
    ...pairs.map(([before, after]) => changed(rowOf(old, before), after, mode, hasColumn)),
    ...added.map(asNew),
    ...(mode === 'replace' && isGone(old, fresh, coverage) ? gone.map((row) => asGone(rowOf(old, row))) : []),
  ];
  return { changes, issues: [] };
}

const isLot = ({ acquired, lotId }: Pick<Held, 'acquired' | 'lotId'>): boolean => acquired !== undefined || lotId !== undefined;
const rowOf = (rows: readonly Held[], { row }: Held): Held => rows.find((one) => one.row === row) as Held;

/** Dollars a row cost, from either of its columns. */
export function costOf({ costBasis, unitCost, quantity }: Held): number | undefined {
  if (costBasis !== undefined) return costBasis;
  return unitCost === undefined ? undefined : toCents(new Decimal(unitCost).times(quantity));
}

/** Rows that the files leave out are gone when the files list the account whole, or list the symbol. */
function isGone(old: readonly Held[], fresh: readonly ImportedHolding[], { isWhole, hasCash, untaken }: AccountCoverage): boolean {
  const symbol = old[0]?.symbol.toUpperCase() ?? '';
  if (symbol === 'CASH') return hasCash;
  return fresh.length > 0 || (isWhole && !untaken.has(symbol));
}

/** The rows of a position without lots (cash and margin, say) as one. */
function asOne(rows: readonly ImportedHolding[]): ImportedHolding {
  const sum = (of: (row: ImportedHolding) => number | undefined): number | undefined =>
    rows.some((row) => of(row) === undefined) ? undefined : rows.reduce((total, row) => total.plus(of(row) ?? 0), new Decimal(0)).toNumber();
  const costBasis = sum((row) => row.costBasis);
  return { ...rows[0], quantity: sum((row) => row.quantity) ?? 0, costBasis, marketValue: sum((row) => row.marketValue), covered: costBasis === undefined ? 'Unknown basis' : undefined };
}

/** The file knows the position, the book knows its lots: the lots stay as far as they add up to it. */
function changeLots(rows: readonly Held[], lots: readonly Held[], position: ImportedHolding, mode: ImportMode): HoldingChanges {
  const held = lots.reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0));
  const more = new Decimal(position.quantity).minus(held).toDecimalPlaces(6);
  const stay = rows.map((row): HoldingChange => ({ kind: 'same', accountId: position.accountId, symbol: position.symbol, before: row, cells: stamps(row, { ...position, marketValue: undefined }) }));
  if (more.abs().lte(0.0005 * (lots.length + 1))) return { changes: stay, issues: costIssues(lots, position) };
  if (mode === 'add') return { changes: stay, issues: [unknownLots(position, held, 'they were left as they are.')] };
  if (more.gt(0)) return { changes: [...stay, asNew(remainder(lots, position, more))], issues: [unknownLots(position, held, `a lot of ${more.toString()} was added whose day is not known.`)] };
  return { changes: [...rows.map(asGone), asNew(position)], issues: [unknownLots(position, held, 'which lots were sold is not known, so one row without a day replaces them.')] };
}

/** Shares that no lot of the book explains; their cost is what the lots leave of the position's. */
function remainder(lots: readonly Held[], position: ImportedHolding, quantity: Decimal): ImportedHolding {
  const known = lots.every(({ costBasis }) => costBasis !== undefined) && position.costBasis !== undefined;
  const cost = known ? toCents(lots.reduce((left, { costBasis }) => left.minus(costBasis ?? 0), new Decimal(position.costBasis ?? 0))) : -1;
  return { ...position, quantity: quantity.toNumber(), costBasis: cost >= 0 ? cost : undefined, covered: cost >= 0 ? undefined : 'Unknown basis', marketValue: undefined };
}

function unknownLots({ accountId, symbol, quantity, source }: ImportedHolding, held: Decimal, says: string): Issue {
  return importIssue('I24', { file: source }, {
    rowKey: `${accountId} › ${symbol}`, accounts: [accountId],
    message: `${symbol} of ${accountId} is ${quantity} in the file, but its lots in Holdings add up to ${held.toString()}: ${says}`,
    fix: 'Import the custodian’s file of lots together with this one.',
  });
}

/** Lots whose cost is far from what the custodian says of the position. */
function costIssues(lots: readonly Held[], { accountId, symbol, costBasis, source }: ImportedHolding): Issue[] {
  if (costBasis === undefined || lots.some((lot) => lot.costBasis === undefined)) return [];
  const sum = lots.reduce((total, lot) => total.plus(lot.costBasis ?? 0), new Decimal(0));
  if (sum.minus(costBasis).abs().lte(Math.max(1, Math.abs(costBasis) / 100))) return [];
  return [importIssue('H13', { file: source }, {
    rowKey: `${accountId} › ${symbol}`, accounts: [accountId],
    message: `${symbol} of ${accountId} cost ${money(costBasis)} in the file, but its lots in Holdings cost ${money(sum.toNumber())}; the lots stayed.`,
    fix: 'Maybe the custodian adjusted the basis; import its file of lots.',
  })];
}

/** The columns whose change makes a row another one; market value, day and file are stamps. */
const telling = ['quantity', 'costBasis', 'acquired', 'lotId', 'covered'];

function changed(before: Held, after: ImportedHolding, mode: ImportMode, hasColumn: HasColumn): HoldingChange {
  const cells = { ...differences(before, after), ...stamps(before, after) };
  const kind = telling.some((property) => property in cells && hasColumn(property)) && mode !== 'add' ? 'changed' : 'same';
  return { kind, accountId: after.accountId, symbol: after.symbol, before, after, cells: mode === 'add' ? {} : cells };
}

/** What the file knows otherwise. What it does not know, the book keeps; a Lot ID of the book stays. */
function differences(before: Held, after: ImportedHolding): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  const cost = costOf(before);
  const isCash = after.symbol === 'CASH';
  const quantityTolerance = isCash ? 0.004 : 0.0005;
  const costTolerance = before.costBasis === undefined ? Math.max(0.01, 0.0051 * Math.abs(before.quantity)) : 0.004;
  if (!isNear(before.quantity, after.quantity, quantityTolerance)) cells.quantity = after.quantity;
  if (after.costBasis !== undefined && (cost === undefined || !isNear(cost, after.costBasis, costTolerance))) cells.costBasis = after.costBasis;
  if (after.acquired !== undefined && after.acquired !== before.acquired) cells.acquired = after.acquired;
  if (after.lotId !== undefined && before.lotId === undefined) cells.lotId = after.lotId;
  if ('quantity' in cells && after.costBasis === undefined && cost !== undefined && !isCash) Object.assign(cells, costOfOther(before, after.quantity));
  const isKnown = after.costBasis !== undefined;
  if (isKnown && before.covered === 'Unknown basis') cells.covered = null;
  if (!isKnown && cost === undefined && !isCash && after.covered !== undefined && before.covered === undefined) cells.covered = after.covered;
  return cells;
}

/** The cost of what is left of a lot is its share; of a lot that grew it is not known. */
function costOfOther({ costBasis, quantity }: Held, left: number): Record<string, Cell> {
  if (left > quantity) return { costBasis: null, covered: 'Unknown basis' };
  return costBasis === undefined ? {} : { costBasis: toCents(new Decimal(costBasis).times(left).div(quantity)) };
}

const isNear = (a: number, b: number, tolerance: number): boolean => new Decimal(a).minus(b).abs().lte(tolerance);

function stamps(before: Held, { marketValue, asOf, source }: ImportedHolding): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  if ((marketValue ?? undefined) !== before.marketValue) cells.marketValue = marketValue ?? null;
  if (asOf !== undefined && asOf !== before.asOf) cells.asOf = asOf;
  if (source !== undefined && source !== before.source) cells.source = source;
  return cells;
}

function asNew(after: ImportedHolding): HoldingChange {
  const cells = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined)) as Record<string, Cell>;
  return { kind: 'new', accountId: after.accountId, symbol: after.symbol, after, cells };
}

function asGone(before: Held): HoldingChange {
  return { kind: 'gone', accountId: before.accountId, symbol: before.symbol, before, cells: {} };
}
