import type { Reading } from '../../shared/imports';
import { toHoldings } from '../../shared/imports/apply';
import type { ImportRow } from '../../shared/imports/format';
import { pricedPer } from '../../shared/imports/table/asset-type';
import { readAmount } from '../../shared/imports/table/values';
import { columnsOf, type Fact } from './columns';
import { counts, freshIssues, speaksOfAll, type Expectation, type Slip } from './judge';
import type { Source } from './texts';

/** What a file contradicts by itself, and no issue of reading or applying it says; undefined when all is well. */
export function untold(source: Source, reading: Reading, { slip, told }: Expectation): string | undefined {
  const { truth, cells } = source;
  if (reading.format === undefined || (slip === undefined && told === undefined)) return undefined;
  const fresh = freshIssues(allIssues(truth), allIssues(reading));
  if (fresh.some(speaksOfAll)) return undefined;
  const isTold = (line: number, symbol: string | null = null): boolean =>
    fresh.some(({ cell, rowKey }) => cell === undefined || Number(/\d+$/.exec(cell)?.[0]) === line || (symbol !== null && rowKey === symbol));
  if (told !== undefined) return fresh.length > 0 && (told === 0 || isTold(told, reading.rows.find(({ line }) => line === told)?.symbol)) ? undefined : `nothing is said of line ${told}`;
  const row = slip && truth.rows.find((one) => one.line === slip.line && (counts(one) || one.kind === 'total'));
  if (!slip || !row || !cells || isTold(slip.line, row.symbol) || isGuessed(truth, reading)) return undefined;
  const figures = cells[slip.line - 1].map((cell) => Math.abs(readAmount(cell) ?? Number.NaN));
  const columns = columnsOf(source, truth.rows.filter(({ kind }) => kind === row.kind));
  const isLeftOpen = (fact: Fact): boolean => slip.says === 0 && reading.rows.some(({ line, [fact]: figure }) => line === slip.line && figure === null);
  return contradiction(truth, row, slip, { figures, isStated: (fact) => columns[fact] !== undefined && !isLeftOpen(fact) });
}

/** How a guessed table is read may depend on any of its cells. */
const isGuessed = (...readings: readonly Reading[]): boolean => readings.some(({ format }) => format === 'generic-table');

const allIssues = (reading: Reading): Reading['issues'] => [...reading.issues, ...toHoldings(reading).issues];

/** What the row of the file says. */
interface Stated {
  /** Without signs. */
  readonly figures: readonly number[];
  /** False for what a format computes, and for a figure that it read as unknown. */
  readonly isStated: (fact: Fact) => boolean;
}

/** The figures of an equation and how far they may be apart, in dollars. */
interface Terms {
  readonly facts: readonly Fact[];
  readonly of: readonly number[];
  readonly gap: (figures: readonly number[]) => number;
  readonly room: number;
}

function contradiction(truth: Reading, row: ImportRow, { was, says }: Slip, { figures, isStated }: Stated): string | undefined {
  const isOnce = (figure: number): boolean => figures.filter((one) => one === Math.abs(figure)).length === 1;
  if (!Number.isFinite(says) || !isOnce(was)) return undefined;
  for (const { of, gap, room, facts } of termsOf(row)) {
    const at = of.findIndex((figure) => Math.abs(figure) === Math.abs(was));
    if (at < 0 || !of.every(isOnce) || !facts.every(isStated) || gap(of) > room) continue;
    const now = of.with(at, Math.abs(says));
    if (gap(now) > 2 * room + 0.1 && gap(now) > 2 * gap(of)) return `line ${row.line} says ${of.join(', ')} with ${says} in place of ${was}`;
  }
  return sumOf(truth, row, was, says);
}

function termsOf(row: ImportRow): Terms[] {
  const { kind, quantity, price, marketValue, proceeds, costBasis, gain, amount, assetType, action } = row;
  const product = ([a, b, c]: readonly number[], unit: number) => Math.abs(Math.abs(a * b * unit) - Math.abs(c));
  const terms: Terms[] = [];
  if ((kind === 'position' || kind === 'lot') && quantity && price && marketValue) {
    const unit = pricedPer(assetType);
    terms.push({ facts: ['quantity', 'price', 'marketValue'], of: [quantity, price, marketValue], gap: (all) => product(all, unit) / Math.max(...all.slice(2).map(Math.abs), 1e-9), room: assetType === 'option' ? 0.1 : 0.01 });
  }
  if (kind === 'realized-lot' && proceeds && costBasis && gain) {
    terms.push({ facts: ['proceeds', 'costBasis', 'gain'], of: [proceeds, costBasis], gap: ([a, b]) => Math.abs(a - b - gain), room: 1 });
  }
  if (kind === 'transaction' && (row.currency === null || row.currency === 'USD') && (action === 'Buy' || action === 'Sell') && quantity && price && amount) {
    terms.push({ facts: ['quantity', 'price', 'amount'], of: [quantity, price, amount], gap: (all) => Math.min(...[1, 0.01, 100].map((unit) => product(all, unit))), room: Math.abs(amount) / 20 + 25 + Math.abs(row.fees ?? 0) });
  }
  return terms;
}

/** A value that a stated total adds up, or shares that lots add up to. */
function sumOf({ rows, issues }: Reading, row: ImportRow, was: number, says: number): string | undefined {
  const change = Math.abs(Math.abs(says) - Math.abs(was));
  const isSummed = (row.kind === 'position' || row.kind === 'cash') && row.marketValue !== null && Math.abs(row.marketValue) === Math.abs(was) && row.currency === null;
  const hasTotal = rows.some(({ kind, marketValue, account }) => kind === 'total' && marketValue !== null && account !== null && account === row.account);
  if (isSummed && hasTotal && change > 1 && !issues.some(({ code }) => code === 'H13')) return `line ${row.line} is ${says} in place of ${was}, and the total stands`;
  const isParted = row.kind === 'lot' && Math.abs(row.quantity ?? 0) === Math.abs(was) && row.assetType === null && row.symbol !== null;
  const parent = rows.find(({ kind, symbol, account }) => kind === 'position' && symbol === row.symbol && account === row.account);
  return isParted && parent && change > 0.01 && was > 0 && (parent.quantity ?? 0) > 0 ? `line ${row.line} is ${says} in place of ${was}, and the position stands` : undefined;
}
