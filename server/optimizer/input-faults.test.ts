import { buildSnapshot, isSnapshot } from './build-snapshot';
import { lot, sixtyForty, taxProfile, type SixtyForty } from './examples';

function reason(more: SixtyForty): string | undefined {
  const from = sixtyForty(more);
  const snapshot = buildSnapshot(from, from.accounts[0], { realized: new Map(), wash: new Map() });
  return isSnapshot(snapshot) ? undefined : snapshot.reason;
}

const flow = (amount: number) => ({ type: 'Withdrawal' as const, amount, standing: 'due' as const, source: 'Cash flows row 2' });

test.each<[string, SixtyForty, string]>([
  ['a price of 0', { vti: { price: 0 } }, 'The price of VTI is 0.'],
  ['a negative price', { vti: { price: -5 } }, 'The price of VTI is -5.'],
  ['no price, not even held', { vti: { price: NaN }, lots: [] }, 'The price of VTI is NaN.'],
  ['a holding that is not listed', { lots: [lot('ZZZ', 10, 1, '2020-01-02')] }, 'ZZZ is held or targeted but is not in Securities.'],
  ['a quantity that is no number', { lots: [lot('VTI', NaN, 1, '2020-01-02', 'L')] }, 'Lot L of VTI has a quantity of NaN'],
  ['a short position', { lots: [lot('VTI', -3, 1, '2020-01-02', 'L')] }, 'Lot L of VTI has a quantity of -3'],
  ['a cost that is no number', { lots: [lot('VTI', 3, NaN, '2020-01-02', 'L')] }, 'Lot L of VTI has a unit cost of NaN'],
  ['a cost beyond every price', { lots: [lot('VTI', 3, 1e15, '2020-01-02', 'L')] }, 'Lot L of VTI has a unit cost of 1000000000000000 at a price of 200. Maybe'],
  ['cash that is no number', { cash: NaN }, 'Cash of the account is NaN'],
  ['unsettled cash without end', { unsettledCash: Infinity }, 'Cash of the account is Infinity'],
  ['a withdrawal that is no number', { flows: [flow(NaN)] }, 'A withdrawal has an amount of NaN (Cash flows row 2)'],
  ['a tax year that is no number', { tax: { ...taxProfile, ytdLong: NaN } }, 'Tax profile T holds a figure that is no number'],
  ['a limit that is no number', { restrictions: [{ rule: 'Max %', on: 'Symbol', value: 'VTI', limit: NaN, strictness: 'hard', source: 'Restrictions row 2' }] }, 'Rule Max % VTI has a limit of NaN (Restrictions row 2)'],
  ['a setting that is no number', { settings: { maxTurnover: NaN } }, 'Setting maxTurnover is no number'],
  ['a budget that is no number', { tax: { ...taxProfile, lossTarget: NaN } }, 'Tax profile T holds a budget that is no number'],
])('%s is the reason why nothing is decided', (_, more, says) => {
  expect(reason(more)).toContain(says);
});

test('an empty lot and an unknown basis are no fault', () => {
  expect(reason({ lots: [lot('VTI', 0, 1, '2020-01-02'), lot('VTI', 5, null, null)] })).toBeUndefined();
});
