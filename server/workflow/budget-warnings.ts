import { proration } from '../../shared/tax/proration';
import { asDollars } from '../optimizer/rows/row';
import type { Proposal } from '../optimizer/proposal';
import { yearTax } from '../optimizer/tax-state';
import type { ExceptionFacts } from './exceptions';

/** A budget of the tax profile, with what the year has used of it before and after the plan; dollars. */
interface Budget {
  readonly name: string;
  readonly code: string;
  readonly limit: number | undefined;
  readonly before: number;
  readonly after: number;
}

/**
 * Budgets that only warn (*Budget is* Warning) and that the plan exceeds. What was exceeded before and is not made
 * worse was a matter for the plan that exceeded it.
 */
export function budgetWarnings(proposal: Proposal): ExceptionFacts[] {
  const { tax, asOf } = proposal.snapshot;
  const { profile } = tax;
  if (!tax.taxed || profile.budgetIs !== 'Warning') return [];
  const share = proration(profile.prorate, asOf);
  return budgetsOf(proposal).flatMap(({ name, code, limit, before, after }): ExceptionFacts[] => {
    if (limit === undefined || after <= limit * share + cent || after <= before + cent) return [];
    return [{
      severity: 'Review', code,
      whatHappened: `The year's ${name} goes above its budget.`,
      limit: asDollars(limit * share), actual: asDollars(after), overBy: asDollars(after - limit * share),
      suggestedFix: 'Approve, or set Budget is to Limit.', source: `Tax profile ${profile.id}`,
    }];
  });
}

const cent = 0.01;

function budgetsOf({ snapshot: { tax }, shortGain, longGain }: Proposal): Budget[] {
  const { profile, ytdShort, ytdLong } = tax;
  return [
    { name: 'net gain', code: 'gains-budget', limit: profile.gainsBudget, before: ytdShort + ytdLong, after: ytdShort + ytdLong + shortGain + longGain },
    { name: 'net short-term gain', code: 'short-gains-budget', limit: profile.shortGainsBudget, before: ytdShort, after: ytdShort + shortGain },
    { name: 'tax', code: 'tax-budget', limit: profile.taxBudget, before: yearTax(tax, 0, 0), after: yearTax(tax, shortGain, longGain) },
  ];
}
