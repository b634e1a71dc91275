import { expect, test } from '@jest/globals';
import type { TableName } from '../contract';
import { bookHeader } from './header';
import { LineReader } from './line-reader';
import { mendRow, type MendedRow } from './row-troubles';

function mend(table: TableName, row: object): MendedRow {
  let mended: MendedRow | undefined;
  const reader = new LineReader({ badLine: (_, problem) => { throw new Error(problem); }, badRow: (bad) => { mended = mendRow(bad); } });
  reader.add(JSON.stringify(bookHeader({})));
  reader.add(JSON.stringify({ [table]: row }));
  if (!mended) throw new Error('The row is not bad.');
  return mended;
}
const codes = ({ troubles }: MendedRow): unknown[] => troubles.map(({ header, trouble: { code, found } }) => [header, code, found]);
const lot = { accountId: 'A', symbol: 'VTI', quantity: 5 };

test('a field that can be done without is taken out, and the row stays', () => {
  const mended = mend('holdings', { ...lot, acquired: '2026-02-30' });
  expect(codes(mended)).toEqual([['Acquired', 'G11', '2026-02-30']]);
  expect(mended.row).toEqual(lot);
});

test('without a field that it needs there is no row', () => {
  const mended = mend('holdings', { ...lot, quantity: 'five' });
  expect(codes(mended)).toEqual([['Quantity', 'G11', 'five']]);
  expect(mended.row).toBeUndefined();
  expect(codes(mend('holdings', { accountId: 'A', symbol: 'VTI' }))).toEqual([['Quantity', 'G02', '']]);
});

test('a field that nobody reads may be a misspelled one: it is told, each by itself', () => {
  const mended = mend('holdings', { ...lot, costBase: 100, note2: 'x' });
  expect(codes(mended)).toEqual([['"costBase"', 'B04', 'costBase'], ['"note2"', 'B04', 'note2']]);
  expect(mended.row).toEqual(lot);
});

test('a setting is called by its own header, and its neighbors stay', () => {
  const mended = mend('settings', { scope: 'Firm', values: { cashTarget: 'much', minimumScore: 8 } });
  expect(codes(mended)).toEqual([['Cash target', 'G11', 'much']]);
  expect(mended.row).toEqual({ scope: 'Firm', values: { minimumScore: 8 } });
});

test('the row as it was sent is not changed', () => {
  const row = { ...lot, acquired: 'soon' };
  mend('holdings', row);
  expect(row.acquired).toBe('soon');
});
