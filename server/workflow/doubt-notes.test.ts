import type { Doubt } from '../../shared/book/doubts';
import { sixtyForty, snapshotOf } from '../optimizer/examples';
import { besideDoubt, doubtNotes } from './doubt-notes';

const basis: Doubt = { kind: 'basis', accountId: 'A', symbol: 'VTI', washClass: 'VTI', lotRow: 7, source: 'Holdings!F7' };
const beside = (...doubts: readonly Doubt[]) => snapshotOf(sixtyForty({ doubts }));

test.each<[Partial<Doubt>, string]>([
  [{}, 'The cost basis of a lot of VTI is in doubt at Holdings!F7; the lot is left as it is and VTI is not bought.'],
  [{ kind: 'date' }, 'The acquisition day of a lot of VTI is in doubt at Holdings!F7; the lot is left as it is, VTI is not bought and no loss of it is taken.'],
  [{ kind: 'date', accountId: 'B' }, 'The acquisition day of a lot of VTI is in doubt at Holdings!F7; no loss of VTI is taken.'],
  [{ kind: 'quantity' }, 'The quantity of a lot of VTI is in doubt at Holdings!F7; VTI is left as it is.'],
  [{ kind: 'transaction' }, 'A recent transaction in VTI is in doubt at Holdings!F7; VTI and what is substantially identical is neither bought nor sold at a loss.'],
  [{ kind: 'cash', symbol: undefined }, 'The settled part of the cash is in doubt at Holdings!F7; nothing is bought.'],
])('%j is told with what it holds back', (change, words) => {
  expect(doubtNotes(beside({ ...basis, ...change }), 0)).toEqual([expect.objectContaining({ severity: 'Info', code: 'doubt', whatHappened: words, source: 'Holdings!F7' })]);
});

test('trades beside a doubt are for review, and it says how many', () => {
  expect(doubtNotes(beside(basis), 3)).toEqual([expect.objectContaining({ severity: 'Review', tradesAffected: 3 })]);
  expect(doubtNotes(snapshotOf(sixtyForty()), 3)).toEqual([]);
});

test('a security in doubt is told of too', () => {
  const snapshot = snapshotOf(sixtyForty({ vti: { doubt: { kind: 'price', symbol: 'VTI', source: 'Securities!B3' } } }));
  expect(doubtNotes(snapshot, 0)[0].whatHappened).toBe('The price of VTI is in doubt at Securities!B3; VTI is left as it is.');
});

test('a Why names the cell and keeps to its length', () => {
  expect(besideDoubt('Over target', beside(basis))).toBe('Over target; beside a doubt: Holdings!F7');
  expect(besideDoubt('Over target', beside(basis, { ...basis, lotRow: 8, source: 'Holdings!F8' }))).toBe('Over target; beside a doubt: Holdings!F7 and 1 more');
  const long = besideDoubt('x'.repeat(140), beside(basis));
  expect(long).toHaveLength(140);
  expect(long.endsWith('…; beside a doubt: Holdings!F7')).toBe(true);
  expect(besideDoubt('Over target', snapshotOf(sixtyForty()))).toBe('Over target');
});
