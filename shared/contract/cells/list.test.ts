import { definitionOf, tableNames } from '..';
import { list } from '../column';
import { readList } from './list';

const taxType = definitionOf('accounts').columns.taxType;
const { rule } = definitionOf('restrictions').columns;

test.each([['taxable', 'Taxable'], ['IRA', 'Tax-deferred'], ['tax deferred', 'Tax-deferred'], ['Roth', 'Tax-free'], ['401(k)', 'Tax-deferred'], [' HSA ', 'Tax-free']])('%s is %s', (text, value) => {
  expect(readList(text, taxType)).toEqual({ value });
});

test('percent and dollars are told apart', () => {
  expect(readList('max %', rule).value).toBe('Max %');
  expect(readList('Max$', rule).value).toBe('Max $');
});

test('TRUE in a Yes/No column is Yes', () => {
  expect(readList(true, list('Tradable', { Yes: ['True'], No: ['False'] }, { help: 'h', example: 'Yes' }))).toEqual({ value: 'Yes' });
});

test('another value is G11 with the nearest choice', () => {
  expect(readList('Taxabel', taxType)).toMatchObject({ troubles: [{ code: 'G11', severity: 'skip', suggested: 'Taxable', fix: 'Maybe it means "Taxable".' }] });
  expect(readList('Zebra', taxType).troubles?.[0].suggested).toBeUndefined();
});

test.each(tableNames)('every choice and spelling in %s is understood as its own choice', (name) => {
  for (const column of Object.values(definitionOf(name).columns)) {
    for (const [choice, spellings] of Object.entries(column.choices ?? {})) {
      for (const spelling of [choice, ...spellings]) expect([column.header, spelling, readList(spelling, column).value]).toEqual([column.header, spelling, choice]);
    }
  }
});
