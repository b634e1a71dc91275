import type { Policy, Row } from './row';

/**
 * What the rest of a household managed Together rules out in this account: no security is sold in one account and bought in
 * another in the same run, and under *Strict* nothing is bought where it does not belong. Limits of one run: only a
 * shortfall of mandated cash relaxes them.
 */
export const householdBars: Policy = ({ household, assets }) => (household?.bars ?? []).flatMap(({ asset, side, code, name, source }): Row[] => {
  const row = { name, source, code, tier: 'limit' as const, max: 0 };
  if (side === 'buy') return [{ ...row, expression: { buys: [[asset, 1]] } }];
  return assets[asset].lots.map((l) => ({ ...row, expression: { sells: [[l, 1]] } }));
});
