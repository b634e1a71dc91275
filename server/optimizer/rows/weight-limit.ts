import type { Restriction } from '../../../shared/book/book';
import type { Linear } from '../linear';
import type { AccountSnapshot } from '../snapshot';
import { asDollars, asPercent, fromRestriction, type Row, type Rule } from './row';
import { subjectAssets } from './subject';

/** One row over the subject's weights; `per` turns a unit of weight into the limit's unit. */
function limitRow(
  restriction: Restriction,
  snapshot: AccountSnapshot,
  code: string,
  bound: (limit: number) => Pick<Row, 'name' | 'min' | 'max'>,
  { assets = subjectAssets(restriction, snapshot), per = () => 1 }: { assets?: readonly number[]; per?: (asset: number) => number } = {},
): Row[] {
  if (assets.length === 0 || restriction.limit === undefined) return [];
  const expression: Linear = { weights: assets.map((i) => [i, per(i)]) };
  return [{ ...fromRestriction(restriction, code), ...bound(restriction.limit), expression }];
}

/** The subject may not exceed a share of the account. */
export const maxPercent: Rule = (restriction, snapshot, assets) =>
  limitRow(restriction, snapshot, 'max-percent', (max) => ({ name: `no more than ${asPercent(max)} in ${restriction.value}`, max }), { assets });

/** The subject may not fall below a share of the account. */
export const minPercent: Rule = (restriction, snapshot) =>
  limitRow(restriction, snapshot, 'min-percent', (min) => ({ name: `at least ${asPercent(min)} in ${restriction.value}`, min }));

/** The subject may not exceed an amount of dollars. */
export const maxDollars: Rule = (restriction, snapshot) =>
  limitRow(restriction, snapshot, 'max-dollars', (limit) => ({
    name: `no more than ${asDollars(limit)} in ${restriction.value}`, max: limit / snapshot.value,
  }));

/**
 * The subject may not exceed a number of shares. The row is kept in weights at the dearest price of the subject,
 * so that for one symbol a unit of violation is a unit of account value.
 */
export const maxQuantity: Rule = (restriction, snapshot) => {
  const dearest = Math.max(...subjectAssets(restriction, snapshot).map((i) => snapshot.assets[i].price), 0);
  return limitRow(restriction, snapshot, 'max-quantity', (limit) => ({
    name: `no more than ${limit} shares of ${restriction.value}`, max: (limit * dearest) / snapshot.value,
  }), { per: (i) => dearest / snapshot.assets[i].price });
};
