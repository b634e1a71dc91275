import { expect, test } from '@jest/globals';
import type { Tables } from '../../shared/contract';
import { confine } from './confine';
import { parcelsOf } from './parcels';
import type { Unit } from './unit';

const asOf = '2026-11-20';
const accounts = (count: number, more: (k: number) => object = () => ({})): Tables['accounts'] =>
  Array.from({ length: count }, (_, k) => ({ accountId: `A-${String(k).padStart(3, '0')}`, taxType: 'Taxable', model: 'All', group: 'Core', ...more(k) })) as unknown as Tables['accounts'];

function parcels(rows: Tables['accounts'], asked?: readonly string[], more: Partial<Tables> = {}): Unit[] {
  const tables = { accounts: rows, holdings: [], securities: [{ symbol: 'VTI', price: 290, assetClass: 'US equity' }], models: [{ model: 'All', component: 'VTI', target: 1 }], groups: [{ group: 'Core' }], ...more } as unknown as Tables;
  const confined = confine([], tables, asOf);
  return parcelsOf(confined, confined.book.accounts.filter(({ id }) => !asked || asked.includes(id)), tables, 'R-1');
}
const decided = (units: readonly Unit[]): string[] => units.flatMap(({ decide }) => decide).sort();

test('every account is decided once, in parcels of 16 at most', () => {
  const units = parcels(accounts(300));
  expect(decided(units)).toEqual(accounts(300).map(({ accountId }) => accountId));
  expect(Math.max(...units.map(({ decide }) => decide.length))).toBe(16);
});

test('few accounts are spread over the threads', () => {
  expect(parcels(accounts(20)).map(({ decide }) => decide.length)).toEqual(Array(10).fill(2));
});

test('accounts that must be decided together stay together, and those not asked for only come along', () => {
  const family = accounts(9, (k) => (k < 3 ? { householdId: 'H' } : {}));
  const units = parcels(family, ['A-001'], { households: [{ householdId: 'H', manageAs: 'Together', model: 'All' }] as unknown as Tables['households'] });
  expect(units).toHaveLength(1);
  expect(units[0].decide).toEqual(['A-001']);
  expect(units[0].book.accounts.map(({ id }) => id)).toEqual(expect.arrayContaining(['A-000', 'A-001', 'A-002']));
});

test('nobody asked for is no parcel', () => expect(parcels(accounts(5), [])).toEqual([]));
