import { proration } from '../../../shared/tax/proration';
import type { Coefficient } from '../linear';
import type { AccountSnapshot } from '../snapshot';
import { yearTax } from '../tax-state';
import { gains } from './gains';
import { asDollars, type Policy, type Row } from './row';

/** A budget already used up forbids using more, never asks to undo what was realized. */
function budgetRow(snapshot: AccountSnapshot, name: string, code: string, source: string, budget: number, used: number, sells: Coefficient[]): Row {
  return { name, code, source, tier: 'limit', expression: { sells }, max: Math.max(0, budget - used) / snapshot.value };
}

/** Net gains of the year stay within the gains budget. */
export const gainsBudget: Policy = (snapshot) => {
  const { profile, ytdShort, ytdLong, taxed } = snapshot.tax;
  if (!taxed || profile.gainsBudget === undefined || profile.budgetIs === 'Warning') return [];
  const budget = profile.gainsBudget * proration(profile.prorate, snapshot.asOf);
  return [budgetRow(snapshot, `net gains of the year within ${asDollars(budget)}`, 'gains-budget',
    `Tax profile ${profile.id}: Gains budget`, budget, ytdShort + ytdLong, gains(snapshot, () => true))];
};

/** Net short-term gains of the year stay within their budget, which is zero under *Avoid short-term gains*. */
export const shortGainsBudget: Policy = (snapshot) => {
  const { profile, ytdShort, taxed } = snapshot.tax;
  const avoid = snapshot.settings.avoidShortTermGains;
  const given = profile.budgetIs === 'Warning' ? undefined : profile.shortGainsBudget;
  const budget = given ?? (avoid ? 0 : undefined);
  if (!taxed || budget === undefined) return [];
  const allowed = budget * proration(profile.prorate, snapshot.asOf);
  return [budgetRow(snapshot, `net short-term gains of the year within ${asDollars(allowed)}`, 'short-gains-budget',
    given === undefined ? 'Settings: Avoid short-term gains' : `Tax profile ${profile.id}: Short-term gains budget`,
    allowed, ytdShort, gains(snapshot, (term) => term === 'Short'))];
};

/** Tax of the year stays within the tax budget. */
export const taxBudget: Policy = (snapshot) => {
  const { profile, taxed } = snapshot.tax;
  if (!taxed || profile.taxBudget === undefined || profile.budgetIs === 'Warning') return [];
  const budget = profile.taxBudget * proration(profile.prorate, snapshot.asOf);
  return [{
    name: `tax of the year within ${asDollars(budget)}`,
    source: `Tax profile ${profile.id}: Tax budget`,
    code: 'tax-budget',
    tier: 'limit',
    expression: {},
    max: Math.max(budget, yearTax(snapshot.tax, 0, 0)) / snapshot.value,
    measure: 'tax',
  }];
};
