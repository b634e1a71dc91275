import { areaAt } from '../../model/area';
import { WorkbookModel } from '../../model/workbook';
import { tableLook } from './table-look';

function table(style: string) {
  const workbook = new WorkbookModel();
  const made = workbook.addTable(workbook.activeSheet, areaAt(4, 0, 4, 2), 'rb_X');
  made.style = style;
  return made;
}

describe('a table style', () => {
  it('fills the header with its accent and bands the rows', () => {
    const medium = table('TableStyleMedium2');
    expect(tableLook(medium, 4)).toMatchObject({ fill: '#4472C4', color: '#FFFFFF', bold: true });
    expect([5, 6].map((row) => tableLook(medium, row).fill)).toEqual(['#dae3f3', undefined]);
    medium.showBandedRows = false;
    expect(tableLook(medium, 5).fill).toBeUndefined();
  });

  it('leaves light headers plain, marks totals, and is nothing without a style', () => {
    expect(tableLook(table('TableStyleLight1'), 4)).toEqual({ bold: true, top: '#404040', bottom: '#404040' });
    const totals = table('TableStyleLight9');
    totals.showTotals = true;
    expect(tableLook(totals, 7)).toMatchObject({ bold: true });
    expect(tableLook(table(''), 5)).toEqual({});
  });
});
