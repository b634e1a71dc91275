import type { Policy, Row } from './row';

/** What another account of the household must sell is not bought here, and what it must buy is not sold. A limit of one run, as household bars are. */
export const spokenFor: Policy = ({ assets, spokenFor: found = [] }) => found.flatMap(({ symbol, side, accountId, source }): Row[] => {
  const i = assets.findIndex((asset) => asset.symbol === symbol);
  if (i < 0) return [];
  const row = { source, code: 'spoken-for', tier: 'limit' as const, max: 0 };
  if (side === 'sell') return [{ ...row, name: `${symbol} is not bought: it is to be sold in ${accountId}`, expression: { buys: [[i, 1]] } }];
  return assets[i].lots.map((l): Row => ({ ...row, name: `${symbol} is not sold: it is to be bought in ${accountId}`, expression: { sells: [[l, 1]] } }));
});
