import type { AccountSnapshot } from './snapshot';
import type { Plan } from './plan';
import { ticketCost } from './terms/tickets';

/**
 * A linear expression over a plan, in fractions of account value:
 * `Σ sells·c + Σ buys·c + Σ weights·c + cash·c + constant`, where weights and cash are those after the plan.
 */
export interface Linear {
  readonly sells?: readonly Coefficient[];
  readonly buys?: readonly Coefficient[];
  readonly weights?: readonly Coefficient[];
  readonly cash?: number;
  readonly constant?: number;
}

/** Index of a lot or an asset, and its factor. */
export type Coefficient = readonly [index: number, factor: number];

/** Weights and cash after a plan. */
export interface Outcome {
  readonly weights: Float64Array;
  readonly cash: number;
}

/** The weights and the cash a plan leads to, as fractions of account value; trade costs and fees are paid in cash. */
export function outcome(snapshot: AccountSnapshot, plan: Plan): Outcome {
  const { assets, lots } = snapshot;
  const weights = new Float64Array(assets.length);
  let cash = snapshot.cash.weight - ticketCost(snapshot, plan) / snapshot.value;
  for (let i = 0; i < weights.length; i += 1) {
    weights[i] = assets[i].weight + plan.buys[i];
    cash -= plan.buys[i];
  }
  for (let l = 0; l < lots.length; l += 1) {
    weights[lots[l].asset] -= plan.sells[l];
    cash += plan.sells[l];
  }
  return { weights, cash };
}

/** The value of an expression at a plan. */
export function evaluate(expression: Linear, plan: Plan, after: Outcome): number {
  const { sells = [], buys = [], weights = [], cash = 0, constant = 0 } = expression;
  let value = constant + cash * after.cash;
  for (const [l, factor] of sells) value += factor * plan.sells[l];
  for (const [i, factor] of buys) value += factor * plan.buys[i];
  for (const [i, factor] of weights) value += factor * after.weights[i];
  return value;
}
