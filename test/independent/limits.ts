import type { Account, Book } from '../../shared/book/book';
import { expandTarget } from '../../shared/book/target';
import type { Facts } from './facts';

/** A rule as `coefficients of sales · s + of purchases · b ≤ limit`, fractions of account value. */
export interface Limit {
  readonly name: string;
  readonly sells: Float64Array;
  readonly buys: Float64Array;
  readonly limit: number;
}

/** Every rule of an account as half-spaces over its sales and purchases, from the book's rows and engine.md section 5. */
export function limitsOf(book: Book, account: Account, facts: Facts): Limit[] {
  const { settings, tax } = account;
  const all = facts.symbols.map((_, i) => i);
  const symbol = (name: string): number[] => all.filter((i) => facts.symbols[i] === name);
  const make = (name: string, limit: number, ofSale: (l: number) => number, ofBuy: (i: number) => number): Limit =>
    ({ name, limit, sells: Float64Array.from(facts.lots, (_, l) => ofSale(l)), buys: Float64Array.from(facts.symbols, (_, i) => ofBuy(i)) });
  const held = (members: readonly number[]): number => members.reduce((sum, i) => sum + facts.weights[i], 0);
  const atMost = (name: string, members: readonly number[], most: number, sign = 1): Limit =>
    make(name, sign * (most - held(members)), (l) => (members.includes(facts.lots[l].asset) ? -sign : 0), (i) => (members.includes(i) ? sign : 0));
  const gains = (name: string, budget: number, used: number, counts: (l: number) => boolean): Limit =>
    make(name, Math.max(0, budget - used) / facts.value, (l) => (counts(l) ? facts.lots[l].gain : 0), () => 0);
  const bands = expandTarget(book, account).groups.flatMap(({ name, members, min, max }) => {
    const inside = members.flatMap(symbol);
    if (inside.length === 0) return [];
    return [...(max === undefined ? [] : [atMost(`${name} band`, inside, max)]), ...(min === undefined ? [] : [atMost(`${name} band`, inside, min, -1)])];
  });
  const rules = account.restrictions.flatMap(({ rule, value, limit = 0 }) => {
    if (rule === 'Max %') return [atMost(`max ${value}`, symbol(value), limit)];
    if (rule === 'Min %') return [atMost(`min ${value}`, symbol(value), limit, -1)];
    return rule === 'Never own' ? [atMost(`own ${value}`, symbol(value), 0)] : [];
  });
  return [
    make('cash', facts.cash, () => -1, () => 1),
    ...bands, ...rules.filter(({ sells, buys }) => sells.some(Boolean) || buys.some(Boolean)),
    ...(settings.maxTurnover === undefined ? [] : [make('turnover', settings.maxTurnover, () => 0.5, () => 0.5)]),
    ...(facts.taxed && tax.gainsBudget !== undefined ? [gains('gains budget', tax.gainsBudget, tax.ytdShort + tax.ytdLong, () => true)] : []),
    ...(facts.taxed && settings.avoidShortTermGains ? [gains('short gains', 0, tax.ytdShort, (l) => facts.lots[l].isShort)] : []),
  ];
}

/** Trades that no plan may contain: by restriction, and gains that are nearly long-term. */
export function forbidden({ restrictions }: Account, { symbols, lots, taxed }: Facts): { sells: Set<number>; buys: Set<number> } {
  const named = (...rules: string[]): Set<string> => new Set(restrictions.filter(({ rule }) => rules.includes(rule)).map(({ value }) => value));
  const [noSale, noBuy] = [named('Never sell'), named('Never buy', 'Never own')];
  return {
    sells: new Set(lots.flatMap(({ asset, waits }, l) => (noSale.has(symbols[asset]) || (taxed && waits) ? [l] : []))),
    buys: new Set(symbols.flatMap((symbol, i) => (noBuy.has(symbol) ? [i] : []))),
  };
}
