/** `$41,280`, `–$1,120`: whole dollars, for totals in the pane. */
export const wholeDollars = (dollars: number): string =>
  `${Math.round(dollars) < 0 ? '–' : ''}$${Math.abs(Math.round(dollars)).toLocaleString('en-US')}`;

/** `6.1 bp` */
export const basisPoints = (bp: number): string => `${(Math.round(bp * 10) / 10).toLocaleString('en-US', { minimumFractionDigits: 1 })} bp`;

/** `under 1 s`, `41 s`, `2 min 5 s`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole === 0) return 'under 1 s';
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Seconds left when `done` of `total` took `elapsed` seconds; undefined while it is too early to tell. */
export function secondsLeft(done: number, total: number, elapsed: number): number | undefined {
  return done < 3 || elapsed < 2 ? undefined : (elapsed / done) * (total - done);
}
