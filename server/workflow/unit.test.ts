import { account, book, security } from '../optimizer/examples';
import { bookSlicer } from './unit';

test('a slice holds the accounts asked for with their own transactions, and the whole market', () => {
  const [a, b] = [account({ id: 'A' }), account({ id: 'B' })];
  const transaction = (accountId: string) => ({ accountId, date: '2026-11-03', action: 'Buy' as const, symbol: 'VTI', quantity: 1 });
  const whole = book([security('VTI', 200, 'US equity')], { VTI: 1 }, [a, b], { transactions: [transaction('B'), transaction('A'), transaction('X'), transaction('B')] });
  const slice = bookSlicer(whole)([b]);
  expect(slice.accounts).toEqual([b]);
  expect(slice.transactions.map(({ accountId }) => accountId)).toEqual(['B', 'B']);
  expect(slice.securities).toBe(whole.securities);
  expect(bookSlicer(whole)([account({ id: 'C' })]).transactions).toEqual([]);
});
