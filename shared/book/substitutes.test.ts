import { defaultSettings } from '../contract/settings-catalogue';
import type { Substitute } from './book';
import { nameFinder } from './names';
import type { Row } from './rows';
import { approvedSubstitutes, buildSubstitutes } from './substitutes';
import { allTaxTypes } from './tax-types';

const find = nameFinder(['VTI', 'ITOT', 'SCHB']);
const build = (...rows: Row<'substitutes'>[]) => buildSubstitutes(rows, find);
const pair = (cells: Partial<Row<'substitutes'>> = {}): Row<'substitutes'> => ({ for: 'VTI', substitute: 'ITOT', ...cells });

test('blank cells: both uses, first rank, the hurdle of the settings, every tax type', () => {
  expect(build(pair({ for: 'vti' }))).toEqual([
    { for: 'VTI', symbol: 'ITOT', isHeld: true, isBought: true, rank: 1, hurdle: undefined, taxTypes: allTaxTypes, from: undefined, until: undefined },
  ]);
});

test.each([['Hold instead', true, false], ['Buy when harvesting', false, true], ['Both', true, true]] as const)('%s', (use, isHeld, isBought) => {
  expect(build(pair({ use }))).toMatchObject([{ isHeld, isBought }]);
});

test('by rank, however the rows are sorted', () => {
  const rows = [pair({ substitute: 'SCHB', rank: 2 }), pair({ rank: 1 })];
  expect(build(...rows)?.map(({ symbol }) => symbol)).toEqual(['ITOT', 'SCHB']);
  expect(build(...[...rows].reverse())).toEqual(build(...rows));
});

test('unknown securities and a security for itself approve nothing, but the table is there', () => {
  expect(build(pair({ substitute: 'XXXX' }), pair({ for: 'XXXX' }), pair({ substitute: 'vti' }))).toEqual([]);
  expect(build()).toBeUndefined();
});

test.each([
  ['in force without dates', {}, 1], ['from today', { from: '2026-11-20' }, 1], ['from tomorrow', { from: '2026-11-21' }, 0],
  ['until today', { until: '2026-11-20' }, 1], ['until yesterday', { until: '2026-11-19' }, 0], ['for others', { taxTypes: 'IRA, Roth' }, 0],
])('%s', (_, cells, count) => {
  const book = { substitutes: build(pair(cells)), asOf: '2026-11-20' };
  expect(approvedSubstitutes(book, { taxType: 'Taxable', settings: defaultSettings })).toHaveLength(count);
});

test('an account that accepts none has none; without a table nobody has said', () => {
  const substitutes: Substitute[] | undefined = build(pair());
  expect(approvedSubstitutes({ substitutes, asOf: '2026-11-20' }, { taxType: 'Taxable', settings: { ...defaultSettings, acceptSubstitutes: false } })).toEqual([]);
  expect(approvedSubstitutes({ asOf: '2026-11-20' }, { taxType: 'Taxable', settings: defaultSettings })).toBeUndefined();
});
