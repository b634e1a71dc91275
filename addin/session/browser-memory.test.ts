/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { browserMemory } from './browser-memory';

describe('what the browser remembers', () => {
  it('is kept apart for each document', () => {
    browserMemory('a.xlsx').set('key', 'one');
    expect(browserMemory('a.xlsx').get('key')).toBe('one');
    expect(browserMemory('b.xlsx').get('key')).toBeUndefined();
  });

  it('is nothing where storage is forbidden, without a fault', () => {
    const forbidden = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(browserMemory('a.xlsx').get('key')).toBeUndefined();
    forbidden.mockRestore();
  });
});
