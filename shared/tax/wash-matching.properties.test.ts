import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../dates';
import { sumCents } from '../units';
import type { WashedLot, WashLot } from './wash-lots';
import { matchWashSales } from './wash-matching';

const cents = fc.integer({ min: 0, max: 500_000 }).map((value) => value / 100);
const lots: fc.Arbitrary<WashLot[]> = fc
  .array(
    fc.record({
      acquired: fc.integer({ min: 0, max: 120 }),
      held: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
      shares: fc.integer({ min: 1, max: 40 }).map((eighths) => eighths / 8),
      basis: cents,
      proceeds: cents,
      accountId: fc.constantFrom('A', 'B', 'IRA'),
      purchase: fc.option(fc.constantFrom('P', 'Q'), { nil: undefined, freq: 3 }),
    }),
    { maxLength: 14 },
  )
  .map((list) =>
    list.map(({ acquired, held, shares, basis, proceeds, accountId, purchase }, k) => ({
      id: `L${k}`,
      accountId,
      taxable: accountId !== 'IRA',
      shares,
      basis,
      purchase,
      acquired: addDays('2026-01-01', acquired),
      sale: held === undefined ? undefined : { date: addDays('2026-01-01', acquired + held), proceeds },
    })),
  );
const check = (property: (given: WashLot[]) => void) => fc.assert(fc.property(lots, property), { numRuns: 600, seed: 1 });
const total = (list: readonly WashedLot[], of: (lot: WashedLot) => number | undefined): number => sumCents(list.map((lot) => of(lot) ?? 0));

describe('matching', () => {
  it('is worth testing: random books hold wash sales of every kind', () => {
    const samples = fc.sample(lots, { numRuns: 300, seed: 1 }).map((given) => matchWashSales(given));
    const found = (is: (matching: ReturnType<typeof matchWashSales>) => boolean) => samples.filter(is).length;
    expect(found(({ pairs }) => pairs.length > 1)).toBeGreaterThan(50);
    expect(found(({ pairs }) => pairs.some(({ isPermanent }) => isPermanent))).toBeGreaterThan(50);
    expect(found(({ lots: all }) => all.some(({ replaces, disallowed }) => replaces && disallowed > 0))).toBeGreaterThan(20);
  });
  it('loses no share and no cent of a lot', () => {
    check((given) => {
      const matched = matchWashSales(given).lots;
      for (const lot of given) {
        const parts = matched.filter(({ lotId }) => lotId === lot.id);
        expect(parts.reduce((sum, { shares }) => sum + shares, 0)).toBe(lot.shares);
        expect(total(parts, ({ originalBasis }) => originalBasis)).toBe(lot.basis);
        expect(total(parts, ({ proceeds }) => proceeds)).toBe(lot.sale?.proceeds ?? 0);
      }
    });
  });
  it('only moves losses: what is not permanent is in another basis, and gains differ by that alone', () => {
    check((given) => {
      const { lots: matched, pairs } = matchWashSales(given);
      const disallowed = total(matched, (lot) => lot.disallowed);
      const permanent = total(matched, (lot) => lot.permanentLoss);
      expect(sumCents(pairs.map((pair) => pair.disallowed))).toBe(disallowed);
      expect(sumCents(pairs.flatMap((pair) => (pair.isPermanent ? pair.disallowed : [])))).toBe(permanent);
      expect(total(matched, (lot) => lot.basis - lot.originalBasis)).toBe(sumCents([disallowed, -permanent]));
      const unrealized = total(matched, (lot) => (lot.realizedGain === undefined ? -lot.basis : lot.realizedGain));
      const untouched = sumCents(given.flatMap(({ basis, sale }) => [-basis, sale?.proceeds ?? 0]));
      expect(sumCents([unrealized, -permanent])).toBe(untouched);
    });
  });
  it('disallows by the share, within a cent for each split', () => {
    check((given) => {
      const { lots: matched } = matchWashSales(given);
      for (const { lotId, shares, disallowed, replaces } of matched) {
        const lot = given.find(({ id }) => id === lotId) as WashLot;
        if (disallowed === 0 || replaces) continue;
        const perShare = (lot.basis - (lot.sale?.proceeds ?? 0)) / lot.shares;
        expect(Math.abs(disallowed - perShare * shares)).toBeLessThan(0.01 * given.length);
      }
    });
  });
  it('pairs shares of two purchases within the window, each only once', () => {
    check((given) => {
      const byId = new Map(given.map((lot) => [lot.id, lot]));
      const { lots: matched, pairs } = matchWashSales(given);
      const used = new Map<string, number>();
      for (const { lossLotId, replacementLotId, sold, acquired, shares } of pairs) {
        const [loss, replacement] = [byId.get(lossLotId), byId.get(replacementLotId)] as WashLot[];
        expect(loss.taxable).toBe(true);
        expect(lossLotId).not.toBe(replacementLotId);
        if (loss.purchase) expect(loss.purchase).not.toBe(replacement.purchase);
        expect(Math.abs(daysBetween(acquired, sold))).toBeLessThanOrEqual(30);
        if (replacement.sale) expect(replacement.sale.date >= sold).toBe(true);
        used.set(replacementLotId, (used.get(replacementLotId) ?? 0) + shares);
      }
      for (const [id, shares] of used) {
        expect(shares).toBeLessThanOrEqual((byId.get(id) as WashLot).shares);
        expect(matched.reduce((sum, lot) => sum + (lot.lotId === id && lot.replaces ? lot.shares : 0), 0)).toBe(shares);
      }
    });
  });
  it('leaves no loss deductible while shares could replace it', () => {
    check((given) => {
      const { lots: matched } = matchWashSales(given);
      const purchase = (id: string) => given.find((lot) => lot.id === id)?.purchase ?? id;
      const deductible = matched.filter(({ accountId, realizedGain }) => accountId !== 'IRA' && (realizedGain ?? 0) < 0);
      for (const { lotId, sold } of deductible) {
        const free = matched.filter(
          (other) =>
            !other.replaces &&
            purchase(other.lotId) !== purchase(lotId) &&
            Math.abs(daysBetween(other.acquired, sold as string)) <= 30 &&
            (other.sold === undefined || other.sold > (sold as string)),
        );
        expect(free).toEqual([]);
      }
    });
  });
  it('does not depend on the order of the rows', () => {
    check((given) => {
      expect(matchWashSales([...given].reverse())).toEqual(matchWashSales(given));
      const byBasis = [...given].sort((a, b) => a.basis - b.basis || a.shares - b.shares);
      expect(matchWashSales(byBasis)).toEqual(matchWashSales(given));
    });
  });
});
