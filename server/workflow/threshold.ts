import type { Settings } from '../../shared/book/settings';
import { daysBetween } from '../../shared/dates';
import type { IsoDate } from '../../shared/units';

/**
 * The score (basis points) an account must reach to trade without a mandate: high right after a trade, falling by half
 * of what is left every half-life to the setting *Minimum score*. An account that never traded has the minimum.
 */
export function scoreThreshold(settings: Pick<Settings, 'minimumScore' | 'scoreAfterATrade' | 'scoreHalfLife'>, asOf: IsoDate, lastTraded?: IsoDate): number {
  const { minimumScore: floor, scoreAfterATrade, scoreHalfLife } = settings;
  const start = Math.max(floor, scoreAfterATrade);
  if (lastTraded === undefined || lastTraded > asOf) return floor;
  if (scoreHalfLife <= 0) return floor;
  return floor + (start - floor) * 2 ** (-daysBetween(lastTraded, asOf) / scoreHalfLife);
}
