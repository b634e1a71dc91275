import { washClasses } from './conflicts';
import { basisPoints, percent, type Formulation } from './formulation';
import { cashRow } from './formulation-columns';
import type { Setting } from './node';
import type { Problem } from './problem';
import { minimumTrade } from './discrete';
import type { AccountSnapshot } from './snapshot';
import { leastTax, type GainsBox } from './tax-bound';

/** What the best price of one asset's trades is, by what is done with it; Infinity for what may not be. */
export interface Choices {
  readonly hold: Float64Array;
  readonly buy: Float64Array;
  readonly sell: Float64Array;
  /** Sales of all there is. */
  readonly sellOut: Float64Array;
  /** Sales without lots at a loss. */
  readonly sellGains: Float64Array;
}

/** A proof of how cheap a plan can be at best, and what it assumes of every asset. */
export interface Certificate {
  /** Basis points of account value, by tax regime; no plan of the branch under that regime costs less. */
  readonly bounds: readonly number[];
  readonly choices: Choices;
}

/**
 * Lower bounds of a branch from the multipliers of its rows (Lagrangian duality; A. Geoffrion, Math. Programming Study 2, 1974).
 * Once rows are priced, assets have nothing to do with each other, so the best of each is found with all that
 * convexity cannot say: it is bought or sold, not both; no loss is sold where the class is bought; orders have a cost, a least
 * size, and leave no crumbs. So it is with tax, for every regime at once. Rounding to shares is all that is left out. Right for
 * any multipliers. Wash rows are a policy of the relaxation and take no part.
 */
export function certify(
  { snapshot, regimes, mostOrders }: Pick<Setting, 'snapshot' | 'regimes' | 'mostOrders'>, formulation: Formulation, problem: Problem, duals: Float64Array,
): Certificate {
  const lambda = signed(problem, formulation, duals);
  const slopes = reducedCosts(problem, lambda);
  // What an order costs is paid in cash, which has a price too.
  const perDollar = (basisPoints - lambda[cashRow] * percent) / snapshot.value;
  const choices = choose(snapshot, formulation, problem, slopes, perDollar);
  const { tax } = formulation;
  const apart = new Set(tax ? [tax.short, tax.long, tax.due] : []);
  let base = problem.offset + rowsPart(problem, lambda) + (mostOrders === undefined ? cheapest(snapshot, choices) : cheapestOrders(choices, mostOrders));
  // No row is missed by more than its tier: a bound is as good as the ranges of its columns are short.
  const most = new Map(formulation.elastic.map(({ row, column }) => [column, row.tier === 'soft' ? Infinity : problem.rowUpper[formulation.tierRows.get(row.tier)!]]));
  for (let j = snapshot.lots.length + snapshot.assets.length; j < problem.cost.length; j += 1) {
    if (!apart.has(j)) base += slopes[j] * (slopes[j] > 0 ? problem.lower[j] : Math.min(problem.upper[j], most.get(j) ?? Infinity));
  }
  const side = (j: number): GainsBox['short'] => ({ lower: problem.lower[j], upper: problem.upper[j], price: slopes[j] });
  const gains = tax && { short: side(tax.short), long: side(tax.long) };
  return {
    choices,
    bounds: regimes.map((regime, k) => {
      if (formulation.boundsTax && k !== formulation.regime) return -Infinity;
      return gains && regime ? base + leastTax(regime, gains) : base;
    }),
  };
}

/** Multipliers with the signs their rows allow; what points to an open side is rounding. Wash rows and planes of the tax are left out. */
function signed({ rowLower, rowUpper, rowCurvature }: Problem, { washRows, tax }: Formulation, duals: Float64Array): Float64Array {
  const lambda = duals.slice();
  for (let r = 0; r < lambda.length; r += 1) {
    if (rowCurvature[r] === 0 && !Number.isFinite(lambda[r] > 0 ? rowLower[r] : rowUpper[r])) lambda[r] = 0;
  }
  for (const { row } of washRows) lambda[row] = 0;
  for (const rows of tax?.planes ?? []) for (const row of rows) lambda[row] = 0;
  return lambda;
}

function rowsPart({ rowLower, rowUpper, rowCurvature, rowCenter }: Problem, lambda: Float64Array): number {
  let part = 0;
  for (let r = 0; r < lambda.length; r += 1) {
    if (lambda[r] === 0) continue;
    if (rowCurvature[r] > 0) part += lambda[r] * rowCenter[r] - (0.5 * lambda[r] * lambda[r]) / rowCurvature[r];
    else part += lambda[r] * (lambda[r] > 0 ? rowLower[r] : rowUpper[r]);
  }
  return part;
}

/** `cost − Aᵀλ` by column, forms spread over their columns. */
function reducedCosts({ cost, formOf, formFactor, formCurvature, starts, indices, values }: Problem, lambda: Float64Array): Float64Array {
  const prices = new Float64Array(cost.length + formCurvature.length);
  for (let r = 0; r < lambda.length; r += 1) {
    if (lambda[r] === 0) continue;
    for (let e = starts[r]; e < starts[r + 1]; e += 1) prices[indices[e]] += lambda[r] * values[e];
  }
  const reduced = cost.slice();
  for (let j = 0; j < reduced.length; j += 1) reduced[j] -= prices[j] + (formOf[j] < 0 ? 0 : formFactor[j] * prices[reduced.length + formOf[j]]);
  return reduced;
}

/** Prices every way to treat every asset. */
function choose(snapshot: AccountSnapshot, formulation: Formulation, problem: Problem, slopes: Float64Array, perDollar: number): Choices {
  const count = snapshot.assets.length;
  const choices = { hold: new Float64Array(count), buy: new Float64Array(count), sell: new Float64Array(count), sellOut: new Float64Array(count), sellGains: new Float64Array(count) };
  const orders = { least: minimumTrade(snapshot) * percent, crumb: snapshot.settings.minimumPosition * percent, perDollar };
  for (let i = 0; i < count; i += 1) chooseFor(i, snapshot, formulation, problem, slopes, orders, choices);
  return choices;
}

function chooseFor(
  i: number, { assets, lots }: AccountSnapshot, { sell0, buy0 }: Formulation, problem: Problem, slopes: Float64Array,
  { least, crumb, perDollar }: Orders, choices: Choices,
): void {
  const asset = assets[i];
  const curve = { curvature: problem.formCurvature[i], center: problem.formCenter[i] };
  const mirrored = { curvature: curve.curvature, center: -curve.center };
  const ticket = asset.security.tradeCost * perDollar;
  const held = asset.weight * percent;
  const inTurn = asset.lotOrder !== undefined;
  const parts = (asset.lotOrder ?? asset.lots).map((l): Segment => ({
    slope: slopes[sell0 + l], most: problem.upper[sell0 + l], least: problem.lower[sell0 + l], whole: lots[l].weight * percent,
    isLoss: lots[l].term !== null && lots[l].lossFraction > 0,
  }));
  const segments = inTurn ? sellable(parts) : parts.filter(({ most }) => most > 0).sort((a, b) => a.slope - b.slope);
  const mustSell = segments.some((segment) => segment.least > 0);
  const mustBuy = problem.lower[buy0 + i] > 0;
  const from = Math.max(problem.lower[buy0 + i], least, held > 1e-6 ? 0 : crumb);
  const wholeSale = (of: readonly Segment[]): number => (mustBuy ? Infinity : ticket + allSold(of, held, mirrored));
  const sale = (of: readonly Segment[]): number => (mustBuy ? Infinity : Math.min(wholeSale(of), ticket + partSold(of, held, least, crumb, mirrored)));
  choices.hold[i] = mustSell || mustBuy ? Infinity : 0.5 * curve.curvature * curve.center ** 2;
  choices.buy[i] = mustSell ? Infinity : ticket + bestPart(slopes[buy0 + i], 0, 0, from, problem.upper[buy0 + i], curve);
  choices.sell[i] = sale(segments);
  choices.sellOut[i] = wholeSale(segments);
  choices.sellGains[i] = segments.some((segment) => segment.isLoss && segment.least > 0) ? Infinity : sale(inTurn ? sellable(parts.map((part) => (part.isLoss ? { ...part, most: 0 } : part))) : segments.filter(({ isLoss }) => !isLoss));
}

/** What every order is held to: its least size and what may be left (percent), and the price of a dollar that it costs. */
interface Orders {
  readonly least: number;
  readonly crumb: number;
  readonly perDollar: number;
}

interface Curve {
  readonly curvature: number;
  readonly center: number;
}

interface Segment {
  readonly slope: number;
  readonly most: number;
  readonly least: number;
  /** All of the lot. */
  readonly whole: number;
  readonly isLoss: boolean;
}

/** Of lots that take turns, those up to the first that can't be sold whole. */
function sellable(parts: readonly Segment[]): Segment[] {
  const last = parts.findIndex(({ most, whole }) => most < whole - 1e-9);
  return (last < 0 ? parts : parts.slice(0, last + 1)).filter(({ most }) => most > 0);
}

/** The least of `cost + slope·(x − start) + ½ curvature·(x − center)²` over an interval. */
function bestPart(slope: number, start: number, cost: number, from: number, to: number, { curvature, center }: Curve): number {
  if (from > to + 1e-12) return Infinity;
  const free = curvature > 0 ? center - slope / curvature : slope > 0 ? -Infinity : Infinity;
  const x = Math.min(to, Math.max(from, free));
  return cost + slope * (x - start) + 0.5 * curvature * (x - center) ** 2;
}

/** The price of selling everything; Infinity where not all may be sold. */
function allSold(segments: readonly Segment[], held: number, curve: Curve): number {
  const all = segments.reduce((sum, { most }) => sum + most, 0);
  if (all < held - 1e-6) return Infinity;
  return segments.reduce((sum, { slope, most }) => sum + slope * most, 0.5 * curve.curvature * (all - curve.center) ** 2);
}

/** The least price of selling a part, cheapest lots first after what must go: at least `least` or everything, and no crumb left. */
function partSold(segments: readonly Segment[], held: number, least: number, crumb: number, curve: Curve): number {
  let start = 0;
  let cost = 0;
  let all = 0;
  for (const segment of segments) {
    start += segment.least;
    cost += segment.least * segment.slope;
    all += segment.most;
  }
  const from = Math.max(Math.min(least, held), start);
  const to = Math.min(all, held - crumb);
  let best = Infinity;
  for (const segment of segments) {
    const size = segment.most - segment.least;
    const low = Math.max(from, start);
    const high = Math.min(to, start + size);
    if (low <= high) best = Math.min(best, bestPart(segment.slope, start, cost, low, high, curve));
    cost += segment.slope * size;
    start += size;
  }
  return best;
}

/** The cheapest treatment of all assets; the members of a wash-sale class either sell no loss or buy nothing. */
function cheapest(snapshot: AccountSnapshot, { hold, buy, sell, sellGains }: Choices): number {
  const sum = (members: readonly number[], price: (i: number) => number): number => members.reduce((all, i) => all + price(i), 0);
  const classes = washClasses(snapshot).map(({ assets }) => assets).filter((assets) => assets.length > 1);
  const joined = new Set(classes.flat());
  const alone = sum([...hold.keys()].filter((i) => !joined.has(i)), (i) => Math.min(hold[i], buy[i], sell[i]));
  return classes.reduce((total, members) => total + Math.min(
    sum(members, (i) => Math.min(hold[i], sell[i])), sum(members, (i) => Math.min(hold[i], buy[i], sellGains[i])),
  ), alone);
}

/** The cheapest treatment of all assets with so many orders at most: those that gain most, after those that must trade. */
function cheapestOrders({ hold, buy, sell }: Choices, most: number): number {
  let total = 0;
  let left = most;
  const gains: number[] = [];
  for (let i = 0; i < hold.length; i += 1) {
    const trade = Math.min(buy[i], sell[i]);
    if (hold[i] === Infinity) {
      total += trade;
      left -= 1;
    } else {
      total += hold[i];
      gains.push(Math.max(0, hold[i] - trade));
    }
  }
  return gains.sort((a, b) => b - a).slice(0, Math.max(0, left)).reduce((sum, gain) => sum - gain, total);
}
