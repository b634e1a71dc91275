import type { Restriction, Substitute } from '../../shared/book/book';
import { allTaxTypes } from '../../shared/book/tax-types';
import { account, book, lot, security, snapshotOf } from './examples';

const securities = [
  security('VTI', 200, 'US equity'), security('ITOT', 100, 'US equity'), security('SCHB', 50, 'US equity'), security('GLD', 300, 'Gold', { sector: 'Metals' }),
  security('SLV', 30, 'Gold', { sector: 'Metals', tradable: 'Sell only' }), security('OLD', 10, 'US equity'),
];
const pair = (symbol: string, more: Partial<Substitute> = {}): Substitute => ({ for: 'VTI', symbol, isHeld: true, isBought: true, rank: 1, taxTypes: allTaxTypes, ...more });

function symbols(substitutes: Substitute[] | undefined, subject: Parameters<typeof account>[0] = {}): string[] {
  return snapshotOf(book(securities, { VTI: 1 }, [account({ cash: 1000, ...subject })], { substitutes })).assets.map(({ symbol }) => symbol);
}

test('without a list, what has the type and risk class of a target may stand in', () => {
  expect(symbols(undefined)).toEqual(['ITOT', 'OLD', 'SCHB', 'VTI']);
  expect(symbols(undefined, { settings: { acceptSubstitutes: false } })).toEqual(['VTI']);
});

test('with a list, only what is approved to be bought for a target, in any class', () => {
  expect(symbols([pair('ITOT'), pair('GLD')])).toEqual(['GLD', 'ITOT', 'VTI']);
  expect(symbols([pair('ITOT', { isBought: false })])).toEqual(['VTI']);
  expect(symbols([pair('ITOT', { for: 'SCHB' })])).toEqual(['VTI']);
  expect(symbols([pair('ITOT', { taxTypes: ['Tax-free'] })])).toEqual(['VTI']);
  expect(symbols([pair('ITOT', { until: '2026-11-19' })])).toEqual(['VTI']);
  expect(symbols([pair('ITOT')], { settings: { acceptSubstitutes: false } })).toEqual(['VTI']);
  expect(symbols([])).toEqual(['VTI']);
});

test('what is held is always part of it', () => {
  expect(symbols([], { lots: [lot('OLD', 1, 1, '2020-01-02')] })).toEqual(['OLD', 'VTI']);
});

test('a floor on what the model leaves out brings in what could meet it', () => {
  const floor: Restriction = { rule: 'Min %', on: 'Sector', value: 'metals', limit: 0.05, strictness: 'hard', source: 'Restrictions row 2' };
  expect(symbols([], { restrictions: [floor] })).toEqual(['GLD', 'VTI']);
  expect(symbols([], { restrictions: [floor], lots: [lot('SLV', 1, 1, '2020-01-02')] })).toEqual(['SLV', 'VTI']);
  expect(symbols([], { restrictions: [{ ...floor, rule: 'Max %' }] })).toEqual(['VTI']);
});
