import { buildHouseholds } from './households';
import { productSizes } from './product-sizes';

test('an account counts alone, unless its household is managed Together; closed accounts count for nobody', () => {
  const households = buildHouseholds([{ householdId: 'T', manageAs: 'Together' }, { householdId: 'E' }]);
  const one = (id: string, household: string, value: number, status: 'Active' | 'Closed' = 'Active') => ({ id, household, value, status });
  const sizes = productSizes([one('1', 't', 100), one('2', 'T', 50), one('3', 'T', 7, 'Closed'), one('4', 'E', 20), one('5', 'E', 30)], households);
  expect([...sizes]).toEqual([['1', 150], ['2', 150], ['3', 150], ['4', 20], ['5', 30]]);
});
