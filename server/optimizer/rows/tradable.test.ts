import { sixtyForty, snapshotOf } from '../examples';
import { tradable } from './tradable';

test.each([
  ['Yes', []],
  ['Sell only', ['VTI is not bought']],
  ['Hold', ['VTI is not bought', 'VTI is not sold']],
  ['No', ['VTI is not bought', 'VTI is not sold']],
] as const)('a security that is %s', (is, names) => {
  const rows = tradable(snapshotOf(sixtyForty({ vti: { tradable: is } })));
  expect(rows.map(({ name }) => name)).toEqual(names);
  expect(rows.every(({ tier, max }) => tier === 'fixed' && max === 0)).toBe(true);
});
