import { daysBetween } from '../../../shared/dates';
import type { Policy, Row } from './row';

/**
 * What distributes soon is not bought where income is taxed: part of the price would come back as income (IRC §301(c)(1),
 * §852(b)(3)(B) for a fund's gains). On the ex-date itself a buyer no longer receives it.
 */
export const distributions: Policy = ({ assets, settings, tax, asOf }) => assets.flatMap(({ security, symbol }, i): Row[] => {
  const day = security.nextDistribution;
  if (!tax.taxed || day === undefined) return [];
  const days = daysBetween(asOf, day);
  if (days <= 0 || days > settings.avoidBuyingBeforeDistribution) return [];
  return [{
    name: `${symbol} is not bought before its distribution of ${day}`,
    source: 'Settings: Avoid buying before distribution',
    code: 'distribution',
    tier: 'limit',
    expression: { buys: [[i, 1]] },
    max: 0,
  }];
});
