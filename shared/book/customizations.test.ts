import { customizationFinder, customizationWords } from './customizations';
import type { Row } from './rows';

const row = (cells: Partial<Row<'customizations'>>): Row<'customizations'> => ({ row: 2, scope: 'Account', scopeId: 'A', change: 'Set %', component: 'Bonds', value: 0.4, ...cells });
const found = (...rows: Row<'customizations'>[]) => customizationFinder(rows, '2026-11-20')({ id: 'A', household: 'H' }).map((one) => `${one.level} ${customizationWords(one)}`);

test('an account has its own changes and its household\'s, in the order in which they are applied', () => {
  expect(found(row({ change: 'Tilt %', component: 'VTI', value: 0.05 }), row({ change: 'Drop class', component: 'Gold', value: undefined, scope: 'Household', scopeId: 'h' }), row({}), row({ change: 'Replace product', component: 'Core', into: 'Cheap', scopeId: 'a' }))).toEqual([
    'Account Replace product Core by Cheap', 'Household Drop class Gold', 'Account Set % Bonds 40 %', 'Account Tilt % VTI +5 %',
  ]);
});

test('the account comes before the household, and the upper row before the lower', () => {
  expect(found(row({ scope: 'Household', scopeId: 'H', value: 0.5 }), row({ row: 4, component: 'bonds', value: 0.3 }), row({ row: 3 }))).toEqual(['Account Set % Bonds 40 %']);
});

test('rows of others, of other days, and without what they need say nothing', () => {
  expect(found(row({ scopeId: 'B' }), row({ from: '2026-11-21' }), row({ until: '2026-11-19' }), row({ value: undefined }), row({ change: 'Replace product', into: ' ' }))).toEqual([]);
  expect(found(row({ from: '2026-11-20', until: '2026-11-20' }))).toHaveLength(1);
});
