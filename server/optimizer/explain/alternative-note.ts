import type { Plan } from '../plan';
import { asDollars, type Row } from '../rows/row';
import type { AccountSnapshot, LotFacts } from '../snapshot';
import { orderFloor } from '../terms/tickets';
import { Alternatives, type Alternative } from './alternative';
import { longest } from './reason';

/** Differences below this many dollars are not worth a word. */
const leastDollars = 1;

/** Tells of a trade what the best one not made in its place was, and why: `L-0877 not sold: long-term in 12 days, saves $310 of tax`. */
export interface AlternativeNotes {
  /** Of a lot sold. */
  readonly sale: (lot: number) => string | undefined;
  /** Of a security bought. */
  readonly purchase: (asset: number) => string | undefined;
}

/** The notes of a plan; rows say what could not have been done. */
export function alternativeNotes(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan): AlternativeNotes {
  const alternatives = new Alternatives(snapshot, plan);
  const kept = forbidden(rows, 'sells');
  const closed = closedToBuying(snapshot, rows, plan);
  return {
    sale(l) {
      const found = alternatives.insteadOfSale(l);
      return found && found.instead !== null ? saleNote(snapshot, l, found.instead, found, kept.get(found.instead)) : undefined;
    },
    purchase(i) {
      const { instead, extraCost } = alternatives.insteadOfPurchase(i, (asset) => !closed.has(asset));
      if (extraCost < leastDollars) return undefined;
      return `${instead === null ? 'kept in cash' : `${snapshot.assets[instead].symbol} instead`}: ${asDollars(extraCost)} dearer`;
    },
  };
}

/** The reason with the note added where both fit the cell. */
export function withNote(why: string, note: string | undefined): string {
  const both = `${why}; ${note ?? ''}`;
  return note === undefined || both.length > longest ? why : both;
}

/** A cheaper lot is only told where a rule kept it; a dearer one says what it would have cost. */
function saleNote({ lots }: AccountSnapshot, sold: number, kept: number, alternative: Alternative, rule: Row | undefined): string | undefined {
  const { extraCost } = alternative;
  if (Math.abs(extraCost) < leastDollars || (extraCost < 0 && !rule)) return undefined;
  const why = rule ? lastPart(rule.name) : keptFor(lots[kept], lots[sold]);
  const dollars = amount(alternative);
  return `${lots[kept].lot.id} not sold: ${why}, ${extraCost > 0 ? `saves ${dollars}` : `though it saves ${dollars}`}`;
}

/** Dollars of tax where that is what differs, since tax care makes them count for more or less than they are. */
function amount({ extraCost, extraTax }: Alternative): string {
  const isTax = extraTax * extraCost > 0 && Math.abs(extraTax) >= leastDollars;
  return isTax ? `${asDollars(Math.abs(extraTax))} of tax` : asDollars(Math.abs(extraCost));
}

/** `VTI lot L-2 waits: long-term on 2026-12-02` names its lot; only what follows is news. */
const lastPart = (name: string): string => name.slice(name.lastIndexOf(': ') + 1).trim();

/** What makes a lot dearer to sell than the one sold. */
function keptFor(kept: LotFacts, sold: LotFacts): string {
  if (kept.term === 'Short' && kept.gain > 0) return `long-term in ${kept.daysToLongTerm} days`;
  if (kept.waiting > sold.waiting) return 'its loss is still small';
  if (kept.fee > sold.fee) return 'redemption fee';
  return kept.gain > 0 ? 'larger gain' : 'smaller loss';
}

/** Rows that by themselves forbid the sale of a lot or the purchase of an asset. */
function forbidden(rows: readonly Row[], side: 'sells' | 'buys'): Map<number, Row> {
  const found = new Map<number, Row>();
  for (const row of rows) {
    const only = row.expression[side];
    if ((row.tier === 'fixed' || row.tier === 'limit') && row.max === 0 && !row.measure && only?.length === 1 && only[0][1] === 1 && !found.has(only[0][0])) {
      found.set(only[0][0], row);
    }
  }
  return found;
}

/** Assets that rules, a sale in this plan, or a loss sold of their wash-sale class in this plan keep from being bought. */
function closedToBuying({ assets, lots }: AccountSnapshot, rows: readonly Row[], { sells }: Plan): Set<number> {
  const closed = new Set(forbidden(rows, 'buys').keys());
  const lossClasses = new Set<string>();
  lots.forEach(({ asset, lossFraction }, l) => {
    if (sells[l] <= orderFloor) return;
    closed.add(asset);
    if (lossFraction > 0) lossClasses.add(assets[asset].security.washClass);
  });
  assets.forEach(({ security }, i) => { if (lossClasses.has(security.washClass)) closed.add(i); });
  return closed;
}
