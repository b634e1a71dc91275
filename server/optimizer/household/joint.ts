import type { Settings } from '../../../shared/book/settings';
import { rowsOf } from '../rows';
import type { Row } from '../rows/row';
import type { SharePlan } from '../shares';
import type { AccountSnapshot, Asset, LotFacts } from '../snapshot';
import { addUp, holdingsOf, type Frame, type Member } from './frame';
import { foreignBars, locationWorth, strictBars } from './bars';

/** Larger households start from no trade: the joint problem has a column for every security in every account. */
const mostPairs = 400;
/** Cost of a dollar traded where the household would rather not trade: it breaks ties (0.02 bp), and no score counts it. */
export const otherPlace = 2e-6;

/** A household as one snapshot, and how its plan comes apart into the accounts' own. */
export interface Joint {
  readonly snapshot: AccountSnapshot;
  /** Shares of each traded account, in the frame's order. */
  split(shares: SharePlan): SharePlan[];
}

/** Settings under which the joint plan is free of roundings and of what belongs to single accounts; those are in its rows. */
const free: Partial<Settings> = {
  style: 'Full', fractionalShares: true, minimumTrade: 0, minimumTradePercent: 0, minimumPosition: 0,
  maxTurnover: undefined, maximumTrades: undefined, maxTrackingError: undefined,
};

/**
 * All accounts as one: an asset for every security in every account, each account's own rows in its own weights, the household's
 * bands over all, and one covariance in which the specific risk of a security is a factor of all its positions. Undefined when
 * that would be too large. Several tax profiles are taken for the largest taxable account's: a start, not an answer.
 */
export function jointOf(frame: Frame, banned: readonly Row[] = []): Joint | undefined {
  const { traded, counted } = frame;
  const size = frame.target.length;
  if (traded.length * size > mostPairs) return undefined;
  const asset0 = traded.map((_, k) => k * size);
  const lot0 = traded.map((_, k) => traded.slice(0, k).reduce((sum, { plain }) => sum + plain.lots.length, 0));
  const rest = addUp(counted.map((member) => holdingsOf(member)), size);
  const [lead] = traded.filter(({ account }) => account.id === frame.lead.id);
  const taxed = [...traded].sort((a, b) => b.share - a.share).find(({ plain }) => plain.tax.taxed) ?? lead;
  const assets = traded.flatMap((member, k) => jointAssets(frame, member, k, lot0[k], rest.weights));
  const lots = traded.flatMap(({ plain, share }, k) => plain.lots.map((lot): LotFacts => ({ ...lot, asset: asset0[k] + lot.asset, weight: share * lot.weight })));
  const sum = (part: (member: Member) => number): number => traded.reduce((total, member) => total + part(member), 0);
  const own = traded.flatMap((member, k) => accountRows(frame, member, asset0[k], lot0[k], member === taxed));
  const snapshot: AccountSnapshot = {
    ...lead.plain, assets, lots, value: frame.value, tax: taxed.plain.tax, restrictions: [],
    settings: { ...lead.plain.settings, ...free },
    risk: jointRisk(lead.plain, traded.length),
    cash: {
      dollars: sum(({ plain }) => plain.cash.dollars), due: sum(({ plain }) => plain.cash.due), reserve: sum(({ plain }) => plain.cash.reserve),
      weight: sum(({ plain, share }) => share * plain.cash.weight), target: frame.cashTarget - rest.cash, floor: sum(({ plain, share }) => share * plain.cash.floor),
    },
    target: { ...lead.plain.target, groups: [] },
    rows: [...own, ...householdRows(frame, rest), ...banned],
  };
  return { snapshot, split: (shares) => traded.map(({ plain }, k) => ({
    sells: shares.sells.slice(lot0[k], lot0[k] + plain.lots.length), buys: shares.buys.slice(asset0[k], asset0[k] + size),
  })) };
}

/** The first account carries the target: risk sees only a security's sum over the accounts. */
function jointAssets(frame: Frame, member: Member, k: number, lot0: number, rest: Float64Array): Asset[] {
  const { plain, share, account } = member;
  const worth = locationWorth(frame, member);
  const { preferTradesIn } = frame.family;
  const isAway = preferTradesIn !== 'No preference' && (preferTradesIn === 'Taxable first') !== (account.taxType === 'Taxable');
  return plain.assets.map((asset, i): Asset => {
    const { held, bought, sold } = asset.preference;
    const away = isAway ? otherPlace : 0;
    return {
      ...asset, weight: share * asset.weight, target: k === 0 ? frame.target[i] - rest[i] : 0, lots: asset.lots.map((l) => lot0 + l),
      preference: { held: held + worth[i], bought: bought + away, sold: sold + away },
    };
  });
}

/** The covariance of one account's universe, repeated: every position of a security moves with all others of it. */
function jointRisk({ risk, assets }: AccountSnapshot, accounts: number): AccountSnapshot['risk'] {
  const size = risk.size + assets.length;
  const loadings = new Float64Array(accounts * assets.length * size);
  for (let k = 0; k < accounts; k += 1) {
    for (let i = 0; i < assets.length; i += 1) {
      const row = (k * assets.length + i) * size;
      loadings.set(risk.loadings.subarray(i * risk.size, (i + 1) * risk.size), row);
      loadings[row + risk.size + i] = Math.sqrt(risk.specific[i]);
    }
  }
  return { ...risk, size, loadings, specific: new Float64Array(accounts * assets.length) };
}

/** An account's own rows over the joint plan, in fractions of household value; bands and the cash ceiling are the household's. */
function accountRows(frame: Frame, member: Member, asset0: number, lot0: number, withTax: boolean): Row[] {
  const { plain, share } = member;
  const rows = rowsOf({ ...plain, target: { ...plain.target, groups: [] }, cash: { ...plain.cash, ceiling: undefined } })
    .filter(({ measure, code }) => (!measure || (measure === 'tax' && withTax)) && !(code === 'style' && plain.settings.style === 'To band edge'));
  const bars = [...foreignBars(frame, member), ...strictBars(frame, member)].map(({ asset, name, source, code }): Row =>
    ({ name, source, code, tier: 'limit', expression: { buys: [[asset, 1]] }, max: 0 }));
  return [...rows, ...bars].map((row) => jointRow(row, plain, share, asset0, lot0));
}

/** A row in account weights, times the account's share. Its cash is what its own trades leave of it. */
function jointRow(row: Row, plain: AccountSnapshot, share: number, asset0: number, lot0: number): Row {
  const { sells = [], buys = [], weights = [], cash = 0, constant = 0 } = row.expression;
  const shifted = (entries: NonNullable<Row['expression']['sells']>, by: number) => entries.map(([at, factor]) => [at + by, factor] as const);
  return {
    ...row,
    expression: {
      sells: merged([...shifted(sells, lot0), ...(cash === 0 ? [] : plain.lots.map(({ fee }, l) => [lot0 + l, cash * (1 - fee)] as const))]),
      buys: merged([...shifted(buys, asset0), ...(cash === 0 ? [] : plain.assets.map((_, i) => [asset0 + i, -cash] as const))]),
      weights: shifted(weights, asset0),
      constant: share * (constant + cash * plain.cash.weight),
    },
    min: row.min === undefined ? undefined : row.min * share,
    max: row.max === undefined ? undefined : row.max * share,
  };
}

function merged(entries: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const sums = new Map<number, number>();
  for (const [at, factor] of entries) sums.set(at, (sums.get(at) ?? 0) + factor);
  return [...sums];
}

/** Bands and cash ceiling of the whole, less what accounts that do not trade hold. */
function householdRows({ groups, cashCeiling, traded }: Frame, rest: { weights: Float64Array; cash: number }): Row[] {
  const { assets } = traded[0].plain;
  const index = new Map(assets.map(({ symbol }, i) => [symbol, i]));
  const bands = groups.filter(({ min, max }) => min !== undefined || max !== undefined).map(({ name, source, members, min, max }): Row => {
    const here = members.flatMap((symbol) => index.get(symbol) ?? []);
    const elsewhere = here.reduce((sum, i) => sum + rest.weights[i], 0);
    return {
      name, source, code: 'band', tier: 'repair',
      expression: { weights: traded.flatMap((_, k) => here.map((i) => [k * assets.length + i, 1] as const)) },
      min: min === undefined ? undefined : min - elsewhere, max: max === undefined ? undefined : max - elsewhere,
    };
  });
  if (cashCeiling === undefined) return bands;
  return [...bands, { name: 'cash of the household', source: 'Settings: Cash maximum', code: 'cash-ceiling', tier: 'repair', expression: { cash: 1 }, max: cashCeiling - rest.cash }];
}
