import { describe, expect, test } from '@jest/globals';
import { columnKey, formats, type OutputSheet } from './sheet';
import { MOST_ISSUES, outputs, outputSheets, statusLine } from './index';
import { auditRow, runResult } from './test-result';

const declared = Object.values(outputs) as unknown as OutputSheet<Record<string, unknown>>[];
const columns = declared.flatMap((output) =>
  output.columns.map((column) => ({ output, column, name: `${output.sheet} › ${column.header}` })),
);

test.each(columns)('$name: its key is its header', ({ column }) => {
  expect(column.key).toBe(columnKey(column.header));
});

describe.each(declared.map((output) => ({ output, name: output.sheet })))('$name', ({ output }) => {
  const headers = output.columns.map(({ header }) => header.toLowerCase());

  test('has each header once', () => expect(new Set(headers).size).toBe(headers.length));
  test('has a table name of ours', () => expect(output.table).toMatch(/^rb_[A-Za-z]+$/));
  test('has a sheet name Excel takes', () => expect(output.sheet).toMatch(/^[^\\/?*[\]:']{1,31}$/));
  test('draws rules on columns it has', () =>
    expect((output.rules ?? []).map(({ column }) => column.toLowerCase()).filter((column) => !headers.includes(column))).toEqual([]));
  test('finds its rows by columns it has', () =>
    expect(output.key.filter((key) => !output.columns.some((column) => column.key === key))).toEqual([]));
  test('freezes columns that are not folded away', () =>
    expect(output.columns.slice(0, output.frozenColumns).some(({ group }) => group)).toBe(false));
  test('shows its text as text and its days as days', () => {
    for (const { kind, format } of output.columns) {
      expect(
        kind === 'text' ? format === 'text' : kind === 'date' ? ['date', 'time'].includes(format) : kind === 'boolean' || format in formats,
      ).toBe(true);
    }
  });
  test('has notes and lists within Excel’s limits', () => {
    for (const { note, choices } of output.columns) {
      expect((note ?? '').length).toBeLessThanOrEqual(255);
      expect((choices ?? []).join(',').length).toBeLessThanOrEqual(253);
    }
  });
});

test('the sheets fold to what matters', () => {
  const shown = Object.fromEntries(declared.map((output) => [output.sheet, output.columns.filter(({ group }) => !group).length]));
  expect(shown).toEqual({ Trades: 12, Exceptions: 14, Scores: 14, 'Data issues': 12, Audit: 14 });
});

describe('outputSheets', () => {
  const sheets = outputSheets(runResult(2), [auditRow]);
  const cell = (sheet: string, row: number, header: string): unknown => {
    const found = sheets.find((candidate) => candidate.sheet === sheet);
    return found?.rows[row][found.columns.findIndex((column) => column.header === header)];
  };

  test('come in the order of the tabs, each with all its columns filled', () => {
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Trades', 'Exceptions', 'Scores', 'Data issues', 'Audit']);
    for (const { columns: wanted, rows } of sheets) for (const row of rows) expect(row).toHaveLength(wanted.length);
  });

  test('show an arrow with the action', () => {
    expect([cell('Trades', 0, 'Action'), cell('Trades', 1, 'Action')]).toEqual(['▼ Sell', '▲ Buy']);
  });

  test('link an issue to its cell', () => expect(cell('Data issues', 0, 'Cell')).toBe('Holdings!D7'));

  test('quote a sheet name that needs it, and leave a full reference alone', () => {
    const result = runResult(1);
    const issues = [
      { ...result.dataIssues[0], sheet: 'Cash flows' },
      { ...result.dataIssues[0], cell: 'Models!A1' },
      { ...result.dataIssues[0], sheet: null },
    ];
    const content = outputSheets({ ...result, dataIssues: issues }, [])[3];
    expect(content.rows.map((row) => row[2])).toEqual(["'Cash flows'!D7", 'Models!A1', 'D7']);
  });

  test('cut the list of issues and count the rest', () => {
    const result = runResult(1);
    const content = outputSheets({ ...result, dataIssues: Array.from({ length: MOST_ISSUES + 3 }, () => result.dataIssues[0]) }, [])[3];
    expect(content.rows).toHaveLength(MOST_ISSUES);
    expect(content.heading?.status).toContain('3 more not shown');
  });
});

test('the status line says what ran, and when it was stopped', () => {
  const { run } = runResult(2);
  expect(statusLine({ run: { ...run, accounts: 1_214, trades: 1 } })).toBe(
    'Run R-20261120-3f9a2c · as of 2026-11-20 · 1,214 accounts · 1 trade',
  );
  expect(statusLine({ run: { ...run, partial: true } })).toContain('stopped early');
});
