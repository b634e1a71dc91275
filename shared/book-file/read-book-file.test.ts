import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Tables } from '../contract';
import { readTables } from '../contract/parse';
import { formatIssue } from '../issue';
import { sampleTables } from '../sample/sample-book';
import { MemoryWorkbook } from '../workbook/memory';
import { bookLines } from './book-lines';
import { readBookFile } from './read-book-file';
import { tableSheets } from './table-sheets';

const asOf = '2026-11-20';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (...lines: readonly unknown[]) => readBookFile([bytes(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))], 'book.rebal');
const header = { format: 'rebal-book', version: 1, contract: '1.0' };
const account = { accounts: { accountId: 'A-1', taxType: 'Taxable', model: 'M' } };
const lot = (known: object = {}) => ({ holdings: { accountId: 'A-1', symbol: 'VTI', quantity: 3, ...known } });
const withoutRows = (tables: Tables) => JSON.parse(JSON.stringify(tables, (key, value: unknown) => (key === 'row' ? undefined : value))) as unknown;
const codes = (issues: readonly { code: string; severity: string; cell?: string }[]) => issues.map(({ code, severity, cell }) => [code, severity, cell]);

describe('a book file', () => {
  test('gives back the tables that were written, however its bytes are cut', async () => {
    const tables = sampleTables({ asOf });
    const whole = bytes([...bookLines({ tables, asOf, currency: 'USD' })].join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: whole.length - 1 }), { maxLength: 8 }), async (cuts) => {
        const ends = [...new Set([...cuts, whole.length])].sort((a, b) => a - b);
        const found = await readBookFile(ends.map((end, k) => whole.subarray(ends[k - 1] ?? 0, end)), 'book.rebal');
        expect(found.issues).toEqual([]);
        expect(withoutRows(found.tables)).toEqual(withoutRows(tables));
        expect([found.asOf, found.currency]).toEqual([asOf, 'USD']);
      }),
      { numRuns: 10 },
    );
  });

  test('written twice is the same, and says which row is which line', async () => {
    const tables = sampleTables({ asOf });
    const lines = [...bookLines({ tables, asOf })];
    expect([...bookLines({ tables, asOf })]).toEqual(lines);
    const found = await read(...lines);
    for (const row of found.tables.holdings.slice(0, 5)) expect(JSON.parse(lines[(row.row ?? 0) - 1])).toMatchObject({ holdings: { symbol: row.symbol, quantity: row.quantity } });
    expect(found.places.cell('holdings', 12)).toEqual({ sheet: 'book.rebal', cell: 'line 12' });
  });

  test('and back through a workbook it is the same book', async () => {
    const tables = sampleTables({ asOf });
    const workbook = new MemoryWorkbook();
    await workbook.write(tableSheets(tables));
    const found = readTables(await workbook.read(() => true));
    expect(withoutRows(found.tables)).toEqual(withoutRows(tables));
  });

  test('carries what reading had found elsewhere', async () => {
    const issue = { code: 'G06', severity: 'skip' as const, sheet: 'Holdings', cell: 'C4', message: 'Quantity is "n/a".', accounts: ['A-1'], rows: 1 };
    const lines = [...bookLines({ tables: sampleTables({ asOf }), issues: [issue] })];
    expect((await read(...lines)).issues).toEqual([issue]);
  });
});

describe('what cannot be read', () => {
  test('is told with its line, and its account is left out', async () => {
    const { tables, issues } = await read(header, account, lot(), lot({ quantity: 'n/a' }), lot({ acquired: '2026-02-30' }));
    expect(tables.holdings).toHaveLength(2);
    expect(tables.holdings[1].acquired).toBeUndefined();
    expect(issues.map(formatIssue)).toEqual([
      'skip  G11  book.rebal line 4  Quantity is "n/a" at book.rebal line 4.  Expected number.',
      expect.stringContaining('Acquired is "2026-02-30" at book.rebal line 5.'),
    ]);
    expect(issues[0].accounts).toEqual(['A-1']);
  });

  test.each<[string, readonly unknown[], [string, string, string | undefined][]]>([
    ['an empty file', [], [['B01', 'stop', undefined]]],
    ['another file', ['Account,Symbol,Quantity', 'A-1,VTI,3'], [['B01', 'stop', 'line 1']]],
    ['another kind of JSON', [{ tables: {} }], [['B01', 'stop', 'line 1']]],
    ['a newer version', [{ ...header, version: 2 }], [['B01', 'stop', 'line 1']]],
    ['another contract', [{ ...header, contract: '9.0' }], [['B01', 'stop', 'line 1']]],
    ['a line cut off', [header, account, '{"holdings":{"acc'], [['B03', 'stop', 'line 3']]],
    ['rows missing at the end', [{ ...header, tables: { accounts: 1, holdings: 2 } }, account, lot()], [['B02', 'stop', undefined]]],
    ['a table that is not known', [header, account, { holding: {} }], [['B03', 'stop', 'line 3']]],
    ['a row that is none', [header, account, { holdings: [] }], [['B03', 'stop', 'line 3']]],
    ['two tables on a line', [header, { ...account, ...lot() }], [['B03', 'stop', 'line 2']]],
    ['a field missing', [header, account, { holdings: { accountId: 'A-1', symbol: 'VTI' } }], [['G02', 'skip', 'line 3']]],
    ['a field misspelled', [header, account, lot({ costBassis: 3 })], [['B04', 'skip', 'line 3']]],
    ['a row of nobody', [header, account, { holdings: { symbol: 'VTI', quantity: 1 } }], [['G02', 'stop', 'line 3']]],
  ])('%s', async (_name, lines, expected) => {
    expect(codes((await read(...lines)).issues)).toEqual(expected);
  });

  test('one issue for many lines damaged alike', async () => {
    const { issues } = await read(header, account, '{', '{', '{');
    expect(issues).toMatchObject([{ code: 'B03', cell: 'line 3', rows: 3 }]);
  });

  test('bytes that are no text, and lines without end', async () => {
    const wrong = await readBookFile([bytes(`${JSON.stringify(header)}\n`), Uint8Array.of(0xff, 0xfe)], 'book.rebal');
    expect(codes(wrong.issues)).toEqual([['B01', 'stop', undefined]]);
    const endless = await readBookFile([bytes(`${JSON.stringify(header)}\n`), bytes('x'.repeat(1_000_001))], 'book.rebal');
    expect(endless.issues[0].message).toBe('book.rebal is no book file: a line is longer than 1,000,000 characters.');
  });

  test('nothing is thrown, whatever the lines are', async () => {
    const lines = fc.array(fc.oneof(fc.json(), fc.string(), fc.constant(JSON.stringify(header)), fc.object({ maxDepth: 2 }).map((row) => JSON.stringify({ holdings: row }))));
    await fc.assert(fc.asyncProperty(lines, async (text) => { expect((await read(...text)).tables.holdings).toBeDefined(); }));
  });
});
