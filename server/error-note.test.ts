import { expect, test } from '@jest/globals';
import { errorNote } from './error-note';

test('says where an error arose and never what it says', () => {
  const note = errorNote(new TypeError('Cost basis of 4471-0093\n    is 12'));
  expect(note.error).toBe('TypeError');
  expect(note.at[0]).toContain('error-note.test.ts');
  expect(JSON.stringify(note)).not.toContain('4471');
});

test('names the code of a system error', () => {
  expect(errorNote(Object.assign(new Error('x'), { code: 'ENOSPC' })).error).toBe('Error ENOSPC');
});

test.each([
  ['text', 'string'],
  [undefined, 'undefined'],
])('whatever was thrown has a note: %p', (thrown, error) => {
  expect(errorNote(thrown)).toEqual({ error, at: [] });
});
