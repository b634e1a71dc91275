import { activeWeights, maxDrift, relativeDrift, totalDrift } from '../../shared/analytics/drift';
import { answer } from './answer';
import { choiceFrom, expectSameSize, isBlank, numbersFrom, rangesFrom, shapedLike } from './arguments';
import { invalid, type CellError } from './cell-error';
import { asFractions } from './weights';

/**
 * How far weights are from their targets. Half the sum of all differences, unless another measure is asked for.
 * @customfunction DRIFT
 * @helpurl https://rebal.example/fn/DRIFT/v1
 * @param current Weights held, such as B2:B9. Include cash.
 * @param target Target weights, as many cells as weights.
 * @param [measure] "total" (default): the turnover that would reach the target. "max": the largest difference. "relative": the largest difference as a share of its target. "each": every difference.
 * @returns A percentage, or one per weight for "each".
 */
export function drift(current: unknown[][], target: unknown[][], measure?: unknown): unknown[][] {
  return answer('DRIFT', () => {
    const [held, wanted] = rangesFrom(current, target);
    expectSameSize(held.flat(), 'Weights', wanted.flat(), 'targets');
    const chosen = choiceFrom(measure, 'Measure', ['total', 'max', 'relative', 'each']);
    const weights = asFractions(numbersFrom(held, 'weights'), 'Weights');
    const targets = asFractions(numbersFrom(wanted, 'targets'), 'Targets');
    return measures[chosen](weights, targets, held, wanted);
  });
}

type Measure = (weights: number[], targets: number[], held: unknown[][], wanted: unknown[][]) => (number | string | CellError)[][];

const measures: Readonly<Record<'total' | 'max' | 'relative' | 'each', Measure>> = {
  total: (weights, targets) => [[totalDrift(weights, targets)]],
  max: (weights, targets) => [[maxDrift(weights, targets)]],
  relative: (weights, targets) => [[relative(weights, targets)]],
  each: (weights, targets, held, wanted) => {
    const pairs = wanted.flat();
    const differences = activeWeights(weights, targets);
    return shapedLike(
      held,
      held.flat().map((cell, k) => (isBlank(cell) && isBlank(pairs[k]) ? '' : differences[k])),
    );
  },
};

function relative(weights: number[], targets: number[]): number {
  const found = relativeDrift(weights, targets);
  if (Number.isFinite(found)) return found;
  const cell = weights.findIndex((weight, k) => weight !== 0 && targets[k] === 0) + 1;
  throw invalid(`Relative drift has no meaning where the target is 0 (cell ${cell}). Maybe "total" or "max".`);
}
