import { bandAround, standing, type BandStanding } from '../../shared/analytics/bands';
import type { Cell } from '../../shared/workbook/port';
import { answer } from './answer';
import { expectSameSize, fractionFrom, isBlank, rangesFrom, shapedLike } from './arguments';
import { CellError, invalid } from './cell-error';
import { defaultBand } from './default-band';

/**
 * Whether weights are within their bands.
 * @customfunction INBAND
 * @helpurl https://rebal.example/fn/INBAND/v1
 * @param current Weights held, such as B2:B9.
 * @param target Target weights, as many cells as weights.
 * @param [min] Lowest weights allowed: a cell per weight, or one for all. Blank: 20% of the target below it.
 * @param [max] Highest weights allowed: a cell per weight, or one for all. Blank: 20% of the target above it.
 * @returns In band, Over or Under for each weight.
 */
export function inBand(current: unknown[][], target: unknown[][], min?: unknown[][], max?: unknown[][]): unknown[][] {
  return answer('INBAND', () => {
    const [held, wanted, lowest, highest] = rangesFrom(current, target, min, max);
    const [weights, targets] = [held.flat(), wanted.flat()];
    expectSameSize(weights, 'Weights', targets, 'targets');
    const [low, high] = [forEach(lowest, weights.length, 'lowest weights'), forEach(highest, weights.length, 'highest weights')];
    return shapedLike(
      held,
      weights.map((weight, k) => inItsCell(() => judge(weight, targets[k], low[k], high[k]))),
    );
  });
}

/** One limit per weight; a single one holds for all. */
function forEach(limits: readonly (readonly Cell[])[], count: number, name: string): Cell[] {
  const cells = limits.flat();
  if (cells.length === 1) return Array.from({ length: count }, () => cells[0]);
  if (cells.length !== count) throw invalid(`Weights and ${name} must have the same number of cells: ${count} and ${cells.length}.`);
  return cells;
}

function judge(weight: Cell, target: Cell, min: Cell, max: Cell): BandStanding | '' {
  if (isBlank(weight) && isBlank(target)) return '';
  const wanted = fractionFrom(target, 'Target', 0);
  const usual = bandAround(wanted, defaultBand);
  // A blank limit is 0 on the desktop. A highest weight of 0 below the target can only be blank, and then so is a lowest of 0.
  const noMax = isBlank(max) || (max === 0 && wanted > 0);
  const noMin = isBlank(min) || (min === 0 && noMax);
  const limits = {
    min: noMin ? usual.min : fractionFrom(min, 'Lowest weight'),
    max: noMax ? usual.max : fractionFrom(max, 'Highest weight'),
  };
  if (limits.min > limits.max) throw invalid(`Lowest weight ${limits.min} is above highest weight ${limits.max}.`);
  return standing(weightFrom(weight), limits);
}

/** A weight may be negative or above 100 %, but hardly above 300 %. */
function weightFrom(cell: Cell): number {
  if (typeof cell === 'number' && cell < 0) return cell;
  return typeof cell === 'number' && cell > 1 && cell <= 3 ? cell : fractionFrom(cell, 'Weight', 0);
}

/** An error of one cell does not spoil the others. */
function inItsCell<Value>(judged: () => Value): Value | CellError {
  try {
    return judged();
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
}
