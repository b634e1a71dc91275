import { washClasses } from '../../server/optimizer/conflicts';
import { minimumTrade } from '../../server/optimizer/discrete';
import { basisPoints, elasticTiers, formulateAll, percent, regimesOf, type Formulation } from '../../server/optimizer/formulation';
import { cashRow } from '../../server/optimizer/formulation-columns';
import { nothingYields, type Row } from '../../server/optimizer/rows/row';
import type { AccountSnapshot } from '../../server/optimizer/snapshot';
import { IntegerModel, type Entry } from './integer-model';

/** Room for the last bits of a sum, percent of account value. */
const bits = 1e-7;
/** Room for a tier's total (percent), as small as its price leaves it without weight. */
const tierRoom = 1e-5;

/**
 * Every plan an account may trade under one tax regime, as integers say it: whole steps, least sizes, no crumbs left, costs of
 * orders paid in cash, nothing both bought and sold, no wash sale, and no tier missed by more than `missed` (fractions of
 * value). Lots that take turns and a cap on tracking error are left out, so there a bound may only be lower than it need be.
 */
export function tradableModel(snapshot: AccountSnapshot, rows: readonly Row[], regime: number, missed: readonly number[]): IntegerModel {
  const formulation = formulateAll(snapshot, rows, regimesOf(snapshot), nothingYields);
  hold(formulation, regime, missed);
  const model = new IntegerModel(formulation.problem);
  const orders = snapshot.assets.map((_, i) => addOrders(snapshot, model, formulation, i));
  for (const { lots, assets } of washClasses(snapshot)) {
    const sold = lots.filter((l) => model.upper[formulation.sell0 + l] > 0);
    const bought = assets.flatMap((i) => orders[i].buys ?? []);
    if (sold.length === 0 || bought.length === 0) continue;
    const sells = model.decision();
    for (const l of sold) model.row(-Infinity, 0, [[formulation.sell0 + l, 1], [sells, -model.upper[formulation.sell0 + l]]]);
    for (const buys of bought) model.row(-Infinity, 1, [[buys, 1], [sells, 1]]);
  }
  const all = orders.flatMap(({ buys, sells }) => [buys, sells].flatMap((decision): Entry[] => (decision === undefined ? [] : [[decision, 1]])));
  model.row(-Infinity, snapshot.settings.maximumTrades ?? Infinity, all);
  return model;
}

/** Rows of other regimes and of policy are lifted, tiers held. */
function hold({ problem: { rowLower, rowUpper }, regimeRows, washRows, tierRows }: Formulation, regime: number, missed: readonly number[]): void {
  regimeRows.forEach((own, k) => {
    if (k === regime) return;
    for (const row of own) [rowLower[row], rowUpper[row]] = [-Infinity, Infinity];
  });
  for (const { row } of washRows) rowUpper[row] = Infinity;
  elasticTiers.forEach((tier, t) => { rowUpper[tierRows.get(tier)!] = missed[t] * percent + tierRoom; });
}

/** Whether an asset is bought and whether it is sold; absent where it can't be. */
interface Orders {
  readonly buys?: number;
  readonly sells?: number;
}

function addOrders(snapshot: AccountSnapshot, model: IntegerModel, formulation: Formulation, i: number): Orders {
  const buys = addPurchase(snapshot, model, formulation, i);
  const sells = addSale(snapshot, model, formulation, i);
  if (buys !== undefined && sells !== undefined) model.row(-Infinity, 1, [[buys, 1], [sells, 1]]);
  return { buys, sells };
}

/** A decision to trade, paid for from cash. */
function addDecision({ assets, value }: AccountSnapshot, model: IntegerModel, i: number): number {
  const ticket = assets[i].security.tradeCost / value;
  const decision = model.decision(ticket * basisPoints);
  if (ticket > 0) model.rows[cashRow].entries.push([decision, ticket * percent]);
  return decision;
}

function addPurchase(snapshot: AccountSnapshot, model: IntegerModel, { buy0 }: Formulation, i: number): number | undefined {
  const { weight } = snapshot.assets[i];
  const most = Math.min(model.upper[buy0 + i], 2 * percent);
  if (most <= bits) return undefined;
  const decision = addDecision(snapshot, model, i);
  const least = percent * Math.max(minimumTrade(snapshot), weight > bits ? 0 : snapshot.settings.minimumPosition);
  model.row(-Infinity, 0, [[buy0 + i, 1], [decision, -most]]);
  model.row(0, Infinity, [[buy0 + i, 1], [decision, -least]]);
  addSteps(snapshot, model, i, [[buy0 + i, 1]], most);
  return decision;
}

function addSale(snapshot: AccountSnapshot, model: IntegerModel, { sell0 }: Formulation, i: number): number | undefined {
  const { lots, weight } = snapshot.assets[i];
  const sold = lots.filter((l) => model.upper[sell0 + l] > bits).map((l): Entry => [sell0 + l, 1]);
  if (sold.length === 0) return undefined;
  const decision = addDecision(snapshot, model, i);
  const held = weight * percent;
  const most = sold.reduce((sum, [column]) => sum + model.upper[column], 0);
  model.row(-Infinity, 0, [...sold, [decision, -most]]);
  model.row(-bits, Infinity, [...sold, [decision, -Math.min(minimumTrade(snapshot) * percent, held)]]);
  addRemainder(model, sold, decision, { held, part: Math.max(0, held - snapshot.settings.minimumPosition * percent), most });
  addSteps(snapshot, model, i, sold, most);
  return decision;
}

/** Either a part is sold that leaves the smallest position, or everything. */
function addRemainder(model: IntegerModel, sold: readonly Entry[], decision: number, { held, part, most }: { held: number; part: number; most: number }): void {
  if (most < held - bits) {
    model.row(-Infinity, bits, [...sold, [decision, -part]]);
    return;
  }
  const out = model.decision();
  model.row(-bits, Infinity, [...sold, [out, -held]]);
  model.row(-Infinity, bits, [...sold, [decision, -part], [out, part - held]]);
  model.row(-Infinity, 0, [[out, 1], [decision, -1]]);
}

/** Orders are whole steps; a position that is none may be sold in any part, which leaves a bound that holds. */
function addSteps({ assets, value }: AccountSnapshot, model: IntegerModel, i: number, traded: readonly Entry[], most: number): void {
  const { step, price, shares } = assets[i];
  if (Math.abs(shares / step - Math.round(shares / step)) > bits) return;
  const unit = ((step * price) / value) * percent;
  const steps = model.column(0, Math.ceil(most / unit), 0, true);
  model.row(0, 0, [...traded, [steps, -unit]]);
}
