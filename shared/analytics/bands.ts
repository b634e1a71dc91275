/** Tolerance bands: how far a weight may be from its target before it calls for a trade. */

/** A band's half width: points of weight, a share of the target, or the smaller of both. Fractions; without either, no limit. */
export interface BandRule {
  /** Weight on each side, `5%` → 0.05. */
  readonly absolute?: number;
  /** Share of the target on each side, `20% relative` → 0.2. */
  readonly relative?: number;
}

export interface Band {
  readonly min: number;
  readonly max: number;
}

const number = String.raw`(\d+(?:\.\d+)?|\.\d+)`;
const absoluteForm = new RegExp(`^${number}\\s*%(?:\\s*abs(?:olute)?)?$`);
const relativeForm = new RegExp(`^${number}\\s*%\\s*rel(?:ative)?$`);
const pairForm = new RegExp(`^${number}\\s*%?\\s*/\\s*${number}\\s*%?$`);

/**
 * Reads a band as the settings spell it: `5%` (points of weight), `20% relative` (share of the target),
 * `5/25` (5 points or 25 % of the target, whichever is smaller). `undefined` for anything else.
 */
export function parseBand(text: string): BandRule | undefined {
  const plain = text.trim().toLowerCase();
  const percent = (digits: string): number => Number(digits) / 100;
  const absolute = absoluteForm.exec(plain);
  if (absolute) return { absolute: percent(absolute[1]) };
  const relative = relativeForm.exec(plain);
  if (relative) return { relative: percent(relative[1]) };
  const pair = pairForm.exec(plain);
  return pair ? { absolute: percent(pair[1]), relative: percent(pair[2]) } : undefined;
}

/** The band around a target. It stays between 0 and 100 %, and always holds the target. */
export function bandAround(target: number, { absolute = Infinity, relative }: BandRule): Band {
  const width = relative === undefined ? absolute : Math.min(absolute, relative * Math.abs(target));
  return { min: Math.min(target, Math.max(0, target - width)), max: Math.max(target, Math.min(1, target + width)) };
}

export type BandStanding = 'In band' | 'Over' | 'Under';

/** Weights are computed by division; a hair's breadth outside the band is inside it. */
const tolerance = 1e-9;

/** Where a weight stands against its band; the edges are inside. */
export function standing(weight: number, { min, max }: Band): BandStanding {
  if (weight > max + tolerance) return 'Over';
  return weight < min - tolerance ? 'Under' : 'In band';
}
