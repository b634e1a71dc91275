import { expect, test } from '@jest/globals';
import { readMap } from '../map-rows';
import { mapRegion, ownBook, ownMap, ownSheets } from '../test-own-book';
import { changeFor, columnBar, isCandidate, proposeMap, tableBar } from './propose-map';

test('everything is sure in a book whose words and cells agree', () => {
  const { tables, settled } = proposeMap(ownBook());
  expect(settled.size).toBe(0);
  expect(tables.map(({ table, yourTable, sure, missing }) => [table, yourTable, sure, missing])).toEqual([
    ['accounts', 'Clients', true, []], ['holdings', 'Tax lots', true, []], ['securities', 'Prices', true, []], ['models', 'Policy', true, []],
  ]);
  for (const { confidence, columns } of tables) expect([confidence >= tableBar, columns.filter(({ required }) => required).every(({ confidence: sure }) => sure >= columnBar)]).toEqual([true, true]);
});

test('what can be read already is settled, and its sheet is nobody else\'s', () => {
  const { tables, settled } = proposeMap({ ...ownBook(), regions: [...ownBook().regions, mapRegion(...ownMap)] });
  expect([tables, [...settled].sort()]).toEqual([[], ['accounts', 'holdings', 'models', 'securities']]);
});

test('a needed column that nothing looks like is missing, and the table is not sure', () => {
  const [, , prices] = proposeMap(ownBook({ Prices: ownSheets.Prices.map(([ticker, , bucket], k) => [ticker, k === 0 ? 'Note' : 'fine', bucket]) })).tables;
  expect(prices).toMatchObject({ table: 'securities', sure: false, missing: ['Price'] });
});

test('what was accepted for a header counts for the same header, with its change', () => {
  const learned = readMap([mapRegion(['Securities', 'Price', 'Old prices', 'Note', '÷100', 'me'], ['Models', 'Target %', 'Old', 'Goal', '÷100', null])]).rows;
  const prices = ownSheets.Prices.map((row, k) => [row[0], k === 0 ? 'Note' : row[1], row[2]]);
  const policy = ownSheets.Policy.map((row, k) => [row[0], row[1], k === 0 ? row[2] : Number(row[2]) * 100]);
  const { tables } = proposeMap(ownBook({ Prices: prices, Policy: policy }), learned);
  const price = tables[2].columns.find(({ property }) => property === 'price');
  expect(price).toMatchObject({ confidence: 0.99, because: 'used before for “Note” (me)', yourColumn: 'Note' });
  const target = tables[3].columns.find(({ property }) => property === 'target');
  expect(target?.change).toMatchObject({ change: '÷100', used: true });
  expect(target && changeFor(target, false)).toBe('÷100');
});

test('a change that nobody accepted is not made', () => {
  const policy = ownSheets.Policy.map((row, k) => [row[0], row[1], k === 0 ? row[2] : Number(row[2]) * 100]);
  const target = proposeMap(ownBook({ Policy: policy })).tables[3].columns.find(({ property }) => property === 'target');
  expect([false, true].map((isAccepted) => target && changeFor(target, isAccepted))).toEqual(['None', '÷100']);
});

test('a guess looks at the user\'s sheets and at the map', () => {
  expect([{ sheet: 'Clients' }, { sheet: 'Setup', table: 'rb_Map' }, { sheet: 'Trades', table: 'rb_Trades' }].map(isCandidate)).toEqual([true, true, false]);
});
