import type { IsoDate } from '../units';

/** Share of a yearly budget that may be used by `asOf`. */
export function proration(prorate: 'No' | 'Monthly' | 'Quarterly', asOf: IsoDate): number {
  const month = Number(asOf.slice(5, 7));
  if (prorate === 'Monthly') return month / 12;
  return prorate === 'Quarterly' ? Math.ceil(month / 3) / 4 : 1;
}
