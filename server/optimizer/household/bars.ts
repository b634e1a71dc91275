import type { AssetClass, Household, Locality } from '../../../shared/book/book';
import { nameKey } from '../../../shared/book/names';
import type { Plan } from '../plan';
import { localityOf, locationCost, taxDrag } from '../preferences/location';
import { rowsOf } from '../rows';
import type { Bar } from '../snapshot';
import { holdingsOf, type Frame, type Member } from './frame';

/** By account ID: what the accounts do in this run so far. */
export type Plans = ReadonlyMap<string, Plan>;

/** Trades below this weight are a solver's noise. */
const noise = 1e-7;
/** A preferred account has room while more than this part of it need not be there. */
const room = 0.005;

/** All that the rest of the household rules out in one account, given what the others do. */
export function barsFor(frame: Frame, member: Member, plans: Plans): Bar[] {
  return [...churnBars(frame, member, plans), ...foreignBars(frame, member), ...strictBars(frame, member, plans)];
}

/** Worth of a dollar of each asset in the account, a year: minus what its location costs. Zero unless the setting Location asks. */
export function locationWorth({ book, family }: Frame, { account, plain }: Member): Float64Array {
  const isAsked = account.settings.location !== 'Off';
  return Float64Array.from(plain.assets, ({ security }) => (isAsked ? -locationCost(book, family.locationPolicy, security, account) : 0));
}

/** No security is sold in one account and bought in another in one run. */
function churnBars({ family, traded }: Frame, member: Member, plans: Plans): Bar[] {
  return traded.filter((other) => other !== member).flatMap(({ account: { id }, plain }) => {
    const plan = plans.get(id);
    if (!plan) return [];
    const sold = new Set(plain.lots.flatMap(({ asset }, l) => (plan.sells[l] > noise ? [asset] : [])));
    const base = { code: 'sold-in-household', source: `Household ${family.id}: managed Together` };
    return plain.assets.flatMap(({ symbol }, asset): Bar[] => [
      ...(sold.has(asset) ? [{ ...base, asset, side: 'buy' as const, name: `${symbol} is not bought: it is sold in this run in ${id}` }] : []),
      ...(plan.buys[asset] > noise ? [{ ...base, asset, side: 'sell' as const, name: `${symbol} is not sold: it is bought in this run in ${id}` }] : []),
    ]);
  });
}

/** What only other accounts hold counts for risk and is not for sale here. */
export function foreignBars({ family }: Frame, { plain, own }: Member): Bar[] {
  return plain.assets.flatMap(({ symbol }, asset): Bar[] => (own.has(symbol) ? [] : [{
    asset, side: 'buy', code: 'held-in-household', name: `${symbol} is not bought: it is no part of the model`, source: `Household ${family.id}: managed Together`,
  }]));
}

/** Under Strict nothing is bought in an account while one that its class prefers could take it and still holds what need not be there. */
export function strictBars(frame: Frame, member: Member, plans: Plans = new Map()): Bar[] {
  const { book, family } = frame;
  if (member.account.settings.location !== 'Strict' || family.locationPolicy === 'Off') return [];
  const wanted = member.plain.assets.map((_, i) => wantedAt(frame, i));
  const roomy = frame.traded.filter((other) => other !== member && hasRoom(other, wanted, plans.get(other.account.id)));
  const barred = new Map(roomy.map((other) => [other, unbuyable(other)]));
  const classOf = (i: number): string => member.plain.assets[i].security.assetClass;
  return member.plain.assets.flatMap(({ symbol }, asset): Bar[] => {
    const better = roomy.find((other) => choiceOf(wanted[asset], other) < choiceOf(wanted[asset], member) && !barred.get(other)!.has(asset));
    return better ? [{
      asset, side: 'buy', code: 'location', name: `${symbol} is not bought: ${better.account.id} has room for ${book.assetClasses.get(nameKey(classOf(asset)))?.name ?? classOf(asset)}`,
      source: 'Settings: Location Strict',
    }] : [];
  });
}

/** Where an asset belongs. By tax: what costs more than the target's average each year belongs outside taxable accounts. */
function wantedAt({ book, family, target, lead, traded }: Frame, i: number): AssetClass['preferredLocation'] {
  const { assets } = traded[0].plain;
  const byPolicy: Readonly<Record<Household['locationPolicy'], () => readonly Locality[]>> = {
    Off: () => [],
    'By asset class': () => book.assetClasses.get(nameKey(assets[i].security.assetClass))?.preferredLocation ?? [],
    'Tax-aware': () => {
      const taxable = traded.find(({ account }) => account.taxType === 'Taxable')?.account ?? lead;
      const drag = (k: number): number => taxDrag(book, assets[k].security, taxable);
      const average = assets.reduce((sum, _, k) => sum + Math.max(0, target[k]) * drag(k), 0) / Math.max(noise, target.reduce((sum, weight) => sum + Math.max(0, weight), 0));
      return drag(i) > average + noise ? ['Tax-deferred', 'Tax-free'] : [];
    },
  };
  return byPolicy[family.locationPolicy]();
}

/** Position of an account in a class's list of locations; beyond its end when not named, 0 when the class goes anywhere. */
function choiceOf(wanted: readonly Locality[], { account }: Member): number {
  if (wanted.length === 0) return 0;
  const at = wanted.indexOf(localityOf(account.taxType));
  return at < 0 ? wanted.length : at;
}

function hasRoom(member: Member, wanted: readonly (readonly Locality[])[], plan: Plan | undefined): boolean {
  const { weights, cash } = holdingsOf(member, plan);
  const misplaced = weights.reduce((sum, weight, i) => sum + (wanted[i].length > 0 && choiceOf(wanted[i], member) === 0 ? 0 : weight), 0);
  return misplaced + Math.max(0, cash - member.plain.cash.floor * member.share) > room * member.share;
}

/** Assets that an account's own rules keep it from buying. */
function unbuyable({ plain }: Member): ReadonlySet<number> {
  return new Set(rowsOf(plain).flatMap(({ tier, max, expression: { buys = [], sells, weights, cash } }) =>
    ((tier === 'fixed' || tier === 'limit') && max === 0 && buys.length === 1 && !sells && !weights && !cash ? [buys[0][0]] : [])));
}
