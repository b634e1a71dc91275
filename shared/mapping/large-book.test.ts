import { expect, test } from '@jest/globals';
import { readTables } from '../contract/parse';
import { sampleBook } from '../sample/sample-book';
import { storedCell } from '../workbook/cell-value';
import type { Region } from '../workbook/port';
import { acceptance, mapSheet, newRows } from './adopt';
import { proposeMap } from './guess/propose-map';

const words: Readonly<Record<string, { readonly sheet: string; readonly columns: Readonly<Record<string, string>> }>> = {
  rb_Accounts: { sheet: 'Clients', columns: { 'Account ID': 'Client no', 'Tax type': 'Registration', Model: 'Policy' } },
  rb_Holdings: { sheet: 'Tax lots', columns: { 'Account ID': 'Client no', Symbol: 'Ticker', Quantity: 'Shares held', 'Cost basis': 'Amount paid', Acquired: 'Bought on' } },
  rb_Securities: { sheet: 'Prices', columns: { Symbol: 'Ticker', Price: 'Px last', 'Asset class': 'Bucket' } },
  rb_Models: { sheet: 'Policy', columns: { Model: 'Policy', Component: 'Bucket', 'Target %': 'Goal' } },
};

/** The sample in its owner's words. */
function ownSample(accounts: number): Region[] {
  const { sheets } = sampleBook({ asOf: '2026-11-20', accounts });
  return Object.entries(words).map(([table, { sheet, columns }]) => {
    const content = sheets.find((one) => one.table === table);
    if (!content) throw new Error(`The sample has no ${table}`);
    const places = Object.keys(columns).map((header) => content.columns.findIndex((column) => column.header === header));
    return { sheet, top: 1, left: 1, values: [Object.values(columns), ...content.rows.map((row) => places.map((at) => storedCell(row[at] ?? null, content.columns[at].kind)))] };
  });
}

test('a book of 5,000 accounts and 160,000 lots is guessed and read, every row of it', () => {
  const regions = ownSample(5_000);
  const started = performance.now();
  const proposal = proposeMap({ regions, names: {}, date1904: false });
  expect(proposal.tables.map(({ sure }) => sure)).toEqual([true, true, true, true]);
  const guessed = performance.now();
  const { columns, rows, ...setup } = mapSheet([], newRows(proposal, acceptance([], proposal)));
  const map = { sheet: setup.sheet, table: setup.table, top: 1, left: 1, values: [columns.map(({ header }) => header), ...rows] };
  const { tables, issues } = readTables({ regions: [...regions, map], names: {}, date1904: false });
  expect([tables.accounts.length, tables.holdings.length]).toEqual([5_000, regions[1].values.length - 1]);
  expect(issues.filter(({ severity }) => severity === 'stop')).toEqual([]);
  // Seconds, not minutes, also on a slow machine.
  expect({ guess: guessed - started < 20_000, read: performance.now() - guessed < 20_000 }).toEqual({ guess: true, read: true });
});
