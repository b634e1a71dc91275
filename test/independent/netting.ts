import type { Account } from '../../shared/book/book';

/** A plane of the convex pieces: `short·S + long·L + constant` in fractions of account value, S and L realized by the plan. */
export interface TaxPlane {
  readonly short: number;
  readonly long: number;
  readonly constant: number;
}

/** The ordinary-income offset of 2026 (IRC §1211(b)). */
const offset = 3000;
const care = { Off: 0, Low: 0.5, Medium: 1, High: 1.5 } as const;

function weights({ settings }: Account): { plus: number; minus: number } {
  const plus = care[settings.taxCare];
  const harvest = settings.harvestLosses === 'Off' ? 0 : 1;
  return { plus, minus: plus === 0 ? harvest : Math.min(plus, harvest) };
}

/** T(S, L) of engine.md section 4, dollars; the region's own formula, case by case. */
export function taxOf(S: number, L: number, shortRate: number, longRate: number): number {
  const N = S + L;
  const carried = longRate / 2;
  if (S >= 0 && L >= 0) return shortRate * S + longRate * L;
  if (S >= 0 && N >= 0) return shortRate * N;
  if (N >= 0) return longRate * N;
  return N >= -offset ? shortRate * N : -shortRate * offset + carried * (N + offset);
}

/** What the change of the year's tax is worth, dollars, for a plan that realizes `short` and `long` dollars. */
export function taxCost(account: Account, short: number, long: number): number {
  const { tax: { ytdShort, ytdLong, shortRate, longRate } } = account;
  const added = taxOf(ytdShort + short, ytdLong + long, shortRate, longRate) - taxOf(ytdShort, ytdLong, shortRate, longRate);
  const { plus, minus } = weights(account);
  return plus * Math.max(added, 0) - minus * Math.max(-added, 0);
}

/** The two convex functions of engine.md section 4, priced; with tax care off, nothing at all is a piece of its own. */
export function taxPieces(account: Account, value: number): TaxPlane[][] {
  const { tax: { ytdShort, ytdLong, shortRate, longRate } } = account;
  const { plus, minus } = weights(account);
  const carried = longRate / 2;
  const tail = [carried, carried, -(shortRate - carried) * offset] as const;
  const g1 = [[shortRate, longRate, 0], [longRate, longRate, 0], tail] as const;
  const g2 = [[shortRate, shortRate, 0], tail] as const;
  const before = taxOf(ytdShort, ytdLong, shortRate, longRate);
  const priced = (planes: readonly (readonly [number, number, number])[], by: number): TaxPlane[] => planes.map(([short, long, constant]) => ({
    short: by * short, long: by * long, constant: (by * (constant + short * ytdShort + long * ytdLong - before)) / value,
  }));
  if (plus === 0) return minus === 0 ? [[]] : [[], priced(g1, minus), priced(g2, minus)];
  return [g1, g2].map((planes) => [...priced(planes, plus), ...priced(planes, minus)]);
}
