import { isLossBlocked } from '../wash-state';
import type { Policy, Row } from './row';

/**
 * Section 1091 across the household: no purchase in a class sold at a loss within the window, no sale at a loss
 * in a class bought within it. What one run would do to itself is decided by branching, see conflicts.ts and search.ts.
 */
export const washSales: Policy = ({ assets, lots, wash, settings }) => {
  if (settings.washSaleIs === 'Warn') return [];
  return assets.flatMap(({ symbol, security, lots: held }, i): Row[] => {
    const state = wash.get(security.washClass);
    if (!state) return [];
    const row = { source: 'IRC §1091', code: 'wash-sale', tier: 'fixed' as const, max: 0 };
    return [
      ...(state.buyBlocked ? [{ ...row, name: `${symbol} is not bought: ${state.buyBlocked}`, expression: { buys: [[i, 1] as const] } }] : []),
      ...(state.lossBlocked ? held.filter((l) => lots[l].lossFraction > 0 && isLossBlocked(state, lots[l].lot.id)).map((l) => ({
        ...row, name: `${symbol} is not sold at a loss: ${state.lossBlocked}`, expression: { sells: [[l, 1] as const] },
      })) : []),
    ];
  });
};
