import { issueOf, type Repair } from './repair';

/** A repair that someone has asked for: a code, and a way where there are several: `G09:day`. */
export interface Wish {
  readonly code: string;
  readonly way?: string;
}

/** What is to be written, and what waits for a person. */
export interface Choice {
  readonly chosen: readonly Repair[];
  /** Repairs that nobody has asked for, or of which one of several ways must be named. */
  readonly open: readonly Repair[];
}

/** Reads `H09,G09:day`; codes in any case. */
export function parseWishes(text: string): Wish[] {
  return text.split(',').map((part) => part.trim()).filter(Boolean).map((part) => {
    const [code, way] = part.split(':');
    return way === undefined ? { code: code.toUpperCase() } : { code: code.toUpperCase(), way: way.toLowerCase() };
  });
}

/**
 * Chooses among the repairs of a workbook. Without wishes: those that change no figure REBAL would read, no date and no row.
 * With wishes: every repair of the codes; of several ways the one that is named.
 */
export function chooseRepairs(repairs: readonly Repair[], wishes?: readonly Wish[]): Choice {
  return split(repairs, (repair, ways) => {
    if (wishes === undefined) return !repair.asks;
    const asked = wishes.filter(({ code }) => code === repair.code);
    return asked.some(({ way }) => (way === undefined ? ways === 1 || repair.way === '' : way === repair.way));
  });
}

/** Chooses the repairs of the issues that people ticked; `isTicked` knows them. An issue with several ways stays open. */
export function chooseTicked(repairs: readonly Repair[], isTicked: (repair: Repair) => boolean): Choice {
  return split(repairs, (repair, ways) => isTicked(repair) && (ways === 1 || repair.way === ''));
}

function split(repairs: readonly Repair[], isChosen: (repair: Repair, ways: number) => boolean): Choice {
  const ways = new Map<string, number>();
  for (const repair of repairs) ways.set(issueOf(repair), (ways.get(issueOf(repair)) ?? 0) + 1);
  const chosen = repairs.filter((repair) => isChosen(repair, ways.get(issueOf(repair)) ?? 1));
  const settled = new Set(chosen.map(issueOf));
  return { chosen, open: repairs.filter((repair) => !settled.has(issueOf(repair))) };
}
