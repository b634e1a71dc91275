import { expect, test } from '@jest/globals';
import { counted } from './counted';

test.each([
  [0, '0 accounts'],
  [1, '1 account'],
  [2, '2 accounts'],
  [1_234_567, '1,234,567 accounts'],
])('%d is %s', (number, words) => expect(counted(number, 'account')).toBe(words));

test('a noun may have a plural of its own', () => expect([counted(1, 'entry', 'entries'), counted(0, 'entry', 'entries')]).toEqual(['1 entry', '0 entries']));
