import { lot, sixtyForty, snapshotOf } from '../examples';
import { holdingPeriod } from './holding-period';

const rows = (acquired: string | null, minimumHoldingPeriod: number) =>
  holdingPeriod(snapshotOf(sixtyForty({ lots: [{ ...lot('VTI', 100, 100, acquired, 'L'), heldFrom: '2020-01-02' }], settings: { minimumHoldingPeriod } })));

test.each([
  ['bought today', '2026-11-20', 1, 1], ['a day short', '2026-10-22', 30, 1], ['old enough', '2026-10-21', 30, 0],
  ['switched off', '2026-11-20', 0, 0], ['of unknown age', null, 30, 0],
] as const)('%s', (_, acquired, days, count) => {
  expect(rows(acquired, days)).toHaveLength(count);
});

test('the row says until when, and gives way to cash only', () => {
  expect(rows('2026-11-01', 30)[0]).toMatchObject({ name: 'VTI lot L is kept until 2026-12-01', tier: 'limit', max: 0, expression: { sells: [[0, 1]] } });
});
