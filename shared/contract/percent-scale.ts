import type { Column } from './column';
import { isInRange, rangeTrouble } from './cells';
import type { Trouble } from './cells/reading';

/** A percent cell that was read. */
export interface PercentCell {
  readonly value: number;
  readonly row: object;
  readonly rowNumber: number;
}

/** What the column as a whole shows: cells typed a hundred times too big, and cells out of range. */
export interface PercentVerdict {
  readonly tooBig: readonly PercentCell[];
  readonly outOfRange: readonly PercentCell[];
}

/**
 * Judges a percent column as a whole. A value above the column's maximum (100 % when it has none) that would fit if
 * divided by a hundred looks typed as 5 for 5 %. When most of the column does, or it sums to 100 or a multiple (as the targets
 * of models do), its small values (0.5 for 0.5 %) count too.
 */
export function judgePercents(cells: readonly PercentCell[], column: Column): PercentVerdict {
  const limit = column.max ?? 1;
  const looksBig = ({ value }: PercentCell): boolean => value > limit && value / 100 <= limit;
  const filled = cells.filter(({ value }) => value !== 0);
  const big = filled.filter(looksBig);
  const tooBig = big.length * 2 > filled.length || (big.length > 0 && sumsToHundreds(filled)) ? filled.filter(({ value }) => value > 0 && value / 100 <= limit) : big;
  return { tooBig, outOfRange: cells.filter((cell) => !looksBig(cell) && !isInRange(cell.value, column)) };
}

function sumsToHundreds(cells: readonly PercentCell[]): boolean {
  const hundreds = cells.reduce((sum, { value }) => sum + value, 0) / 100;
  return hundreds > 0.99 && Math.abs(hundreds - Math.round(hundreds)) < 1e-4;
}

/** G08 for the first of such cells. The value is kept as found: nothing is divided without a person's consent. */
export function percentTrouble({ value }: PercentCell, count: number): Trouble {
  const meant = Number((value / 100).toPrecision(12));
  return {
    code: 'G08',
    severity: 'warn',
    says: `is ${value}, that is ${Number((value * 100).toPrecision(12))} %,`,
    found: String(value),
    fix: `Maybe ${value} % is meant. Change ${count === 1 ? 'the cell' : `${count} cells`} to percentages.`,
    suggested: meant,
  };
}

/** G11 for a percentage that no reading makes sense of. */
export const percentRangeTrouble = ({ value }: PercentCell, column: Column): Trouble => rangeTrouble(value, column);
