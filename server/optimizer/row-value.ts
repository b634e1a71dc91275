import { evaluate, type Outcome } from './linear';
import type { Plan } from './plan';
import { activeVariance } from './risk-model';
import type { Row } from './rows/row';
import type { AccountSnapshot } from './snapshot';
import { yearTax } from './tax-state';
import { activeWeights } from './terms/risk';
import { realizedGains } from './terms/tax';

/** The value a row bounds, at a plan. */
export function rowValue(row: Row, snapshot: AccountSnapshot, plan: Plan, after: Outcome): number {
  if (!row.measure) return evaluate(row.expression, plan, after);
  if (row.measure === 'tracking error') return Math.sqrt(Math.max(0, activeVariance(snapshot.risk, activeWeights(snapshot, after))));
  const { short, long } = realizedGains(snapshot, plan);
  return yearTax(snapshot.tax, short * snapshot.value, long * snapshot.value) / snapshot.value;
}
