import type { ScoreTerms, TermName } from '../../../shared/api/result';
import type { AccountSnapshot } from '../snapshot';
import { outcome } from '../linear';
import type { Plan } from '../plan';
import { cash } from './cash';
import { preference } from './preference';
import { risk } from './risk';
import { spread } from './spread';
import { tax } from './tax';
import type { Term } from './term';
import { tickets } from './tickets';
import { waiting } from './waiting';

/** Every term of the score, in the order reports show them. */
export const terms: Readonly<Record<TermName, Term>> = { risk, tax, waiting, spread, tickets, preference, cash };

export const termNames = Object.keys(terms) as TermName[];

/** Dollars each term costs under a plan. */
export function priceTerms(snapshot: AccountSnapshot, plan: Plan): ScoreTerms {
  const after = outcome(snapshot, plan);
  return Object.fromEntries(termNames.map((name) => [name, terms[name].price(snapshot, plan, after)])) as Record<TermName, number>;
}

/** Dollars a plan costs in all: what the optimizer makes smallest. */
export function cost(snapshot: AccountSnapshot, plan: Plan): number {
  const prices = priceTerms(snapshot, plan);
  return termNames.reduce((sum, name) => sum + prices[name], 0);
}
