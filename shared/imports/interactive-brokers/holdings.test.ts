import { importRow, type ImportKind } from '../format';
import { onLastDay, settleCash, settleHoldings, type DatedRow } from './holdings';

const held = (kind: ImportKind, symbol: string, reportDate: string | null = null, account = 'U1'): DatedRow => ({
  row: importRow(kind, 1, { symbol, account }),
  contract: symbol,
  reportDate,
});
const story = (rows: readonly { kind: string; symbol: string | null }[]) => rows.map(({ kind, symbol }) => `${kind} ${symbol}`).join(', ');

test('lots listed after all positions come below their own', () => {
  const rows = [held('position', 'A'), held('position', 'B'), held('lot', 'A'), held('lot', 'B'), held('lot', 'A'), held('lot', 'C')];
  expect(story(settleHoldings(rows))).toBe('position A, lot A, lot A, position B, lot B, lot C');
});

test('a file in order stays as it is', () => {
  const rows = [held('lot', 'Z'), held('position', 'A'), held('lot', 'A'), held('position', 'B')];
  expect(settleHoldings(rows)).toEqual(rows.map(({ row }) => row));
});

test('only the last day of each account counts', () => {
  const rows = [held('position', 'A', '2025-01-30'), held('position', 'A', '2025-01-31'), held('position', 'A', '2025-01-30', 'U2')];
  expect(onLastDay(rows).map(({ row }) => row.kind)).toEqual(['skip', 'position', 'position']);
});

test('the sum in base currency gives way to the currencies it sums', () => {
  const cash = (symbol: string, account: string) => importRow('cash', 1, { symbol, account });
  const rows = [cash('BASE', 'U1'), cash('USD', 'U1'), cash('BASE', 'U2')];
  const settled = settleCash(rows, ({ symbol }) => symbol === 'BASE');
  expect(story(settled)).toBe('skip BASE, cash USD, cash BASE');
});

test('a row by currency of which nobody knows whose it is keeps every sum from counting', () => {
  const of = (kind: 'cash' | 'skip', symbol: string, account: string) => importRow(kind, 1, { symbol, account });
  const isBase = ({ symbol }: { symbol: string | null }): boolean => symbol === 'BASE';
  expect(story(settleCash([of('cash', 'BASE', 'U1'), of('skip', 'USD', 'U1')], isBase))).toBe('skip BASE, skip USD');
  expect(story(settleCash([of('cash', 'BASE', 'U1'), of('cash', 'USD', 'Currency')], isBase))).toBe('skip BASE, cash USD');
});
