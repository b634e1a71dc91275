import { lot, sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import { lotHolds } from './lot-holds';

const held = (acquired: string | null, unitCost: number | null, settings: SixtyForty['settings'] = {}) =>
  lotHolds(snapshotOf(sixtyForty({ lots: [lot('VTI', 100, unitCost, acquired, 'L')], settings })));

test.each([
  ['turns long-term tomorrow', '2025-11-20', 100, 'long-term-wait'],
  ['turns long-term in 30 days', '2025-12-19', 100, 'long-term-wait'],
  ['turns long-term in 31 days', '2025-12-20', 100, undefined],
  ['is long-term today', '2025-11-19', 100, undefined],
  ['is at a loss', '2025-12-01', 300, undefined],
])('a lot that %s', (_, acquired, unitCost, code) => {
  expect(lotHolds(snapshotOf(sixtyForty({ lots: [lot('VTI', 100, unitCost, acquired, 'L')] }))).map((row) => row.code)).toEqual(code ? [code] : []);
});

test('the row says when the wait is over', () => {
  expect(held('2025-11-20', 100)[0].name).toBe('VTI lot L waits: long-term on 2026-11-21');
});

test.each([[null, '2024-01-02'], [100, null], [null, null]])('cost %s and day %s unknown: kept under Never sell only', (unitCost, acquired) => {
  expect(held(acquired, unitCost, { unknownBasis: 'Never sell' }).map(({ code, tier }) => [code, tier])).toEqual([['unknown-basis', 'fixed']]);
  expect(held(acquired, unitCost, { unknownBasis: 'Highest gain' })).toEqual([]);
});

test('where gains are not taxed nothing waits', () => {
  const snapshot = snapshotOf(sixtyForty({ taxType: 'Tax-free', lots: [lot('VTI', 100, null, null)], settings: { unknownBasis: 'Never sell' } }));
  expect(lotHolds(snapshot)).toEqual([]);
});
