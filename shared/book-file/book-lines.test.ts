import { expect, test } from '@jest/globals';
import { readTables } from '../contract/parse';
import { MemoryWorkbook } from '../workbook/memory';
import { sampleTables } from '../sample/sample-book';
import { bookLines, rowLine } from './book-lines';
import { readBookFile } from './read-book-file';
import { tableSheets, tooLong } from './table-sheets';

const asOf = '2026-11-20';
const tables = sampleTables({ asOf });
const withoutRows = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'row' ? undefined : inner)));

test('fields stand in the order of the columns, and blank ones are left out', () => {
  expect(rowLine('holdings', { quantity: 0, symbol: 'VTI', costBasis: null, accountId: 'A', lotId: undefined })).toBe('{"holdings":{"accountId":"A","symbol":"VTI","quantity":0}}');
});

test('what people add to open tables is sorted, so that the same book gives the same lines', () => {
  const [one, other] = [{ band: '5%', cashTarget: 0.02 }, { cashTarget: 0.02, band: '5%' }].map((values) => rowLine('settings', { scope: 'Firm', values }));
  expect(one).toBe(other);
  expect(one).toBe('{"settings":{"scope":"Firm","values":{"band":"5%","cashTarget":0.02}}}');
});

test('the header counts the rows that follow it', () => {
  const [header, ...rows] = [...bookLines({ tables, asOf })].map((line) => JSON.parse(line) as Record<string, unknown>);
  const counted = Object.entries(header.tables as Record<string, number>);
  for (const [name, count] of counted) expect([name, rows.filter((row) => name in row).length]).toEqual([name, count]);
  expect(rows).toHaveLength(counted.reduce((sum, [, count]) => sum + count, 0));
});

test('a book that is written is read again', async () => {
  const issue = { code: 'G02', severity: 'skip', message: 'Something is missing.', rows: 1 } as const;
  const file = new TextEncoder().encode([...bookLines({ tables, asOf, currency: 'USD', accounts: ['4471-0093'], issues: [issue] })].join('\n'));
  const read = await readBookFile([file], 'book.rebal');
  expect(withoutRows(read.tables)).toEqual(withoutRows(tables));
  expect(read).toMatchObject({ asOf, currency: 'USD', accounts: ['4471-0093'], issues: [issue] });
});

test('as sheets, it is the same book too', async () => {
  const workbook = new MemoryWorkbook({ names: { rb_AsOf: asOf } });
  await workbook.write(tableSheets(tables));
  const read = readTables(await workbook.read(() => true));
  expect(read.issues.filter(({ severity }) => severity === 'stop' || severity === 'skip')).toEqual([]);
  expect(withoutRows(read.tables)).toEqual(withoutRows(tables));
});

test('only a table that a sheet cannot hold is too long', () => {
  expect(tooLong(tables)).toEqual([]);
  expect(tooLong({ ...tables, holdings: new Array(1_048_576).fill(tables.holdings[0]) })).toEqual(['holdings']);
});
