import { lot, sixtyForty, snapshotOf, type SixtyForty } from '../examples';
import type { ClassState } from '../wash-state';
import { washSales } from './wash-sales';

const lots = [lot('BND', 100, 100, '2024-01-02', 'loss'), lot('BND', 100, 80, '2024-01-03', 'gain')];
const names = (state: ClassState, more: SixtyForty = {}, washClass = 'BND') =>
  washSales(snapshotOf(sixtyForty({ lots, ...more }), { wash: new Map([[washClass, state]]) })).map(({ name }) => name);

test('after a loss sale no purchase, after a purchase no loss sale; gains may be sold', () => {
  expect(names({ buyBlocked: '30 sold at a loss' })).toEqual(['BND is not bought: 30 sold at a loss']);
  expect(names({ lossBlocked: '12 bought' })).toEqual(['BND is not sold at a loss: 12 bought']);
});

test('a lot that is all that was bought may be sold at a loss, others may not', () => {
  const recent = lot('BND', 20, 95, '2026-11-03', 'recent');
  const state: ClassState = { lossBlocked: '20 bought', lossClearedBy: new Map([['recent', []], ['loss', ['recent']]]) };
  const rows = washSales(snapshotOf(sixtyForty({ lots: [...lots, recent] }), { wash: new Map([['BND', state]]) }));
  const snapshot = snapshotOf(sixtyForty({ lots: [...lots, recent] }));
  expect(rows.map(({ expression }) => expression.sells?.map(([l]) => snapshot.lots[l].lot.id))).toEqual([['loss']]);
});

test('the whole wash-sale class is meant, not the symbol', () => {
  expect(names({ buyBlocked: 'sold' }, { vti: { washClass: 'X' }, bnd: { washClass: 'X' } }, 'X')).toHaveLength(2);
  expect(names({ buyBlocked: 'sold' }, {}, 'OTHER')).toEqual([]);
});

test('an IRA has no losses to protect, and may not buy what the household sold', () => {
  expect(names({ lossBlocked: '12 bought' }, { taxType: 'Tax-deferred' })).toEqual([]);
  expect(names({ buyBlocked: '30 sold at a loss' }, { taxType: 'Tax-deferred' })).toHaveLength(1);
});

test('under Warn nothing is forbidden', () => {
  expect(names({ buyBlocked: 'x', lossBlocked: 'y' }, { settings: { washSaleIs: 'Warn' } })).toEqual([]);
});
