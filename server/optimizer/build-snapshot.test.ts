import { buildSnapshot } from './build-snapshot';
import { account, book, lot, security, sixtyForty, snapshotOf, type SixtyForty } from './examples';

const flow = (standing: 'due' | 'reserve', amount: number) => ({ type: 'Withdrawal' as const, amount, standing, source: 'Cash flows row 2' });

test('weights are of the value after what must leave', () => {
  const snapshot = snapshotOf(sixtyForty({ flows: [flow('due', 20_000)] }));
  expect(snapshot.value).toBe(80_000);
  expect(snapshot.assets.map(({ weight }) => weight)).toEqual([0.3125, 0.875]);
  expect(snapshot.cash).toMatchObject({ due: 20_000, weight: -0.1875 });
});

test.each<[string, SixtyForty, number]>([
  ['nothing kept', {}, 0.02], ['a reserve', { flows: [flow('reserve', 50_000)] }, 0.51], ['a reserve above the value', { flows: [flow('reserve', 5e6)] }, 1],
  ['a minimum', { settings: { cashMinimum: 30_000 } }, 0.3], ['a minimum above the value', { settings: { cashMinimum: 5e6 } }, 1],
])('with %s targets stay between 0 and 1 and add up to all', (_, more, cash) => {
  const { assets, cash: { target, floor } } = snapshotOf(sixtyForty(more));
  expect(target).toBeCloseTo(cash, 12);
  expect(floor).toBeLessThanOrEqual(1);
  expect(assets.every(({ target: each }) => each >= 0)).toBe(true);
  expect(assets.reduce((sum, { target: each }) => sum + each, target)).toBeCloseTo(1, 12);
});

test('lots come by symbol, day and ID, however the rows are sorted', () => {
  const lots = [lot('VTI', 1, 1, '2021-01-01', 'b'), lot('VTI', 1, 1, '2021-01-01', 'a'), lot('BND', 1, 1, '2022-01-01', 'z'), lot('VTI', 1, 1, '2020-01-01', 'c')];
  const ids = (list: typeof lots) => snapshotOf(sixtyForty({ lots: list })).lots.map(({ lot: { id } }) => id);
  expect(ids(lots)).toEqual(['z', 'c', 'a', 'b']);
  expect(ids([...lots].reverse())).toEqual(['z', 'c', 'a', 'b']);
});

test('facts of a lot: gain, term, loss, waiting', () => {
  const [loss, gain] = snapshotOf(sixtyForty()).lots;
  expect(loss).toMatchObject({ term: 'Long', gain: -1 / 9, lossFraction: 0.1, locked: false });
  expect(gain).toMatchObject({ term: 'Long', gain: 0.5, lossFraction: 0, waiting: 0, daysToLongTerm: 0 });
  // 10 % is past the threshold of 20 November (5.5 %), not past that of 2 January (20 %): half the tax value is given up.
  expect(loss.waiting).toBe(0);
  const january = snapshotOf(sixtyForty({ book: { asOf: '2026-01-01' } })).lots[0];
  expect(january.waiting).toBeCloseTo((1 / 9) * 0.238 * 0.5, 12);
});

test.each([['Skip', false], ['Highest gain', false], ['Never sell', true]] as const)('unknown basis under %s', (unknownBasis, locked) => {
  const [unknown] = snapshotOf(sixtyForty({ lots: [lot('VTI', 10, null, null)], settings: { unknownBasis } })).lots;
  expect(unknown).toMatchObject({ gain: 1, term: 'Short', lossFraction: 0, locked });
  const [sheltered] = snapshotOf(sixtyForty({ taxType: 'Tax-free', lots: [lot('VTI', 10, null, null)], settings: { unknownBasis } })).lots;
  expect(sheltered).toMatchObject({ gain: 0, term: null, locked: false });
});

test('what could stand in for the target is looked at, unless substitutes are refused', () => {
  const securities = [security('VTI', 200, 'US equity'), security('ITOT', 100, 'US equity'), security('GLD', 300, 'Gold')];
  const symbols = (acceptSubstitutes: boolean) => snapshotOf(book(securities, { VTI: 1 }, [account({ cash: 1000, settings: { acceptSubstitutes } })])).assets.map(({ symbol }) => symbol);
  expect(symbols(true)).toEqual(['ITOT', 'VTI']);
  expect(symbols(false)).toEqual(['VTI']);
});

test('an account that cannot be weighed gives the reason', () => {
  const reason = (more: SixtyForty) => {
    const from = sixtyForty(more);
    return buildSnapshot(from, from.accounts[0], { realized: new Map(), wash: new Map() });
  };
  expect(reason({ flows: [flow('due', 100_000)] })).toEqual({ reason: 'The account has no value left after the withdrawals due.' });
  expect(reason({ lots: [], cash: 0 })).toEqual({ reason: expect.stringContaining('no value left') });
  expect(reason({ cash: 1e13 })).toEqual({ reason: expect.stringContaining('worth 1.0e+13 dollars') });
  expect(reason({ model: undefined })).toEqual({ reason: 'Account A has no model.' });
});
