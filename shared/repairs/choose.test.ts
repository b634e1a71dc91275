import { expect, test } from '@jest/globals';
import { chooseRepairs, chooseTicked, parseWishes } from './choose';
import type { Repair } from './repair';

const repair = (code: string, way = '', more: Partial<Repair> = {}): Repair => ({ code, sheet: 'Holdings', cell: 'D2', column: 'Acquired', way, says: '', asks: way !== '', cells: [], ...more });
const names = (repairs: readonly Repair[]): string[] => repairs.map(({ code, way, cell }) => [code, way, cell].filter(Boolean).join(' '));

test('wishes are codes, with a way where there are several, in any case and spacing', () => {
  expect(parseWishes(' h09 , G09:Day,,')).toEqual([{ code: 'H09' }, { code: 'G09', way: 'day' }]);
});

test('unasked, only what changes no figure is done', () => {
  const { chosen, open } = chooseRepairs([repair('G11'), repair('H07', '', { asks: true }), repair('G09', 'day'), repair('G09', 'month')]);
  expect([names(chosen), names(open)]).toEqual([['G11 D2'], ['H07 D2', 'G09 day D2', 'G09 month D2']]);
});

test('of several ways one must be named; a code alone is not enough', () => {
  const ways = [repair('G09', 'day'), repair('G09', 'month')];
  expect(names(chooseRepairs(ways, parseWishes('G09')).chosen)).toEqual([]);
  const { chosen, open } = chooseRepairs(ways, parseWishes('G09:month'));
  // The other way is no longer open: it would undo this one.
  expect([names(chosen), open]).toEqual([['G09 month D2'], []]);
});

test('the only way of an issue is done by its code, though it has a name', () => {
  expect(names(chooseRepairs([repair('H01', 'add')], parseWishes('H01')).chosen)).toEqual(['H01 add D2']);
});

test('a wish is for every issue of its code and for no other code', () => {
  const { chosen } = chooseRepairs([repair('H07', '', { asks: true }), repair('H07', '', { asks: true, cell: 'D9' }), repair('G11')], parseWishes('H07'));
  expect(names(chosen)).toEqual(['H07 D2', 'H07 D9']);
});

test('a tick chooses what can be meant only one way', () => {
  const repairs = [repair('G11'), repair('G09', 'day'), repair('G09', 'month'), repair('H07', '', { cell: 'D9' })];
  const { chosen, open } = chooseTicked(repairs, ({ cell }) => cell === 'D2');
  expect([names(chosen), names(open)]).toEqual([['G11 D2'], ['G09 day D2', 'G09 month D2', 'H07 D9']]);
});
