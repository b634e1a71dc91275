import { expect, test } from '@jest/globals';
import type { Cell, WorkbookContent } from '../workbook/port';
import { contractVersion, definitionOf } from '.';
import { looseHeader } from './match';
import { readTables } from './parse';
import { contractStanding, upgradeContent, upgrades } from './upgrades';

const substitutes = (version: Cell, header = 'Hurdle %', hurdle: Cell = 0.0025): WorkbookContent => ({
  names: { rb_Contract: version },
  date1904: false,
  regions: [{ sheet: 'Substitutes', table: 'rb_Substitutes', top: 1, left: 1, values: [['For', 'Substitute', header], ['VTI', 'ITOT', hurdle], ['BND', 'AGG', null]] }],
});

test('the steps lead without a gap to our version, and each to a column that we have', () => {
  upgrades.forEach(({ to }, index) => expect(to).toBe(upgrades[index + 1]?.from ?? contractVersion));
  for (const { columns } of upgrades.slice(-1)) {
    for (const { table, to } of columns) expect(Object.values(definitionOf(table).columns).map(({ header }) => looseHeader(header))).toContain(looseHeader(to));
  }
});

test('an older workbook is read as ours, and says so', () => {
  const { tables, issues } = readTables(substitutes('0.9'));
  expect(tables.substitutes).toMatchObject([{ for: 'VTI', hurdle: 25 }, { for: 'BND' }]);
  expect(issues.find(({ code }) => code === 'G20')).toMatchObject({ severity: 'info', found: '0.9' });
});

test('the same header means what our version says where the workbook follows it', () => {
  for (const version of ['1.0', 1, null, '']) {
    const { tables, issues } = readTables(substitutes(version, 'Hurdle', 25));
    expect(tables.substitutes?.[0]).toMatchObject({ hurdle: 25 });
    expect(issues.filter(({ code }) => code === 'G20')).toEqual([]);
  }
});

test.each([['1.1', 'newer'], [2, 'newer'], ['0.3', 'unknown'], ['one', 'unknown']] as const)('version %s stops: it is %s', (version, is) => {
  expect(contractStanding({ rb_Contract: version })).toMatchObject({ is });
  expect(readTables(substitutes(version)).issues.find(({ code }) => code === 'G20')).toMatchObject({ severity: 'stop', found: String(version) });
});

test('a chain of steps is gone step by step', () => {
  const steps = [
    { from: '0.8', to: '0.9', on: '2026-06-01', says: 'Two.', columns: [{ table: 'substitutes', from: 'Barrier', to: 'Hurdle %', value: (cell: Cell) => Number(cell) / 100 }] },
    ...upgrades,
  ] as const;
  const { regions } = upgradeContent(substitutes('0.8', 'barrier', 0.25), steps);
  expect(regions[0].values.slice(0, 2)).toEqual([['For', 'Substitute', 'Hurdle'], ['VTI', 'ITOT', 25]]);
});
