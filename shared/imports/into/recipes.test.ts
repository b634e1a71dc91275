import { MemoryWorkbook } from '../../workbook/memory';
import { importRow } from '../format';
import { factsOf, findRecipe, isRecipes, readRecipeRows, recipesSheet, type Recipe } from './recipes';

const recipe: Recipe = { format: 'etrade-portfolio', accounts: { 7781: 'ET-7781' }, facts: ['quantity', 'costBasis'], mode: 'update', targetTable: 'Holdings', lastUsed: '2026-11-20' };

async function kept(workbook: MemoryWorkbook, ...used: Recipe[]) {
  await workbook.write([recipesSheet(readRecipeRows(await workbook.read(isRecipes)), used)]);
  return readRecipeRows(await workbook.read(isRecipes));
}

test('a recipe comes back as it was kept', async () => {
  const found = findRecipe(await kept(new MemoryWorkbook(), recipe), 'etrade-portfolio');
  const { lastUsed: _day, ...rest } = recipe;
  expect(found).toEqual(rest);
});

test('the next import of the kind takes its place; rows of others stay', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.write([recipesSheet([{ recipe: 'My own', matchColumns: 'not JSON', skipRows: 2 }], [recipe])]);
  const rows = await kept(workbook, { ...recipe, mode: 'replace', accounts: { 7781: 'ET-9' } });
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ recipe: 'My own', matchColumns: 'not JSON', skipRows: 2 });
  expect(findRecipe(rows, 'etrade-portfolio')).toMatchObject({ mode: 'replace', accounts: { 7781: 'ET-9' } });
});

test('hundreds of accounts lie on several rows, none of them cut', async () => {
  const accounts = Object.fromEntries(Array.from({ length: 300 }, (_, k) => [`...${1000 + k}`, `4471-${1000 + k}`]));
  const rows = await kept(new MemoryWorkbook(), { ...recipe, accounts });
  expect(rows.length).toBeGreaterThan(5);
  expect(findRecipe(rows, 'etrade-portfolio')?.accounts).toEqual(accounts);
});

test('layouts that are guessed have a recipe for each shape, with the columns that were chosen', async () => {
  const columns = Array.from({ length: 40 }, (_none, column) => ({ header: `A long header of an unusual table ${column}`, field: column === 0 ? ('symbol' as const) : null, column }));
  const guessed: Recipe = { ...recipe, format: 'generic-table', shape: 'abc', columns, accounts: { '': 'ET-7781' } };
  const rows = await kept(new MemoryWorkbook(), guessed, { ...guessed, shape: 'def', columns: [], accounts: {} });
  expect(rows.length).toBeGreaterThan(3);
  expect(findRecipe(rows, 'generic-table', 'abc')).toMatchObject({ shape: 'abc', columns, accounts: { '': 'ET-7781' } });
  expect(findRecipe(rows, 'generic-table', 'def')).toMatchObject({ columns: [], accounts: {} });
  expect(findRecipe(rows, 'generic-table', 'ghi')).toBeUndefined();
});

test('a workbook without recipes has none', async () => {
  expect(findRecipe(readRecipeRows(await new MemoryWorkbook().read(isRecipes)), 'etrade-portfolio')).toBeUndefined();
});

test('the facts of a file are those it states of a holding', () => {
  const rows = [importRow('position', 1, { quantity: 1, price: 2 }), importRow('lot', 2, { acquired: '2020-01-02' }), importRow('cash', 3, { lotId: 'x' })];
  expect(factsOf({ rows })).toEqual(['quantity', 'price', 'acquired']);
});
