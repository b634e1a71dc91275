import type { TaxType } from '../../../shared/book/book';
import { account, sixtyForty, snapshotOf } from '../examples';
import { inTradingOrder } from './order';

const plain = snapshotOf(sixtyForty());
const member = (id: string, taxType: TaxType, share: number) => ({ account: account({ id, taxType }), plain, share, own: new Set<string>() });
const members = [member('T', 'Taxable', 0.2), member('R', 'Tax-free', 0.1), member('I2', 'Tax-deferred', 0.2), member('I1', 'Tax-deferred', 0.2), member('B', 'Taxable', 0.3)];

test.each([
  ['Tax-deferred first', ['I1', 'I2', 'R', 'B', 'T']],
  ['Taxable first', ['B', 'T', 'R', 'I1', 'I2']],
  ['No preference', ['B', 'I1', 'I2', 'T', 'R']],
] as const)('%s decides %j, however the rows lie', (preference, expected) => {
  for (const given of [members, [...members].reverse()]) expect(inTradingOrder(given, preference).map(({ account: { id } }) => id)).toEqual(expected);
});
