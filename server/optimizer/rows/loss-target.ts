import { gains } from './gains';
import { asDollars, type Policy } from './row';

/**
 * Harvesting stops at the loss target of the tax profile: the plan may not carry the year's net loss past it. Gains
 * sold beside make room for losses; a target already passed asks for nothing back.
 */
export const lossTarget: Policy = (snapshot) => {
  const { profile, ytdShort, ytdLong, taxed } = snapshot.tax;
  if (!taxed || profile.lossTarget === undefined) return [];
  const wanted = Math.abs(profile.lossTarget);
  const room = Math.max(0, wanted + ytdShort + ytdLong);
  return [{
    name: `net losses of the year up to ${asDollars(wanted)}`,
    source: `Tax profile ${profile.id}: Loss target`,
    code: 'loss-target',
    tier: 'limit',
    expression: { sells: gains(snapshot, () => true) },
    min: -room / snapshot.value,
  }];
};
