import fc from 'fast-check';
import { parseValue } from 'numfmt';
import { readInput } from './input';
import { CellError } from './value';

const value = (entry: string, format = 'General') => {
  const input = readInput(entry, format);
  return input.kind === 'value' ? input.value : input.formula;
};

describe('an entry', () => {
  it.each([
    ['00123', 123],
    ['12%', 0.12],
    ['$1,234.50', 1234.5],
    ['(5)', -5],
    ['1e3', 1000],
    ['22E1', 220],
    [' 5 ', 5],
    ['TRUE', true],
    ['false', false],
    ['2026-11-21', 46347],
    ['Nov 21, 2026', 46347],
    ['21-nov-2026', 46347],
    ['12:30 PM', 0.5208333333333334],
    ['', null],
    ['abc', 'abc'],
    ['lot 12', 'lot 12'],
    ['4471-0093', '4471-0093'],
    ['№5', '№5'],
    ["'007", '007'],
    ["'", ''],
    ['=A1', '=A1'],
    ['+A1', '=A1'],
    ['-A1', '=-A1'],
    ['-', '-'],
    ['=', '='],
  ])('%p becomes %p', (entry, expected) => expect(value(entry)).toBe(expected));

  it('brings its format along', () => {
    expect(readInput('12%', 'General')).toMatchObject({ format: '0%' });
    expect(readInput('2026-11-21', 'General')).toMatchObject({ format: 'm/d/yyyy' });
  });

  it('recognizes errors', () => expect(value('#n/a')).toEqual(new CellError('#N/A')));

  it('stays text in a text cell, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => !text.startsWith("'")),
        (text) => expect(value(text, '@')).toBe(text),
      ),
    );
  });

  it('is never taken for text when it reads as a number or date', () => {
    const numbers = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc
        .date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(numbers, (text) => {
        if (typeof parseValue(text)?.v === 'number') expect(typeof value(text)).toBe('number');
      }),
    );
  });
});
