import { lot, sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { buyReason, sellReason, type Mended } from './reason';

const sell = (l: number, more: SixtyForty = {}, mended: readonly Mended[] = []) =>
  sellReason(snapshotOf(sixtyForty(more)), l, { sells: Float64Array.of(10, 10), buys: new Float64Array(2) }, mended);
const mended = (tier: 'cash' | 'hard' | 'repair'): Mended =>
  ({ row: { name: `rule ${tier}`, source: 'Restrictions row 2', code: `code-${tier}`, tier, expression: {} }, serves: () => true });

test.each<[string, number, SixtyForty, readonly Mended[], string, RegExp]>([
  ['a hard rule first', 1, {}, [mended('cash'), mended('hard')], 'code-hard', /^Rule hard \(Restrictions row 2\); long-term gain \$1,000$/],
  ['a harvest', 0, {}, [mended('cash')], 'harvest', /^Harvest: lot is 10.0 % under cost; long-term loss \$100$/],
  ['cash to raise', 1, {}, [mended('cash'), mended('repair')], 'raise-cash', /VTI is 70.0 %, target 58.8 %/],
  ['a band', 1, {}, [mended('repair')], 'code-repair', /^Rule repair/],
  ['too much of it', 1, {}, [], 'overweight', /^Over target/],
  ['room for others', 0, { taxType: 'Tax-free' }, [], 'rebalance', /^Makes room/],
])('a sale for %s', (_, l, more, rules, code, why) => {
  const reason = sell(l, more, rules);
  expect(reason.code).toBe(code);
  expect(reason.why).toMatch(why);
});

test('what the model does not hold goes for that', () => {
  const plain = snapshotOf(sixtyForty({ taxType: 'Tax-free', lots: [lot('BND', 100, 90, '2020-01-02')] }));
  const snapshot = { ...plain, assets: plain.assets.map((asset) => ({ ...asset, target: 0 })) };
  expect(sellReason(snapshot, 0, { sells: Float64Array.of(10), buys: new Float64Array(2) }, [])).toEqual({ code: 'not-in-model', why: 'BND is not in the model: 64.3 % held' });
});

test('a purchase fills a gap, mends a rule, or stands in', () => {
  const snapshot = snapshotOf(sixtyForty());
  expect(buyReason(snapshot, 0, [], new Map())).toEqual({ code: 'underweight', why: 'Under target: BND is 25.0 %, target 39.2 %' });
  expect(buyReason(snapshot, 0, [mended('repair')], new Map()).code).toBe('code-repair');
  expect(buyReason(snapshot, 1, [], new Map()).code).toBe('counterweight');
});

test('what stands in for a barred security names it and the bar', () => {
  const plain = snapshotOf(sixtyForty({ bnd: { riskClass: 'X' }, vti: { riskClass: 'X' } }));
  const snapshot = { ...plain, assets: plain.assets.map((asset, i) => (i === 0 ? { ...asset, target: 0 } : asset)) };
  expect(buyReason(snapshot, 0, [], new Map([[1, 'never buy VTI']]))).toEqual({ code: 'substitute', why: 'Stands in for VTI: never buy VTI' });
});

test('a sentence is never longer than the cell', () => {
  const long: Mended = { ...mended('hard'), row: { ...mended('hard').row, name: 'x'.repeat(300) } };
  expect(sell(1, {}, [long]).why).toHaveLength(140);
});
