import type { Row } from './row';
import type { Policy } from './row';

/** Gain lots close to long-term wait, and lots of unknown basis are kept when the setting says so. */
export const lotHolds: Policy = ({ lots, assets, settings }) => lots.flatMap((lot, l): Row[] => {
  const lotName = `${assets[lot.asset].symbol} lot ${lot.lot.id}`;
  const expression = { sells: [[l, 1] as const] };
  if (lot.locked) {
    return [{
      name: `${lotName} is not sold: its basis or date is unknown`, source: 'Settings: Unknown basis',
      code: 'unknown-basis', tier: 'fixed', expression, max: 0,
    }];
  }
  if (lot.term === 'Short' && lot.gain > 0 && lot.daysToLongTerm > 0 && lot.daysToLongTerm <= settings.longTermWait) {
    return [{
      name: `${lotName} waits: long-term on ${lot.longTermFrom}`, source: 'Settings: Long-term wait',
      code: 'long-term-wait', tier: 'limit', expression, max: 0,
    }];
  }
  return [];
});
