import Decimal from 'decimal.js';
import { dollars, sumCents } from '../../shared/units';
import { washClasses } from './conflicts';
import { outcome, type Outcome } from './linear';
import type { Plan } from './plan';
import { toPlan, type SharePlan } from './shares';
import { rowValue } from './row-value';
import { violation, type Row, type Yielding } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import { stayOf } from './stay';
import { cost, terms } from './terms';

/** Rounding may move a holdings row by less than this fraction of the account; firmer rows not at all. */
const rowTolerance = 1e-7;
const cent = 0.011;

/**
 * Re-checks a rounded plan from its shares alone, independently of how it was found (engine rules: no lot oversold,
 * cash to the cent, no row worse than before, no wash sale, never worse than staying unless a rule asked for it).
 * Returns what is broken, in words; a plan with any entry is never proposed.
 */
export function brokenInvariants(snapshot: AccountSnapshot, rows: readonly Row[], shares: SharePlan, yields: Yielding): string[] {
  const plan = toPlan(snapshot, shares);
  const after = outcome(snapshot, plan);
  return [
    ...oversoldLots(snapshot, shares),
    ...untradable(snapshot, shares),
    ...cashMismatch(snapshot, shares, plan, after),
    ...washSales(snapshot, shares),
    ...lotsOutOfTurn(snapshot, shares),
    ...(yields.has('limit') ? [] : tooManyOrders(snapshot, shares)),
    ...worseRows(snapshot, rows, plan, after, yields),
    ...notFinite(snapshot, plan),
  ];
}

function oversoldLots({ lots, assets }: AccountSnapshot, { sells }: SharePlan): string[] {
  return lots.flatMap(({ lot, asset }, l) => (sells[l] < 0 || sells[l] > lot.quantity
    ? [`${sells[l]} sold of lot ${lot.id} of ${assets[asset].symbol}, which holds ${lot.quantity}`] : []));
}

/** Orders are multiples of the step unless they close a position; nothing is both bought and sold. */
function untradable({ lots, assets }: AccountSnapshot, { sells, buys }: SharePlan): string[] {
  const sold = assets.map(() => new Decimal(0));
  lots.forEach(({ asset }, l) => { if (sells[l] !== 0) sold[asset] = sold[asset].plus(sells[l]); });
  return assets.flatMap(({ symbol, step, shares }, i) => {
    if (buys[i] === 0 && sold[i].isZero()) return [];
    const off = (amount: Decimal.Value): boolean => !new Decimal(amount).div(step).isInteger();
    const faults: string[] = [];
    if (buys[i] < 0 || off(buys[i])) faults.push(`${buys[i]} of ${symbol} bought in steps of ${step}`);
    if (off(sold[i]) && sold[i].minus(shares).abs().gt(1e-9)) faults.push(`${sold[i].toString()} of ${symbol} sold in steps of ${step}`);
    if (buys[i] > 0 && sold[i].gt(0)) faults.push(`${symbol} is both bought and sold`);
    return faults;
  });
}

/** Cash after by cent amounts of each trade agrees with the weights the rows were checked on. */
function cashMismatch(snapshot: AccountSnapshot, shares: SharePlan, plan: Plan, after: Outcome): string[] {
  const { assets, lots, cash, value } = snapshot;
  const effects = [
    ...lots.map(({ asset }, l) => (shares.sells[l] === 0 ? 0 : dollars(shares.sells[l], assets[asset].price))),
    ...assets.map(({ price }, i) => (shares.buys[i] === 0 ? 0 : -dollars(shares.buys[i], price))),
  ];
  const fees = terms.tickets.price(snapshot, plan, after);
  const exact = new Decimal(cash.dollars).minus(cash.due).plus(sumCents(effects.filter((effect) => effect !== 0))).minus(fees);
  const trades = effects.filter((effect) => effect !== 0).length;
  const off = exact.minus(new Decimal(after.cash).times(value)).abs();
  return off.gt(cent * (trades + 1)) ? [`cash after the trades is off by $${off.toFixed(2)}`] : [];
}

function washSales(snapshot: AccountSnapshot, { sells, buys }: SharePlan): string[] {
  return washClasses(snapshot).flatMap(({ washClass, lots, assets }) =>
    (lots.some((l) => sells[l] > 0) && assets.some((i) => buys[i] > 0) ? [`${washClass} is sold at a loss and bought in one run`] : []));
}

function lotsOutOfTurn({ assets, lots, settings }: AccountSnapshot, { sells }: SharePlan): string[] {
  return assets.flatMap(({ lotOrder = [] }) => {
    const kept = lotOrder.findIndex((l) => sells[l] < lots[l].lot.quantity);
    return kept < 0 ? [] : lotOrder.slice(kept + 1).filter((l) => sells[l] > 0)
      .map((l) => `lot ${lots[l].lot.id} is sold before lot ${lots[lotOrder[kept]].lot.id}, against ${settings.lotChoice}`);
  });
}

function tooManyOrders({ assets, settings: { maximumTrades = Infinity } }: AccountSnapshot, { sells, buys }: SharePlan): string[] {
  const orders = assets.filter(({ lots }, i) => buys[i] > 0 || lots.some((l) => sells[l] > 0)).length;
  return orders > maximumTrades ? [`${orders} orders, where ${maximumTrades} are allowed`] : [];
}

function worseRows(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan, after: Outcome, yields: Yielding): string[] {
  const stay = stayOf(snapshot);
  return rows.flatMap((row) => {
    if (row.tier === 'soft' || yields.has(row.tier)) return [];
    const before = violation(row, rowValue(row, snapshot, stay.plan, stay.after));
    const now = violation(row, rowValue(row, snapshot, plan, after));
    return now > before + rowTolerance ? [`"${row.name}" (${row.source}) is missed by ${(100 * now).toFixed(4)} %, ${(100 * before).toFixed(4)} % before`] : [];
  });
}

function notFinite(snapshot: AccountSnapshot, plan: Plan): string[] {
  return Number.isFinite(cost(snapshot, plan)) ? [] : ['the score is not a number'];
}
