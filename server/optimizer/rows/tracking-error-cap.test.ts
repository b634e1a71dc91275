import { sixtyForty, snapshotOf } from '../examples';
import { trackingErrorCap } from './tracking-error-cap';

test('nothing is asked without the setting; with it the whole plan is measured', () => {
  expect(trackingErrorCap(snapshotOf(sixtyForty()))).toEqual([]);
  expect(trackingErrorCap(snapshotOf(sixtyForty({ settings: { maxTrackingError: 0.02 } })))).toEqual([
    expect.objectContaining({ name: 'tracking error up to 2.0 %', tier: 'repair', max: 0.02, measure: 'tracking error' }),
  ]);
});
