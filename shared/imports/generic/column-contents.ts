import { isCusip, isIsin } from '../../checks/security-numbers';
import { parseAmount, type DecimalMark } from './amounts';
import { parseDay, isNoDay } from './days';
import { holds, type GenericField, type Holds } from './meanings';
import { restoreCusip } from '../table/cusip';
import { isSedol } from './security-id';

/** What the cells of a column look like: how many of those that hold something are a number, a day, a ticker and so on. */
export interface ColumnContents {
  /** Cells that hold something. */
  readonly filled: number;
  readonly distinct: number;
  readonly share: Readonly<Record<Look, number>>;
}

const looks = {
  number: (text: string, decimal: DecimalMark) => /\d/.test(text) && !text.includes('%') && !Number.isNaN(parseAmount(text, decimal)),
  percent: (text: string) => /\d\s?%\)?$/.test(text),
  day: (text: string) => text.length >= 5 && text.length < 45 && /\d/.test(text) && (parseDay(text, 'month first') ?? parseDay(text, 'day first')) !== null,
  ticker: (text: string) => /^\$?[A-Z][A-Z0-9]{0,5}(?:[./ -][A-Z]{1,3})?\*{0,2}$/.test(text),
  cusip: (text: string) => isCusip(text) || restoreCusip(text) !== null,
  isin: isIsin,
  sedol: isSedol,
  currency: (text: string) => /^(?:USD|EUR|GBP|CAD|CHF|JPY|AUD|HKD|SEK|NOK|DKK|MXN|SGD|NZD|INR|BRL|ZAR|CNY|ILS|GBX)$/.test(text),
  action: (text: string) =>
    /(?<![a-z])(?:buy|bought|sell|sold|sale|purchase|dividend|div|interest|reinvest\w*|deposit|withdrawal|fee|split|transfer|journal\w*|merger|contribution|distribution|redemption|ach|wire|kauf|verkauf|dividende|zinsen)s?(?![a-z])/i.test(text),
  term: (text: string) => /^(?:(?:short|long)(?:[\s-]?term)?|[ls]t?|(?:short|long)-?t.*)$/i.test(text),
  flag: (text: string) => /^(?:yes|no|y|n|true|false|w)$/i.test(text),
  registration: (text: string) => /^(?:cash|margin|short|dvp|type \d)$/i.test(text),
  words: (text: string) => /[A-Za-z]{2}.*\s.*[A-Za-z]/.test(text),
  code: (text: string) => /\d/.test(text) && /^[A-Z0-9*.-]{3,24}$/i.test(text),
  integer: (text: string) => /^-?\d+$/.test(text),
} as const satisfies Record<string, (text: string, decimal: DecimalMark) => boolean>;

type Look = keyof typeof looks;

const names = Object.keys(looks) as Look[];

/** Looks at the cells of a column. */
export function readContents(cells: Iterable<string>, decimal: DecimalMark): ColumnContents {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Look, number>;
  const seen = new Set<string>();
  let filled = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (isNoDay(text)) continue;
    filled += 1;
    seen.add(text);
    for (const name of names) if (looks[name](text, decimal)) counts[name] += 1;
  }
  const share = Object.fromEntries(names.map((name) => [name, filled === 0 ? 0 : counts[name] / filled])) as Record<Look, number>;
  return { filled, distinct: seen.size, share };
}

/** How well contents suit a meaning, 0 to 1. An empty column contradicts nothing and supports nothing. */
export function suits(field: GenericField, { filled, share }: ColumnContents): number {
  if (filled === 0) return 0.6;
  return suitability[holds[field]](share, field);
}

const atLeast = (least: number, value: number) => least + (1 - least) * Math.min(1, value);

const suitability: Readonly<Record<Holds, (share: ColumnContents['share'], field: GenericField) => number>> = {
  number: (share) => atLeast(0.1, share.number + share.percent * 0.1),
  day: (share) => atLeast(0.1, share.day),
  symbol: symbolLike,
  cusip: (share) => atLeast(0.15, Math.max(share.cusip, share.code * 0.8)),
  isin: (share) => atLeast(0.15, share.isin),
  sedol: (share) => atLeast(0.15, Math.max(share.sedol, share.code * 0.5)),
  currency: (share) => atLeast(0.1, share.currency),
  action: (share) => atLeast(0.3, share.action),
  term: (share) => atLeast(0.3, share.term),
  flag: (share) => atLeast(0.4, share.flag),
  text: (share, field) => (textLike[field] ?? (({ day, integer }) => 1 - 0.7 * Math.max(day - integer, 0)))(share),
};

/** A security is named by a ticker or a number; the words of a description only where nothing else names it. */
function symbolLike(share: ColumnContents['share']): number {
  const named = Math.max(share.ticker, share.cusip, share.isin, share.ticker + share.cusip * (1 - share.ticker));
  // Lots may be labelled by their day.
  const rest = 1 - (share.day > 0.8 ? 0 : share.day);
  return Math.min(1, 0.5 + 0.5 * Math.min(1, named / rest) + 0.2 * share.words * named);
}

const textLike: Readonly<Partial<Record<GenericField, (share: ColumnContents['share']) => number>>> = {
  description: ({ ticker, cusip, number, day }) => 1 - 0.45 * Math.max(ticker, cusip) - 0.8 * Math.max(number * (1 - ticker), day),
  assetClass: ({ action, registration, number, day }) => 1 - 0.6 * Math.max(action, registration) - 0.8 * Math.max(number, day),
  accountType: ({ action, number, day, registration }) => 1 - 0.6 * action * (1 - registration) - 0.8 * Math.max(number, day),
  accountName: ({ number, day }) => 1 - 0.7 * Math.max(number, day),
  account: ({ day, number, integer }) => 1 - 0.8 * Math.max(day - integer, 0) - 0.5 * Math.max(number - integer, 0),
};
