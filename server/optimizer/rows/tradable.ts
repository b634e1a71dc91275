import type { Policy, Row } from './row';

/** Securities[Tradable]: `Sell only`, `Hold` and `No` forbid buys, the last two forbid sales as well. */
export const tradable: Policy = ({ assets }) => assets.flatMap(({ security, symbol, lots }, i): Row[] => {
  if (security.tradable === 'Yes') return [];
  const row = { source: `Securities: ${symbol} is ${security.tradable}`, code: 'tradable', tier: 'fixed' as const, max: 0 };
  const buys: Row = { ...row, name: `${symbol} is not bought`, expression: { buys: [[i, 1]] } };
  if (security.tradable === 'Sell only') return [buys];
  return [buys, ...lots.map((l): Row => ({ ...row, name: `${symbol} is not sold`, expression: { sells: [[l, 1]] } }))];
});
