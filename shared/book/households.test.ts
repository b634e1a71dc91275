import { buildHouseholds } from './households';

test('blanks have their defaults', () => {
  expect(buildHouseholds([{ householdId: 'H-RIVERA' }]).get('h-rivera')).toMatchObject({
    id: 'H-RIVERA', manageAs: 'Each account', locationPolicy: 'Off', preferTradesIn: 'Tax-deferred first', linked: [],
  });
});

test('of two rows for one household the first counts, however it is spelled', () => {
  const found = buildHouseholds([{ householdId: 'H-1', manageAs: 'Together', model: ' Growth ' }, { householdId: 'h-1', manageAs: 'Each account' }]);
  expect(found.size).toBe(1);
  expect(found.get('h-1')).toMatchObject({ manageAs: 'Together', model: 'Growth' });
});

test('a link holds both ways and ends there', () => {
  const found = buildHouseholds([{ householdId: 'A', washSaleLink: 'b; C' }, { householdId: 'B' }, { householdId: 'D', washSaleLink: 'D, c' }]);
  expect([...found].map(([key, { linked }]) => [key, linked])).toEqual([['a', ['b', 'c']], ['b', ['a']], ['c', ['a', 'd']], ['d', ['c']]]);
});
