import { areaAt } from '../model/area';
import { CellError, type Value } from '../model/value';
import { WorkbookModel } from '../model/workbook';
import { Engine, type FunctionSource } from './engine';

/** An add-in with one function that adds up numbers; it notes how often it is asked. */
function adder(): FunctionSource & { calls: number } {
  return {
    calls: 0,
    has: (name) => name === 'REBAL.ADD',
    call(_name, args) {
      this.calls++;
      return args
        .flatMap(({ value }) => (Array.isArray(value) ? (value as number[][]).flat() : [value as number]))
        .reduce((sum, each) => sum + Number(each), 0);
    },
    begin: () => undefined,
    end: () => undefined,
  };
}

/** A sheet with rows of entries, calculated. */
function sheetOf(entries: (string | number | boolean | null)[][], prepare: (workbook: WorkbookModel) => void = () => undefined) {
  const workbook = new WorkbookModel();
  const sheet = workbook.activeSheet;
  entries.forEach((line, row) => line.forEach((entry, column) => entry !== null && sheet.enter(row, column, entry)));
  prepare(workbook);
  const source = adder();
  const engine = new Engine(workbook, source);
  engine.recalculate();
  const value = (row: number, column: number): Value => sheet.cells.value(row, column);
  return { workbook, sheet, engine, source, value };
}

/** The value of one formula beside a few cells. */
function valueOf(formula: string): unknown {
  const { value } = sheetOf([
    [1, 'b', true, formula],
    [2, 'a', null],
    [3, 'B', null],
  ]);
  const result = value(0, 3);
  return result instanceof CellError ? result.code : result;
}

describe('calculation', () => {
  it.each([
    ['=SUM(A1:A3)', 6],
    ['=SUM(A:A)', 6],
    ['=MAX(A1:A3)-MIN(A1:A3)', 2],
    ['=IF(A1>0,"yes","no")', 'yes'],
    ['=A1&"-"&B1', '1-b'],
    ['=SUBTOTAL(109,A1:A3)', 6],
    ['=SUBTOTAL(3,B1:B3)', 3],
    ['=XLOOKUP("a",B1:B3,A1:A3)', 2],
    ['=XLOOKUP("x",B1:B3,A1:A3,"none")', 'none'],
    ['=XLOOKUP("b",B1:B3,A1:A3,,0,-1)', 3],
    ['=INDEX(A1:A3,2)', 2],
    ['=MATCH(3,A1:A3,0)', 3],
    ['=COUNTIFS(A1:A3,">1")', 2],
    ['=SUMIFS(A1:A3,B1:B3,"b")', 4],
    ['=TEXT(1234.5,"$#,##0")', '$1,235'],
    ['=ROUND(2.5,0)', 3],
    ['=IFERROR(1/0,"x")', 'x'],
    ['=IFERROR(NOSUCH(1),3)', 3],
    ['=C2', 0],
    ['=SUMPRODUCT(A1:A3,A1:A3)', 14],
    ['=1/0', '#DIV/0!'],
    ['=NOSUCH(A1)', '#NAME?'],
    ['=nowhere', '#NAME?'],
    ['=XLOOKUP("x",B1:B3,A1:A3)', '#N/A'],
    ['=Gone!A1', '#REF!'],
    ['=REBAL.ADD(A1:A3,4)', 10],
    ['=REBAL.ADD({1;2},A2)', 5],
    ['=SUM(REBAL.ADD(1,2),1)', 4],
    ['=_xlfn.XLOOKUP(3,A1:A3,B1:B3)', 'B'],
  ])('%s is %p', (formula, expected) => expect(valueOf(formula)).toEqual(expected));

  it('follows chains whatever their order, also long ones', () => {
    const { value } = sheetOf([['=A2+1'], ...Array.from({ length: 3_000 }, (_, row) => [`=A${row + 3}+1`]), [0]]);
    expect(value(0, 0)).toBe(3_001);
  });

  it('gives circles zero', () => {
    const { value } = sheetOf([['=B1', '=A1', '=A1+5']]);
    expect([value(0, 0), value(0, 1), value(0, 2)]).toEqual([0, 0, 5]);
  });

  it('spills arrays, and says when something is in the way', () => {
    const { sheet, engine, value } = sheetOf([
      ['=UNIQUE(C1:C4)', null, 'b'],
      [null, null, 'a'],
      [null, null, 'b'],
      [null, null, 'c'],
    ]);
    expect([value(0, 0), value(1, 0), value(2, 0)]).toEqual(['b', 'a', 'c']);
    expect(sheet.spills.get('0,0')).toEqual(areaAt(0, 0, 3));
    sheet.enter(1, 0, 'mine');
    engine.recalculate();
    expect(value(0, 0)).toEqual(new CellError('#SPILL!'));
    expect([value(1, 0), value(2, 0)]).toEqual(['mine', null]);
    sheet.enter(1, 0, '');
    engine.recalculate();
    expect(value(2, 0)).toBe('c');
  });

  it('filters and sorts', () => {
    const { value } = sheetOf([
      ['=SORT(FILTER(C1:C4,C1:C4>1),1,-1)', null, 1],
      [null, null, 4],
      [null, null, 2],
      [null, null, 3],
    ]);
    expect([value(0, 0), value(1, 0), value(2, 0), value(3, 0)]).toEqual([4, 3, 2, null]);
  });
});

describe('tables and names in formulas', () => {
  const rows = [
    ['Symbol', 'Shares', 'Net [$]'],
    ['VTI', 2, 10],
    ['BND', 3, 20],
    [null, null, null],
  ];

  function calculate(formula: string, at: [number, number] = [6, 0]) {
    const { value } = sheetOf(rows, (workbook) => {
      workbook.addTable(workbook.activeSheet, areaAt(0, 0, 3, 3), 'rb_Lots');
      workbook.setName('rb_Rate', '=0.5');
      workbook.setName('rb_Half', '=rb_Rate/2');
      workbook.setName('rb_First', '=Sheet1!$B$2');
      workbook.activeSheet.enter(at[0], at[1], formula);
    });
    const result = value(at[0], at[1]);
    return result instanceof CellError ? result.code : result;
  }

  it.each([
    ['=SUM(rb_Lots[Shares])', 5],
    ["=SUM(rb_lots[[Shares]:[Net '[$']]])", 35],
    ['=ROWS(rb_Lots)', 2],
    ['=ROWS(rb_Lots[#All])', 3],
    ['=INDEX(rb_Lots[#Headers],1,2)', 'Shares'],
    ['=INDEX(rb_Lots[[#All],[Symbol]],3)', 'BND'],
    ['=rb_Rate*4', 2],
    ['=rb_Half', 0.25],
    ['=rb_First+1', 3],
    ['=SUM(rb_Lots[Nothing])', '#REF!'],
    ['="rb_Lots[Shares]"', 'rb_Lots[Shares]'],
  ])('%s is %p', (formula, expected) => expect(calculate(formula)).toEqual(expected));

  it('means this row', () => {
    expect(calculate('=[@Shares]*2', [2, 2])).toBe(6);
    expect(calculate('=rb_Lots[@Shares]*2', [1, 2])).toBe(4);
    expect(calculate('=rb_Lots[[#This Row],[Shares]]', [5, 0])).toBe('#REF!');
  });
});

describe('the grammar', () => {
  const { engine } = sheetOf([[1]]);

  it.each(['=1+', '=SUM(A1', '=)', '=A1:'])('refuses %s', (formula) => expect(engine.parses(formula)).toBe(false));
  it.each(['=1', "='My sheet'!A1", '=-A1', '={1,2;3,4}', '=rb_X[Col]', '=NOSUCH(1)', '=IF(A1="","",1%)'])('accepts %s', (formula) =>
    expect(engine.parses(formula)).toBe(true),
  );
});
