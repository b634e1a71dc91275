import { workbookFromJson, workbookToJson } from '../model/json';
import { areaAt } from '../model/area';
import { CellError } from '../model/value';
import { WorkbookModel } from '../model/workbook';
import { readXlsx, pointsToWidth, widthToPoints } from './read';
import { writeXlsx } from './write';

/** A small workbook with one of everything that is kept. */
function sample(): WorkbookModel {
  const workbook = new WorkbookModel('Lots & more');
  const sheet = workbook.activeSheet;
  [
    ['Symbol', 'Cost'],
    ['VTI', 100.5],
    ['<b>&', -3],
    [true, new CellError('#N/A')],
  ].forEach((line, row) => line.forEach((value, column) => sheet.put(row, column, value)));
  sheet.cells.setFormula(5, 1, '=SUM(rb_Lots[Cost])');
  sheet.cells.setValue(5, 1, 97.5);
  sheet.restyle(areaAt(0, 0, 1, 2), (style) => ({ ...style, bold: true, fill: '#1F4E79', color: '#FFFFFF', horizontal: 'Center' }));
  sheet.restyle(areaAt(1, 1, 3, 1), (style) => ({
    ...style,
    numberFormat: '$#,##0;($#,##0);"–"',
    borders: { EdgeBottom: { style: 'Continuous', color: '#FF0000', weight: 'Thin' } },
  }));
  sheet.columns.set(0, { size: widthToPoints(20) });
  sheet.columns.set(2, { hidden: true, level: 1, size: widthToPoints(8) });
  sheet.frozenRows = 1;
  sheet.frozenColumns = 1;
  sheet.tabColor = '#2E75B6';
  const table = workbook.addTable(sheet, areaAt(0, 0, 4, 2), 'rb_Lots');
  table.style = 'TableStyleLight1';
  workbook.setName('rb_AsOf', "='Lots & more'!$B$2", 'day');
  workbook.addSheet('Hidden').visibility = 'Hidden';
  return workbook;
}

/** What a reader would see, without identities. */
function seen(workbook: WorkbookModel) {
  const { styles, ...rest } = workbookToJson(workbook);
  const look = (index: number | undefined) => (index === undefined ? undefined : styles[index]);
  return {
    ...rest,
    sheets: rest.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, style: look(cell.style) })).sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]),
      tables: sheet.tables.map(({ id: _id, ...table }) => table),
    })),
  };
}

describe('a workbook', () => {
  it('survives the way through JSON', () => {
    const workbook = sample();
    expect(seen(workbookFromJson(JSON.parse(JSON.stringify(workbookToJson(workbook)))))).toEqual(seen(workbook));
  });

  it('survives the way through .xlsx', async () => {
    const workbook = sample();
    const again = await readXlsx(await writeXlsx(workbook), workbook.name);
    expect(seen(again)).toEqual(seen(workbook));
  });

  it('refuses what is no workbook', async () => {
    await expect(readXlsx(new Uint8Array([1, 2, 3]))).rejects.toThrow();
  });

  it('converts column widths both ways', () => {
    for (const width of [1, 8.43, 20, 60]) expect(pointsToWidth(widthToPoints(width))).toBeCloseTo(width, 2);
  });
});
