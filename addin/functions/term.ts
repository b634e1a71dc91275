import { firstLongTermDay, termOf } from '../../shared/tax/holding-period';
import { answer } from './answer';
import { dateFrom } from './arguments';
import { invalid } from './cell-error';

/**
 * Whether a sale is short-term or long-term (more than one year, by the calendar), and the first long-term day.
 * @customfunction TERM
 * @helpurl https://rebal.example/fn/TERM/v1
 * @param acquired Trade date of the purchase.
 * @param sold Trade date of the sale.
 * @returns Two cells: Short or Long, and the first long-term day as yyyy-mm-dd.
 */
export function term(acquired: unknown, sold: unknown): string[][] {
  return answer('TERM', () => {
    const from = dateFrom(acquired, 'Acquired');
    const to = dateFrom(sold, 'Sold');
    if (to < from) throw invalid(`Sold ${to} is before acquired ${from}. Maybe the two are exchanged.`);
    return [[termOf(from, to), firstLongTermDay(from)]];
  });
}
