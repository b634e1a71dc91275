import { addDays, daysBetween } from '../../../shared/dates';
import type { Policy, Row } from './row';

/** A lot younger than the setting *Minimum holding period* is kept; days count from its purchase, not from a tacked one. */
export const holdingPeriod: Policy = ({ lots, assets, settings, asOf }) => lots.flatMap(({ lot, asset }, l): Row[] => {
  const days = settings.minimumHoldingPeriod;
  if (lot.acquired === null || daysBetween(lot.acquired, asOf) >= days) return [];
  return [{
    name: `${assets[asset].symbol} lot ${lot.id} is kept until ${addDays(lot.acquired, days)}`,
    source: 'Settings: Minimum holding period',
    code: 'holding-period',
    tier: 'limit',
    expression: { sells: [[l, 1]] },
    max: 0,
  }];
});
