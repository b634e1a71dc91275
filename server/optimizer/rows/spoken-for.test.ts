import { sixtyForty, snapshotOf } from '../examples';
import type { SpokenFor } from '../snapshot';
import { spokenFor } from './spoken-for';

const rows = (change: Partial<SpokenFor>) => spokenFor({ ...snapshotOf(sixtyForty()), spokenFor: [{ symbol: 'VTI', side: 'sell', accountId: 'B', source: 'Manual trades row 2', ...change }] });

test('what another account must sell is not bought here', () => {
  expect(rows({})).toEqual([{ name: 'VTI is not bought: it is to be sold in B', source: 'Manual trades row 2', code: 'spoken-for', tier: 'limit', max: 0, expression: { buys: [[1, 1]] } }]);
});

test('what another account must buy is not sold here', () => {
  expect(rows({ side: 'buy' })).toEqual([expect.objectContaining({ name: 'VTI is not sold: it is to be bought in B', max: 0, expression: { sells: [[1, 1]] } })]);
});

test('what this account does not know, and nothing, ask for no row', () => {
  expect(rows({ symbol: 'QQQ' })).toEqual([]);
  expect(spokenFor(snapshotOf(sixtyForty()))).toEqual([]);
});
