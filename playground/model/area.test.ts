import fc from 'fast-check';
import { areaAddress, areaAt, fullAddress, MAX_ROWS, parseArea, splitSheet } from './area';
import { isDefinedName } from './table';
import { WorkbookModel } from './workbook';

describe('addresses', () => {
  it('read back as they were written', () => {
    const areas = fc.tuple(fc.nat(MAX_ROWS - 20), fc.nat(16_000), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(areas, ([top, left, rows, columns]) =>
        expect(parseArea(areaAddress(areaAt(top, left, rows, columns)))).toEqual(areaAt(top, left, rows, columns)),
      ),
    );
  });

  it.each([
    ['$B$2:a1', 'A1:B2'],
    ['C:A', 'A:C'],
    ['3:2', '2:3'],
    ['xfd1048576', 'XFD1048576'],
  ])('%s is %s', (text, address) => expect(areaAddress(parseArea(text)!)).toBe(address));
  it.each(['A', '1', 'A0', 'XFE1', 'A1048577', 'A1:B', 'A1:B2:C3', 'Total', ''])('%p is none', (text) =>
    expect(parseArea(text)).toBeUndefined(),
  );

  it('quote sheets where Excel does, and read them again', () => {
    expect(
      ['Trades', 'My sheet', "it's", 'Q1', 'R1C1', '2026', 'a.b'].map((sheet) => fullAddress(sheet, areaAt(0, 0)).replace('!A1', '')),
    ).toEqual(['Trades', "'My sheet'", "'it''s'", "'Q1'", "'R1C1'", "'2026'", 'a.b']);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => !/[:\\/?*[\]!]/.test(name)),
        (sheet) => {
          expect(splitSheet(fullAddress(sheet, areaAt(0, 0)))).toEqual({ sheet, rest: 'A1' });
        },
      ),
    );
  });

  it('become absolute in names', () => {
    const workbook = new WorkbookModel('My sheet');
    expect(WorkbookModel.reference({ sheet: workbook.activeSheet, area: areaAt(0, 1, 2, 1) })).toBe("='My sheet'!$B$1:$B$2");
    workbook.setName('here', WorkbookModel.reference({ sheet: workbook.activeSheet, area: areaAt(3, 1) }));
    expect(workbook.findPlace('HERE')?.area).toEqual(areaAt(3, 1));
    workbook.setName('loop', '=loop');
    expect(workbook.findPlace('loop')).toBeUndefined();
  });

  it('are no names', () => {
    expect(['rb_Trades', '_x', 'Größe', 'a.b'].every(isDefinedName)).toBe(true);
    expect(['A1', 'XFD9', 'r', 'R1C1', '1a', 'a b', ''].some(isDefinedName)).toBe(false);
  });
});
