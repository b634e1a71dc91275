import { readFlag } from './flag';

test('yes, no, and what says neither', () => {
  expect(['Yes', 'false', 'W', 'Wash sale', '0', '?', null].map(readFlag)).toEqual([true, false, true, true, false, null, null]);
});
