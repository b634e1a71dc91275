import { net } from '../../shared/tax/carryover';
import { latestLaw } from '../../shared/tax/law';
import { taxDue as taxOn } from '../../shared/tax/netting';
import { sumCents, toCents } from '../../shared/units';
import { answer } from './answer';
import { flagFrom, fractionFrom, numberFrom } from './arguments';

/**
 * Federal tax on a year's gains after netting. A net loss saves tax on up to $3,000 of other income; the rest is carried forward.
 * @customfunction TAXDUE
 * @helpurl https://rebal.example/fn/TAXDUE/v1
 * @param shortGain Net short-term gain of the year; a loss is negative.
 * @param longGain Net long-term gain of the year; a loss is negative.
 * @param shortRate Tax rate on short-term gains, such as 37%.
 * @param longRate Tax rate on long-term gains, such as 20%.
 * @param [carryShort] Short-term loss carried in from earlier years, with or without a minus sign.
 * @param [carryLong] Long-term loss carried in from earlier years, with or without a minus sign.
 * @param [detail] TRUE for four cells: net short, net long, tax, loss carried forward (negative).
 * @returns Tax in dollars, negative when losses save tax.
 */
export function taxDue(
  shortGain: unknown,
  longGain: unknown,
  shortRate: unknown,
  longRate: unknown,
  carryShort?: unknown,
  carryLong?: unknown,
  detail?: unknown,
): number[][] {
  return answer('TAXDUE', () => {
    const limit = latestLaw().ordinaryLossLimit;
    const year = net(
      {
        short: numberFrom(shortGain, 'Short-term gain', 0),
        long: numberFrom(longGain, 'Long-term gain', 0),
        carryShort: numberFrom(carryShort, 'Short-term carry-over', 0),
        carryLong: numberFrom(carryLong, 'Long-term carry-over', 0),
      },
      limit,
    );
    const rates = { short: fractionFrom(shortRate, 'Short-term rate'), long: fractionFrom(longRate, 'Long-term rate') };
    const tax = toCents(taxOn(year.netShort, year.netLong, rates, { ordinaryLossLimit: limit, carriedLossValue: 0 }));
    if (!flagFrom(detail)) return [[tax]];
    return [[toCents(year.netShort), toCents(year.netLong), tax, sumCents([toCents(year.carriedShort), toCents(year.carriedLong)])]];
  });
}
