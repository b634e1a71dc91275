import { expect, test } from '@jest/globals';
import { check } from '../checks';
import { definitionOf, tableNames, type TableName } from '../contract';
import { readTables } from '../contract/parse';
import { exampleRow, hasExample } from '../contract/example-row';
import { MemoryWorkbook } from '../workbook/memory';
import type { Cell } from '../workbook/port';
import { coreTables, templateSheet } from './template-sheet';

async function written(names: readonly TableName[]): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await workbook.write(names.map(templateSheet));
  return workbook;
}

const read = async (workbook: MemoryWorkbook) => readTables(await workbook.read(() => true));

test.each(tableNames)('%s has every column, with its choices and its help', (name) => {
  const { columns, rows } = templateSheet(name);
  for (const { header, choices, help } of Object.values(definitionOf(name).columns)) {
    const column = columns.find((one) => one.header === header);
    expect(column?.choices).toEqual(choices && Object.keys(choices));
    expect(column?.note).toContain(help);
  }
  expect(rows.length).toBe(hasExample(name) ? 1 : 0);
  for (const row of rows) expect(row).toHaveLength(columns.length);
});

test.each(tableNames.filter(hasExample))('%s: its example is ignored, and counts once a cell of it is changed', async (name) => {
  const workbook = await written([name]);
  const before = await read(workbook);
  expect(before.tables[name]).toEqual([]);
  expect(before.issues.filter(({ table, code }) => table === name && code !== 'G01')).toMatchObject([{ code: 'G19', severity: 'info' }]);
  const { sheet, excel } = definitionOf(name);
  const text = Object.values(definitionOf(name).columns).findIndex(({ type, length }) => type === 'text' && (length ?? 99) > 8);
  await workbook.edit([{ sheet, table: excel, cells: [{ row: 2, column: text + 1, value: 'MINE', kind: 'text' }] }]);
  expect((await read(workbook)).tables[name]).toHaveLength(1);
});

test('the examples themselves can be read', async () => {
  for (const name of tableNames.filter(hasExample)) {
    const workbook = await written([name]);
    const { sheet, excel } = definitionOf(name);
    // The same row again: only the first below the header can be the template's.
    const row: readonly Cell[] = templateSheet(name).rows[0];
    const kinds = templateSheet(name).columns.map(({ kind }) => kind);
    await workbook.edit([{ sheet, table: excel, cells: row.map((value, index) => ({ row: 3, column: index + 1, value, kind: kinds[index] })) }]);
    const { tables, issues } = await read(workbook);
    expect(tables[name]).toMatchObject([{ ...exampleRow(name), row: 3 }]);
    expect(issues.filter(({ table, code }) => table === name && code !== 'G01').map(({ code }) => code)).toEqual(['G19']);
  }
});

test.each([['the core tables', coreTables], ['all tables', tableNames]] as const)('a book of %s that nobody has filled stops at nothing', async (_name, names) => {
  const { tables, issues, places } = await read(await written(names));
  const found = [...issues, ...check(tables, { asOf: '2026-11-20', places })];
  expect([...new Set(found.map(({ code, severity }) => `${severity} ${code}`))]).toEqual(['info G19']);
});

test('someone who types few columns of an example means them', () => {
  const values: Cell[][] = [['Account ID', 'Tax type', 'Model'], ['4471-0093', 'Taxable', 'Growth 70/30']];
  const { tables } = readTables({ regions: [{ sheet: 'Accounts', top: 1, left: 1, values }], names: {}, date1904: false });
  expect(tables.accounts).toHaveLength(1);
});
