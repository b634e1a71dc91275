import { afterEach, describe, expect, it } from '@jest/globals';
import { answer } from './answer';
import { CellError, invalid } from './cell-error';

/** The part of Excel's runtime that errors are made with. */
class RuntimeError {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}
const runtime = globalThis as { CustomFunctions?: unknown };
const withExcel = (): void => {
  runtime.CustomFunctions = { Error: RuntimeError, ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A', invalidNumber: '#NUM!' } };
};
const thrownBy = (body: () => unknown): unknown => {
  try {
    return body();
  } catch (error) {
    return error;
  }
};

describe('an answer', () => {
  afterEach(() => {
    delete runtime.CustomFunctions;
  });

  it('is what the body returns', () => {
    expect(answer('TERM', () => 'Clear')).toBe('Clear');
    expect(answer('DRIFT', () => [[1, 2]])).toEqual([[1, 2]]);
  });
  it.each([
    ['invalidValue', '#VALUE!'],
    ['notAvailable', '#N/A'],
    ['invalidNumber', '#NUM!'],
  ] as const)('turns %s into %s', (code, excel) => {
    withExcel();
    const error = thrownBy(() =>
      answer('TERM', () => {
        throw new CellError(code, 'Sold is blank.');
      }),
    );
    expect(error).toEqual(new RuntimeError(excel, 'Sold is blank.'));
  });
  it('keeps an error of one cell in its cell', () => {
    withExcel();
    expect(answer('INBAND', () => [['In band'], [invalid('Weight is "x".')]])).toEqual([
      ['In band'],
      [new RuntimeError('#VALUE!', 'Weight is "x".')],
    ]);
  });
  it('hides a fault of ours behind a code that is the same each time and differs between faults', () => {
    const codeOf = (error: Error): string =>
      (
        thrownBy(() =>
          answer('QUICK', () => {
            throw error;
          }),
        ) as Error
      ).message;
    expect(codeOf(new TypeError('secret'))).toMatch(/^REBAL\.QUICK failed\. Support code QUICK-[0-9a-f]{8}\.$/);
    expect(codeOf(new TypeError('secret'))).toBe(codeOf(new TypeError('secret')));
    expect(codeOf(new TypeError('secret'))).not.toBe(codeOf(new RangeError('secret')));
  });
  it('refuses a spill of more than 5,000 cells', () => {
    const rows = (count: number): number[][] => Array.from({ length: count }, () => [1, 2]);
    expect(answer('DRIFT', () => rows(2_500))).toHaveLength(2_500);
    expect(() => answer('DRIFT', () => rows(2_501))).toThrow('Too big for a cell formula (5,002 result cells, limit 5,000). Use Run.');
  });
});
