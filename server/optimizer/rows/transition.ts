import type { AccountSnapshot } from '../snapshot';
import { gains } from './gains';
import { asDollars, type Policy } from './row';

/**
 * Moving to a model over the setting *Transition months*: net gains of the calendar month stay within what is embedded
 * in the weights above target, month's own gains included, divided by the months left. The setting counts what is left:
 * left alone, each month realizes that share of what remains; lowered month by month, equal parts.
 */
export const transition: Policy = (snapshot) => {
  const { settings, tax, gainsOfMonth, value } = snapshot;
  if (!tax.taxed || settings.transitionMonths <= 0) return [];
  const budget = Math.max(0, embeddedGain(snapshot) + gainsOfMonth) / settings.transitionMonths;
  return [{
    name: `net gains of the month within ${asDollars(budget)}`,
    source: 'Settings: Transition months',
    code: 'transition',
    tier: 'limit',
    expression: { sells: gains(snapshot, () => true) },
    max: Math.max(0, budget - gainsOfMonth) / value,
  }];
};

/** Dollars of gain in what is held above target, each security at the average gain of its lots. */
function embeddedGain({ assets, lots, value }: AccountSnapshot): number {
  return assets.reduce((sum, { weight, target, lots: held }) => {
    if (weight <= target) return sum;
    const gain = held.reduce((total, l) => total + lots[l].weight * lots[l].gain, 0);
    return sum + value * Math.max(0, gain) * (1 - target / weight);
  }, 0);
}
