import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocks, typed } from './write-rows';

describe('what is typed into a cell', () => {
  it('types text that Excel could take for a formula with an apostrophe', () => {
    expect(['=1+1', '+a', '-3', '@x', "'q", 'plain'].map((text) => typed(text, 'text', false))).toEqual([
      "'=1+1",
      "'+a",
      "'-3",
      "'@x",
      "''q",
      'plain',
    ]);
  });

  it('never types text that begins a formula, whatever the text and the kind of column', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('text' as const, 'number' as const, 'date' as const, 'boolean' as const), (text, kind) => {
        const value = typed(text, kind, false);
        if (typeof value === 'string') expect(value).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it('keeps numbers as they are, dates as serial numbers and blanks as cleared cells', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => expect(typed(value, 'number', false)).toBe(value)),
    );
    expect(typed('2026-11-20', 'date', false)).toBe(46_346);
    expect(typed('2026-11-20', 'date', true)).toBe(46_346 - 1_462);
    expect(typed(null, 'text', false)).toBe('');
  });
});

describe('blocks of rows', () => {
  it('hold every row once, in order, and stay under the limit', () => {
    const row = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 200 }), (rows, limit) => {
        const cut = [...blocks(rows, limit)];
        expect(cut.flatMap((block) => block.rows)).toEqual(rows);
        expect(cut.map(({ first }) => first)).toEqual(
          cut.map((_, index) => cut.slice(0, index).reduce((sum, block) => sum + block.rows.length, 0)),
        );
        for (const block of cut) {
          const bytes = Buffer.byteLength(JSON.stringify(block.rows));
          expect(block.rows.length === 1 || bytes <= limit + 1).toBe(true);
        }
      }),
    );
  });
});
