import fc from 'fast-check';
import { matchLots, type LotKey } from './match-lots';

const lot = (quantity: number, more: Partial<LotKey> = {}): LotKey => ({ quantity, ...more });
const shape = (old: LotKey[], fresh: LotKey[]) => {
  const { pairs, gone, added } = matchLots(old, fresh);
  return [pairs.length, gone.length, added.length];
};

test.each<[string, LotKey, LotKey, boolean]>([
  ['one Lot ID, all else changed', lot(10, { lotId: 'L1', acquired: '2020-01-02' }), lot(4, { lotId: 'L1', acquired: '2020-01-03' }), true],
  ['one day and quantity under other Lot IDs', lot(10, { lotId: 'mine', acquired: '2020-01-02' }), lot(10, { lotId: '7', acquired: '2020-01-02' }), true],
  ['a lot that was sold in part', lot(10, { acquired: '2020-01-02' }), lot(6, { acquired: '2020-01-02' }), true],
  ['a day that the file does not know', lot(10, { acquired: '2020-01-02' }), lot(10), true],
  ['a lone position of another size', lot(10), lot(12), true],
  ['quantities rounded otherwise', lot(10.12345), lot(10.1235), true],
  ['another day and quantity', lot(10, { acquired: '2020-01-02' }), lot(12, { acquired: '2021-01-02' }), false],
])('%s', (_name, old, fresh, isSame) => expect(shape([old], [fresh])).toEqual(isSame ? [1, 0, 0] : [0, 1, 1]));

test('the better match is taken first, in whatever order lots come', () => {
  const day = '2020-01-02';
  const old = [lot(5, { acquired: day, costBasis: 50 }), lot(5, { acquired: day, costBasis: 70 })];
  const { pairs } = matchLots(old, [lot(5, { acquired: day, costBasis: 70 }), lot(5, { acquired: day, costBasis: 50 })]);
  for (const [one, other] of pairs) expect(one.costBasis).toBe(other.costBasis);
});

test('no lot is lost or used twice, and the same lots all meet', () => {
  const lots = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 4 }),
      acquired: fc.constantFrom(undefined, '2020-01-02', '2021-01-04'),
      costBasis: fc.constantFrom(undefined, 10, 20),
      lotId: fc.constantFrom(undefined, 'L1', 'L2'),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(lots, lots, (old, fresh) => {
      const { pairs, gone, added } = matchLots(old, fresh);
      expect(new Set([...pairs.map(([one]) => one), ...gone]).size).toBe(old.length);
      expect(new Set([...pairs.map(([, other]) => other), ...added]).size).toBe(fresh.length);
      expect(matchLots(old, old.map((one) => ({ ...one })).reverse()).gone).toEqual([]);
    }),
  );
});
