import { account, book, lot, security } from '../optimizer/examples';
import type { DoubtfulRow } from './doubtful-rows';
import { withDoubts } from './with-doubts';

const row = (more: Partial<DoubtfulRow>): DoubtfulRow => ({ kind: 'basis', table: 'holdings', line: 7, accountId: 'A', symbol: 'vti', source: 'Holdings!F7', ...more });
const from = book([security('VTI', 200, 'US equity', { washClass: 'US' })], { VTI: 1 }, [
  account({ id: 'A', lots: [{ ...lot('VTI', 5, 100, '2020-01-02'), row: 7 }] }),
  account({ id: 'B' }), account({ id: 'C', household: 'J' }),
]);
const doubtsOf = (...rows: readonly DoubtfulRow[]) => withDoubts(from, rows).accounts.map(({ doubts = [] }) => doubts.map(({ kind, accountId }) => `${kind} of ${accountId}`));

test('a doubt has the security of its lot and its wash-sale class', () => {
  expect(withDoubts(from, [row({})]).accounts[0].doubts).toEqual([{ kind: 'basis', accountId: 'A', symbol: 'VTI', washClass: 'US', lotRow: 7, source: 'Holdings!F7' }]);
});

test('a lot that a corporate action has renamed is found by its row; a security sold out of the book is a class of its own', () => {
  expect(withDoubts(from, [row({ symbol: 'OLD' })]).accounts[0].doubts![0].symbol).toBe('VTI');
  expect(withDoubts(from, [row({ kind: 'transaction', table: 'transactions', symbol: 'GONE' })]).accounts[0].doubts![0]).toMatchObject({ symbol: 'GONE', washClass: 'GONE' });
});

test('its own account minds every doubt; the household, what may be a purchase or a loss; strangers nothing', () => {
  expect(doubtsOf(row({ kind: 'basis' }))).toEqual([['basis of A'], [], []]);
  expect(doubtsOf(row({ kind: 'date' }))).toEqual([['date of A'], ['date of A'], []]);
  expect(doubtsOf(row({ kind: 'cash' }), row({ kind: 'quantity' }))).toEqual([['cash of A', 'quantity of A'], [], []]);
});

test('what is in doubt of a security lies with the security', () => {
  const { securities, accounts } = withDoubts(from, [row({ kind: 'price', table: 'securities', accountId: undefined, line: 2, source: 'Securities!B2' })]);
  expect(securities.get('VTI')?.doubt).toEqual({ kind: 'price', symbol: 'VTI', source: 'Securities!B2' });
  expect(accounts.every(({ doubts }) => doubts === undefined)).toBe(true);
});

test('who has a doubtful transaction may have traded today; who only minds it has not', () => {
  expect(withDoubts(from, [row({ kind: 'transaction', table: 'transactions' })]).accounts.map(({ lastTraded }) => lastTraded)).toEqual([from.asOf, undefined, undefined]);
});

test('one row is one doubt, and the order of issues changes nothing else', () => {
  const [first, second] = [row({}), row({ line: 8, kind: 'quantity' })];
  expect(withDoubts(from, [first, second, { ...first, source: 'Holdings row 7' }])).toEqual(withDoubts(from, [second, first]));
});
