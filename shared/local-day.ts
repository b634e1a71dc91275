import type { IsoDate } from './units';

const two = (part: number): string => String(part).padStart(2, '0');

/** The day on the user's clock, `2026-11-20`. */
export const localDay = (now: Date): IsoDate => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

/** `09:31`, on the user's clock. */
export const localTime = (now: Date): string => `${two(now.getHours())}:${two(now.getMinutes())}`;

/** `2026-11-20 09:31:05`, on the user's clock. */
export const localMoment = (now: Date): string => `${localDay(now)} ${localTime(now)}:${two(now.getSeconds())}`;
