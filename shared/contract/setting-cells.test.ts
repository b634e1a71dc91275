import { expect, test } from '@jest/globals';
import type { Cell } from '../workbook/port';
import { readDefaultRates, readSetting } from './setting-cells';

const context = { date1904: false };
const valueOf = (key: string, cell: Cell): unknown => readSetting(key, cell, context).value;
const codesOf = (key: string, cell: Cell): unknown[] => (readSetting(key, cell, context).troubles ?? []).map(({ code }) => code);

test('none takes a limit away, or is the number that stands for it; where neither makes sense it is a mistake', () => {
  expect([valueOf('maxTurnover', 'none'), valueOf('maxPosition', ' None ')]).toEqual(['none', 'none']);
  expect(valueOf('cashTarget', 'none')).toBe(0);
  expect([valueOf('timeLimit', 'none'), codesOf('timeLimit', 'none')]).toEqual([undefined, ['G11']]);
});

test('Yes and No are booleans', () => {
  expect([valueOf('fractionalShares', 'yes'), valueOf('fractionalShares', 'N'), valueOf('fractionalShares', '')]).toEqual([true, false, undefined]);
});

test('basis points become fractions where the setting is one', () => {
  expect(valueOf('riskPrice', 25)).toBe(0.0025);
  expect(valueOf('minimumScore', 25)).toBe(25);
});

test('a band is text; what Excel made a fraction of is put back, and what it made a date of is told', () => {
  expect([valueOf('band', '5/25'), valueOf('band', '20% relative'), valueOf('band', 0.05)]).toEqual(['5/25', '20% relative', '5%']);
  expect([valueOf('band', 46_167), codesOf('band', 46_167)]).toEqual([undefined, ['G11']]);
  expect(readSetting('band', 46_167, context).troubles?.[0].fix).toContain('turned 5/25 into a date');
  expect(codesOf('band', 'wide')).toEqual(['G11']);
});

test.each<[Cell, number, number]>([['40.8 / 23.8', 0.408, 0.238], ['40.8%/23.8%', 0.408, 0.238], ['0.408 / 0.238', 0.408, 0.238], ['0/0', 0, 0]])('default rates %j are %d and %d', (cell, short, long) => {
  expect(readDefaultRates(cell)).toEqual({ defaultShortRate: { value: short }, defaultLongRate: { value: long } });
});

test.each<Cell>(['40.8', '40.8 / 99', 'high / low', '1 / 2 / 3', 0.408, '-5 / 20'])('default rates %j are a mistake, and none is taken', (cell) => {
  const { defaultShortRate, defaultLongRate } = readDefaultRates(cell);
  expect([defaultShortRate.value, defaultLongRate, defaultShortRate.troubles?.map(({ code }) => code)]).toEqual([undefined, undefined, ['G11']]);
});

test('blank default rates are inherited', () => expect(readDefaultRates('  ')).toEqual({ defaultShortRate: {} }));
