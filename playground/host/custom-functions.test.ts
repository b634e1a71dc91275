import { CellError } from '../model/value';
import { Host } from './host';
import type { HostMessage } from './wire';

const METADATA = JSON.stringify({
  functions: [
    { id: 'TWICE', name: 'TWICE', parameters: [{ name: 'value', type: 'number' }], options: { cancelable: true } },
    {
      id: 'SHOW',
      name: 'SHOW',
      parameters: [
        { name: 'cells', type: 'any', dimensionality: 'matrix' },
        { name: 'mode', type: 'string', optional: true },
      ],
    },
    { id: 'ALL', name: 'ALL', parameters: [{ name: 'values', type: 'any', dimensionality: 'matrix', repeating: true }] },
  ],
});

/** A host whose add-in notes what it is asked. */
function host(blank: 'zero' | 'null' = 'null') {
  const made = new Host(undefined, { blank });
  const asked: { type: number; message: unknown }[] = [];
  made.deliver = (messages: readonly HostMessage[]) =>
    asked.push(...messages.map(([, type, , json]) => ({ type, message: JSON.parse(json) as unknown })));
  made.functions.register('REBAL', METADATA);
  made.functions.ready();
  const sheet = made.workbook.activeSheet;
  const enter = (row: number, column: number, entry: string | number) => {
    sheet.enter(row, column, entry);
    made.edited({ sheet, area: { top: row, left: column, bottom: row, right: column } });
    made.calculate();
  };
  return { host: made, sheet, enter, asked };
}

describe('functions of an add-in', () => {
  it('are asked once, answer later, and are asked again when their arguments change', () => {
    const { host: excel, sheet, enter, asked } = host();
    enter(0, 0, 21);
    enter(0, 1, '=REBAL.TWICE(A1)+1');
    expect(sheet.cells.value(0, 1)).toEqual(new CellError('#BUSY!'));
    expect(asked).toEqual([{ type: 1000, message: [1, 'TWICE', [21], 'Sheet1!B1', 1] }]);
    excel.functions.answer([[1, true, 42]]);
    expect(sheet.cells.value(0, 1)).toBe(43);
    enter(5, 5, 'elsewhere');
    expect(asked).toHaveLength(1);
    enter(0, 0, 1);
    expect(asked[1]).toMatchObject({ type: 1000, message: [expect.any(Number), 'TWICE', [1], 'Sheet1!B1', 1] });
  });

  it('are answered while a cell is being edited, when other requests are refused', () => {
    const { host: excel, sheet, enter } = host();
    enter(0, 0, 21);
    enter(0, 1, '=REBAL.TWICE(A1)');
    excel.cellEdit = true;
    const path = { 1: { Id: 1, ObjectPathType: 2, Name: 'Microsoft.ExcelServices.CustomFunctions' } };
    const ask = (Name: string, args: unknown[]) =>
      excel.answer(JSON.stringify({ Actions: [{ Id: 2, ActionType: 3, Name, ObjectPathId: 1, ArgumentInfo: { Arguments: args } }], ObjectPaths: path }));
    expect(ask('_GetEnabledFeatures', [])).toEqual({ refusal: 5004 });
    ask('SetInvocationArrayResults', [[[1, true, 42]]]);
    expect(sheet.cells.value(0, 1)).toBe(42);
  });

  it('are cancelled when their formula goes before they answer', () => {
    const { host: excel, enter, asked } = host();
    enter(0, 0, '=REBAL.TWICE(1)');
    enter(0, 0, '');
    expect(asked.map(({ type }) => type)).toEqual([1000, 1001]);
    expect(excel.functions.pending).toBe(0);
  });

  it('get blanks as the platform has them, omitted arguments as null, and cells as matrices', () => {
    for (const [blank, expected] of [
      ['null', null],
      ['zero', 0],
    ] as const) {
      const { enter, asked } = host(blank);
      enter(0, 0, 'x');
      enter(2, 0, '=REBAL.SHOW(A1:B1)');
      enter(3, 0, '=REBAL.SHOW(A1,"m")');
      enter(4, 0, '=REBAL.ALL(A1,B1)');
      expect(asked.map(({ message }) => (message as unknown[])[2])).toEqual([
        [[['x', expected]], null],
        [[['x']], 'm'],
        [[[['x']], [[0]]]],
      ]);
    }
  });

  it('are not called with what does not fit', () => {
    const { sheet, enter, asked } = host();
    for (const formula of [
      '=REBAL.TWICE("x")',
      '=REBAL.TWICE(1/0)',
      '=REBAL.TWICE()',
      '=REBAL.TWICE(1,2)',
      '=REBAL.TWICE(A9:A10)',
      '=REBAL.NONE(1)',
    ])
      enter(0, 0, formula);
    expect(asked).toEqual([]);
    expect(sheet.cells.value(0, 0)).toEqual(new CellError('#NAME?'));
  });

  it('answer errors with their text, spills, and values with a type', () => {
    const { host: excel, sheet, enter } = host();
    enter(0, 0, '=REBAL.TWICE(1)');
    enter(0, 2, '=REBAL.TWICE(2)');
    enter(0, 4, '=REBAL.TWICE(3)');
    excel.functions.answer(
      [
        [1, false, 'Not now', 1],
        [
          2,
          true,
          [
            [1, null],
            [{ type: 'CustomFunctionError', code: '#NUM!' }, 'b'],
          ],
        ],
        [3, true, { type: 'FormattedNumber', basicValue: 7, numberFormat: '0' }],
      ].map((result, index) => [[1, 2, 3][index], ...result.slice(1)] as unknown as [number, boolean, unknown, number]),
    );
    expect(sheet.cells.value(0, 0)).toEqual(new CellError('#N/A', 'Not now'));
    expect([sheet.cells.value(0, 2), sheet.cells.value(0, 3), sheet.cells.value(1, 2), sheet.cells.value(1, 3)]).toEqual([
      1,
      0,
      new CellError('#NUM!'),
      'b',
    ]);
    expect(sheet.cells.value(0, 4)).toBe(7);
  });
});
