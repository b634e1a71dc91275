import { lot, sixtyForty, snapshotOf, type SixtyForty } from './examples';
import { rowsOf } from './rows';
import { nothingYields, type Tier } from './rows/row';
import { brokenInvariants } from './verify';

/** What is wrong with selling so many shares of the BND and VTI lots and buying so many of BND and VTI. */
function broken(sells: number[], buys: number[], more: SixtyForty = {}, yields = nothingYields): string[] {
  const snapshot = snapshotOf(sixtyForty(more));
  return brokenInvariants(snapshot, rowsOf(snapshot), { sells: Float64Array.from(sells), buys: Float64Array.from(buys) }, yields);
}

const whole: SixtyForty = { settings: { fractionalShares: false } };

test('a sound plan has nothing against it', () => {
  expect(broken([0, 50], [100, 0], whole)).toEqual([]);
  expect(broken([0, 0], [0, 0], whole)).toEqual([]);
});

test.each<[string, number[], number[], SixtyForty, RegExp]>([
  ['more sold than held', [0, 351], [0, 0], whole, /351 sold of lot VTI-2020-01-02 of VTI, which holds 350/],
  ['a negative sale', [0, -1], [0, 0], whole, /-1 sold/],
  ['half a share bought', [0, 50], [0.5, 0], whole, /0.5 of BND bought in steps of 1/],
  ['half a share sold', [0, 1.5], [0, 0], whole, /1.5 of VTI sold in steps of 1/],
  ['both sides of one security', [0, 50], [0, 10], whole, /VTI is both bought and sold/],
  ['an overdraft', [0, 0], [100, 0], whole, /"no overdraft" \(Settings: Cash minimum\) is missed by 4/],
  ['a loss sold and bought', [20, 0], [10, 0], { ...whole, vti: { washClass: 'BND' } }, /BND is sold at a loss and bought in one run/],
  ['a limit broken', [0, 50], [100, 0], { settings: { fractionalShares: false, maxTurnover: 0.05 } }, /"turnover up to 5.0 %"/],
])('%s', (_, sells, buys, more, says) => {
  expect(broken(sells, buys, more).join('\n')).toMatch(says);
});

test('a price that is no number', () => {
  const sound = snapshotOf(sixtyForty(whole));
  const snapshot = { ...sound, settings: { ...sound.settings, riskPrice: NaN } };
  const shares = { sells: Float64Array.of(0, 1), buys: new Float64Array(2) };
  expect(brokenInvariants(snapshot, rowsOf(snapshot), shares, nothingYields)).toContain('the score is not a number');
});

test('closing a position needs no step, and limits may give way to mandated cash', () => {
  expect(broken([0, 10.5], [0, 0], { ...whole, lots: [lot('BND', 2, 100, '2020-01-02'), lot('VTI', 10.5, 100, '2020-01-02')] })).toEqual([]);
  expect(broken([0, 50], [100, 0], { settings: { fractionalShares: false, maxTurnover: 0.05 } }, new Set<Tier>(['limit']))).toEqual([]);
});
