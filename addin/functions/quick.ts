import { quickTrades } from '../../shared/analytics/quick';
import { answer } from './answer';
import { choiceFrom, expectSameSize, numberFrom, numbersFrom, rangesFrom, shapedLike } from './arguments';
import { invalid } from './cell-error';
import { defaultBand } from './default-band';
import { asTargets } from './weights';

/**
 * Dollars to trade to bring positions to their targets. Trades add up to the cash flow. Taxes and lots are not looked at.
 * @customfunction QUICK
 * @helpurl https://rebal.example/fn/QUICK/v1
 * @param values Dollars held per position, such as B2:B9.
 * @param targets Target weights, as many cells as values, adding up to 100%.
 * @param [cashFlow] Dollars to invest; negative to withdraw. 0 unless given.
 * @param [minTrade] Smallest trade in dollars; smaller ones are left out. 0 unless given.
 * @param [style] "full" (default): all the way to target. "buyonly": spend the cash flow, sell nothing. "tobandedge": trade only what is outside 20% of its target, to the edge.
 * @returns Dollars to buy (positive) or sell (negative), one per position.
 */
export function quick(values: unknown[][], targets: unknown[][], cashFlow?: unknown, minTrade?: unknown, style?: unknown): number[][] {
  return answer('QUICK', () => {
    const [held, wanted] = rangesFrom(values, targets);
    expectSameSize(held.flat(), 'Values', wanted.flat(), 'targets');
    const flow = numberFrom(cashFlow, 'Cash flow', 0);
    const answered = quickTrades({
      values: numbersFrom(held, 'values'),
      targets: asTargets(numbersFrom(wanted, 'targets'), 'Targets'),
      cashFlow: flow,
      minTrade: numberFrom(minTrade, 'Minimum trade', 0),
      style: choiceFrom(style, 'Style', ['full', 'buyonly', 'tobandedge']),
      band: defaultBand,
    });
    if ('trades' in answered) return shapedLike(held, answered.trades);
    const out = Math.abs(flow).toLocaleString('en-US');
    throw invalid(
      answered.impossible === 'withdrawal above value'
        ? `A withdrawal of ${out} is more than the positions are worth.`
        : `A withdrawal of ${out} needs sales, and "buyonly" makes none. Maybe "full".`,
    );
  });
}
