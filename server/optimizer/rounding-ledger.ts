import { findMisfits, minimumTrade, misfitOf } from './discrete';
import { basisPoints, percent } from './formulation';
import { evaluate, outcome } from './linear';
import type { Plan } from './plan';
import { rowValue } from './row-value';
import { violation, type Row, type Tier, type Yielding } from './rows/row';
import { fillLots, type LotOrder } from './shares';
import type { AccountSnapshot } from './snapshot';
import { stayOf } from './stay';
import { yearTax } from './tax-state';
import { buyPreference, sellPreference } from './terms/preference';
import { priceOfTax } from './terms/tax';

/** What a percent of violation beyond the continuous plan's costs while rounding, in basis points: firmest rows highest. */
const penalties: Readonly<Record<Tier, number>> = { fixed: 1e7, cash: 1e6, limit: 1e5, hard: 1e4, repair: 1e3, soft: 0 };
/** What making a row worse than today costs, at once and per percent: more than anything else, so staying always wins. */
const worsePenalty = 1e10;
/** What a trade below the minimum, or one that leaves too little, costs: more than any rule it could serve, less than making one worse. */
export const tooSmall = 1e9;
/** Violations below this (fractions of value) are rounding noise. */
const tolerance = 1e-9;

/** What tiers are given in the search beyond their least misses (node.ts), and tolerances, as fractions of value. */
const solverSlack = 2e-6;

/** Misses beyond the plan's by less than this are left as they are. */
const noticed = 1e-6;

/** What one asset's order adds to the plan; everything a plan is judged by is a sum of these. */
interface Effect {
  readonly weight: number;
  readonly cash: number;
  readonly short: number;
  readonly long: number;
  /** Waiting, spread, fees and trade cost, fractions of value. */
  readonly cost: number;
  /** A price on a trade below the minimum, or on one that leaves too little. */
  readonly small: number;
  /** By position in the asset's own rows. */
  readonly rows: Float64Array;
}

/**
 * Signed orders and what they are worth, kept so that a change of one order is judged in time proportional to the factors
 * and to the rows that speak of it, not to the account.
 */
export class RoundingLedger {
  readonly shares: Float64Array;
  private readonly effects: Effect[];
  private readonly known: readonly Map<number, Effect>[];
  private readonly active: Float64Array;
  private readonly exposure: Float64Array;
  /** By asset, the rows its order can change. */
  private readonly stakes: readonly (readonly Stake[])[];
  private readonly values: Float64Array;
  private readonly planned: number[];
  private readonly worst: number[];
  /** Rows that bound tax or tracking error, which no sum over orders gives. */
  private readonly measured: readonly number[];
  private readonly least: number;
  /** Assets of which the plan itself leaves too little: rules allow nothing else. */
  private readonly leftSmall: ReadonlySet<number>;
  private cash: number;
  private short = 0;
  private long = 0;
  private linear = 0;
  private small = 0;
  private penalty = 0;
  private variance: number;

  constructor(
    private readonly snapshot: AccountSnapshot, private readonly rows: readonly Row[], private readonly orders: readonly LotOrder[],
    plan: Plan, yields: Yielding,
  ) {
    const { assets, risk, cash } = snapshot;
    const { plan: stay, after } = stayOf(snapshot);
    const today = violations(snapshot, rows, stay);
    this.least = minimumTrade(snapshot);
    this.leftSmall = new Set(findMisfits(snapshot, plan).flatMap(({ kind, asset }) => (kind === 'small remainder' ? [asset] : [])));
    this.shares = new Float64Array(assets.length);
    this.active = Float64Array.from(assets, ({ weight, target }) => weight - target);
    this.exposure = new Float64Array(risk.size);
    this.variance = 0;
    this.active.forEach((weight, i) => {
      this.variance += risk.specific[i] * weight * weight;
      for (let k = 0; k < risk.size; k += 1) this.exposure[k] += risk.loadings[i * risk.size + k] * weight;
    });
    for (const value of this.exposure) this.variance += value * value;
    this.cash = cash.weight;
    // What a solver leaves of a row it keeps is no leave to miss it.
    this.planned = violations(withoutTradeCost(snapshot), rows, plan).map((by) => (by < solverSlack ? 0 : by));
    this.worst = rows.map(({ tier }, r) => (yields.has(tier) ? Infinity : today[r]));
    this.values = Float64Array.from(rows, (row) => (row.measure ? 0 : evaluate(row.expression, stay, after)));
    this.measured = rows.flatMap((row, r) => (row.measure ? [r] : []));
    this.stakes = stakesByAsset(snapshot, rows, orders);
    rows.forEach((row, r) => { if (!row.measure) this.penalty += this.penaltyOf(r, this.values[r]); });
    this.known = assets.map(() => new Map());
    this.effects = assets.map((_, i) => this.effectOf(i, 0));
  }

  /** Cost in basis points plus penalties of the orders as they are. */
  get merit(): number {
    return this.judge(this.variance, this.cash, this.short, this.long, this.linear, this.small, this.penalty);
  }

  /** Whether a row is missed by more than the plan misses it. */
  get isMissed(): boolean {
    return this.rows.some((row, r) => !row.measure && row.tier !== 'soft' && violation(row, this.values[r]) > this.planned[r] + noticed);
  }

  /** Whether an order is below the minimum, or leaves too little. */
  isSmall(i: number): boolean {
    return this.effects[i].small > 0;
  }

  /** The merit if one order were another. */
  meritWith(i: number, shares: number): number {
    const [old, next] = [this.effects[i], this.effectOf(i, shares)];
    let { penalty } = this;
    this.stakes[i].forEach(({ row: r }, k) => {
      if (next.rows[k] !== old.rows[k]) penalty += this.penaltyOf(r, this.values[r] + next.rows[k] - old.rows[k]) - this.penaltyOf(r, this.values[r]);
    });
    return this.judge(
      this.variance + this.varianceStep(i, next.weight - old.weight), this.cash + next.cash - old.cash, this.short + next.short - old.short,
      this.long + next.long - old.long, this.linear + next.cost - old.cost, this.small + next.small - old.small, penalty,
    );
  }

  /** Makes one order another. */
  move(i: number, shares: number): void {
    const [old, next] = [this.effects[i], this.effectOf(i, shares)];
    const { risk } = this.snapshot;
    const moved = next.weight - old.weight;
    this.variance += this.varianceStep(i, moved);
    this.active[i] += moved;
    for (let k = 0; k < risk.size; k += 1) this.exposure[k] += risk.loadings[i * risk.size + k] * moved;
    this.stakes[i].forEach(({ row: r }, k) => {
      this.penalty -= this.penaltyOf(r, this.values[r]);
      this.values[r] += next.rows[k] - old.rows[k];
      this.penalty += this.penaltyOf(r, this.values[r]);
    });
    this.cash += next.cash - old.cash;
    this.short += next.short - old.short;
    this.long += next.long - old.long;
    this.linear += next.cost - old.cost;
    this.small += next.small - old.small;
    this.shares[i] = shares;
    this.effects[i] = next;
  }

  private judge(variance: number, cash: number, short: number, long: number, linear: number, small: number, penalty: number): number {
    const { snapshot: { settings, cash: { target }, tax, value } } = this;
    const added = tax.taxed ? yearTax(tax, short * value, long * value) - yearTax(tax, 0, 0) : 0;
    const cost = (settings.riskPrice / 0.01 ** 2) * variance + priceOfTax(tax, added) / value + linear + settings.cashDrag * Math.max(0, cash - target);
    const measure = (r: number): number => (this.rows[r].measure === 'tax' ? (yearTax(tax, 0, 0) + added) / value : Math.sqrt(Math.max(0, variance)));
    return this.measured.reduce((sum, r) => sum + this.penaltyOf(r, measure(r)), cost * basisPoints + small + penalty);
  }

  /** Change of `aᵀΣa` when the active weight of one asset moves. */
  private varianceStep(i: number, moved: number): number {
    if (moved === 0) return 0;
    const { size, loadings, specific } = this.snapshot.risk;
    let step = specific[i] * moved * (2 * this.active[i] + moved);
    for (let k = 0; k < size; k += 1) {
      const shift = loadings[i * size + k] * moved;
      step += shift * (2 * this.exposure[k] + shift);
    }
    return step;
  }

  private penaltyOf(r: number, value: number): number {
    const { tier } = this.rows[r];
    const missed = violation(this.rows[r], value);
    if (tier === 'soft') return missed * (this.rows[r].price ?? 0) * basisPoints;
    const beyondPlan = missed > this.planned[r] + tolerance ? penalties[tier] * (missed - this.planned[r]) * percent : 0;
    return missed > this.worst[r] + tolerance ? beyondPlan + worsePenalty * (1 + (missed - this.worst[r]) * percent) : beyondPlan;
  }

  /** What an order adds; the same few orders are judged again and again. */
  private effectOf(i: number, shares: number): Effect {
    const known = this.known[i].get(shares);
    if (known) return known;
    const effect = this.measure(i, shares);
    this.known[i].set(shares, effect);
    return effect;
  }

  private measure(i: number, shares: number): Effect {
    const { assets, lots, value } = this.snapshot;
    const { price, security, shares: held } = assets[i];
    const bought = Math.max(0, shares) * (price / value);
    const order = this.orders[i];
    const taken = shares < 0 ? fillLots(this.snapshot, order, -shares) : [];
    let [sold, short, long] = [0, 0, 0];
    let cost = shares === 0 ? 0 : security.tradeCost / value;
    let fees = cost;
    const weights = new Float64Array(taken.length);
    taken.forEach((part, k) => {
      const lot = lots[order.lots[k]];
      const weight = part === lot.lot.quantity ? lot.weight : part * (price / value);
      weights[k] = weight;
      sold += weight;
      if (lot.term === 'Short') short += weight * lot.gain;
      else if (lot.term === 'Long') long += weight * lot.gain;
      cost += weight * (lot.waiting + lot.fee);
      fees += weight * lot.fee;
    });
    cost += (security.spread / 2) * (bought + sold) + bought * buyPreference(assets[i]) + sold * sellPreference(assets[i]);
    const cash = sold - bought - fees;
    const small = shares === 0 || shares === -held ? 0 : this.priceOfSmall(i, bought, sold);
    const rows = new Float64Array(this.stakes[i].length);
    this.stakes[i].forEach((stake, k) => {
      rows[k] = stake.weight * (bought - sold) + stake.buys * bought + stake.cash * cash;
      for (let n = 0; n < weights.length; n += 1) rows[k] += stake.sells[n] * weights[n];
    });
    return { weight: bought - sold, cash, short, long, cost, small, rows };
  }

  /** Falls towards the next size that is allowed, so that steps lead there. */
  private priceOfSmall(i: number, bought: number, sold: number): number {
    const misfit = misfitOf(this.snapshot, i, bought, sold, this.least);
    if (!misfit || (misfit.kind === 'small remainder' && this.leftSmall.has(i))) return 0;
    const { assets, settings: { minimumPosition } } = this.snapshot;
    const left = assets[i].weight - sold;
    const missing = misfit.kind === 'small remainder' ? Math.min(left, minimumPosition - left) : misfit.needed - bought - sold;
    return tooSmall * (1 + missing * percent);
  }
}

/** The convex problem knows no cost per order, so what its plan lacks in cash because of them is for rounding to raise. */
const withoutTradeCost = (snapshot: AccountSnapshot): AccountSnapshot =>
  ({ ...snapshot, assets: snapshot.assets.map((asset) => ({ ...asset, security: { ...asset.security, tradeCost: 0 } })) });

function violations(snapshot: AccountSnapshot, rows: readonly Row[], plan: Plan): number[] {
  const after = outcome(snapshot, plan);
  return rows.map((row) => violation(row, rowValue(row, snapshot, plan, after)));
}

/** How a row's value follows from one asset's order: factors of its weight, purchase, cash and, by position, lots sold. */
interface Stake {
  readonly row: number;
  weight: number;
  buys: number;
  readonly cash: number;
  readonly sells: Float64Array;
}

function stakesByAsset({ assets, lots }: AccountSnapshot, rows: readonly Row[], orders: readonly LotOrder[]): Stake[][] {
  const positions = new Map(orders.flatMap((order) => order.lots.map((l, k) => [l, k] as const)));
  const stakes = assets.map(() => new Map<number, Stake>());
  rows.forEach(({ expression, measure }, row) => {
    if (measure) return;
    const stakeIn = (i: number): Stake => {
      const stake = stakes[i].get(row) ?? { row, weight: 0, buys: 0, cash: expression.cash ?? 0, sells: new Float64Array(orders[i].lots.length) };
      stakes[i].set(row, stake);
      return stake;
    };
    if (expression.cash) assets.forEach((_, i) => stakeIn(i));
    for (const [i, factor] of expression.weights ?? []) stakeIn(i).weight += factor;
    for (const [i, factor] of expression.buys ?? []) stakeIn(i).buys += factor;
    for (const [l, factor] of expression.sells ?? []) {
      const position = positions.get(l);
      if (position !== undefined) stakeIn(lots[l].asset).sells[position] += factor;
    }
  });
  return stakes.map((found) => [...found.values()]);
}
