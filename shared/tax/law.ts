import { isIsoDate } from '../dates';
import type { IsoDate } from '../units';
import lossLimit from './law/capital-loss-limit.json';
import lossLimitSeparate from './law/capital-loss-limit-separate.json';
import longTermHolding from './law/long-term-holding.json';
import niit from './law/net-investment-income-tax.json';
import type { LawFile } from './law-file';
import topLongTermRate from './law/top-long-term-rate.json';
import topOrdinaryRate from './law/top-ordinary-rate.json';
import washSaleWindow from './law/wash-sale-window.json';

/** Every number of the federal tax law that the product knows, by its name in the code. */
export const lawFiles = {
  /** Dollars of net capital loss deductible from ordinary income. */
  ordinaryLossLimit: lossLimit as LawFile,
  /** The same for married couples who file separately. */
  ordinaryLossLimitSeparate: lossLimitSeparate as LawFile,
  /** Days on each side of a loss sale. */
  washWindowDays: washSaleWindow as LawFile,
  /** A gain is long-term when the asset was held for more than this many years. */
  longTermYears: longTermHolding as LawFile,
  topOrdinaryRate: topOrdinaryRate as LawFile,
  topLongTermRate: topLongTermRate as LawFile,
  /** Added to both rates for high incomes. */
  netInvestmentIncomeRate: niit as LawFile,
} satisfies Record<string, LawFile>;

type LawNumbers = { readonly [Name in keyof typeof lawFiles]: number };

/** The law in force on one day. */
export interface Law extends LawNumbers {
  /** `us-2026-5d1f0c3a`: the tax year and a fingerprint of the numbers, so equal versions mean equal law. */
  readonly version: string;
}

/** The first day for which every number is known. */
export const lawKnownFrom: IsoDate = Object.values(lawFiles)
  .map((file) => file.values[0].from)
  .reduce((a, b) => (a > b ? a : b));

/** The law in force on `asOf`. Throws a RangeError before `lawKnownFrom`. */
export function lawAt(asOf: IsoDate): Law {
  if (!isIsoDate(asOf) || asOf < lawKnownFrom) throw new RangeError(`No tax law on file for "${asOf}"; it is known from ${lawKnownFrom}`);
  const period = periods.findLast(({ from }) => from <= asOf) as (typeof periods)[number];
  return { ...period.numbers, version: `us-${asOf.slice(0, 4)}-${period.fingerprint}` };
}

/** Spans of time with one set of numbers, oldest first. */
const periods = [...new Set(allEntries().map((entry) => entry.from))]
  .filter((from) => from >= lawKnownFrom)
  .sort()
  .map((from) => {
    const inForce = Object.entries(lawFiles).map(
      ([name, file]) => [name, file.values.findLast((entry) => entry.from <= from)?.value] as const,
    );
    return { from, numbers: Object.fromEntries(inForce) as LawNumbers, fingerprint: fingerprint(JSON.stringify(inForce)) };
  });

function allEntries(): LawFile['values'] {
  return Object.values(lawFiles).flatMap((file) => file.values);
}

/** The newest law on file, for questions that name no day. */
export function latestLaw(): Law {
  return lawAt(periods[periods.length - 1].from);
}

/** FNV-1a, 32 bits, as eight hexadecimal digits: enough to tell a handful of law versions apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
