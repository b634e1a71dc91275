import { dateOrderOf } from '../contract/cells/date';
import type { Cell } from '../workbook/port';

/** Which comes first in the dates of a column, told by those that can be read in one way only; undefined when none tells, or they disagree. */
export function dateOrder(cells: Iterable<Cell>): 'day' | 'month' | undefined {
  const orders = new Set<'day' | 'month'>();
  for (const cell of cells) {
    const order = typeof cell === 'string' ? dateOrderOf(cell) : undefined;
    if (order !== undefined) orders.add(order);
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}
