import { areaAt } from '../model/area';
import { Host } from '../host/host';
import { clearCells, editText, enterText } from './edit';

/** A host with entries typed by a person, and what editing a cell would start with. */
function typed(...entries: string[]) {
  const host = new Host();
  const sheet = host.workbook.activeSheet;
  const place = (row: number) => ({ sheet, area: areaAt(row, 0) });
  const accepted = entries.map((entry, row) => enterText(host, place(row), entry));
  return { host, sheet, place, accepted, shown: entries.map((_, row) => editText(host, place(row))) };
}

describe('editing a cell', () => {
  it('starts with what one would type', () => {
    expect(typed('12%', '2026-11-21', 'true', '=1+1', '', '1234.5', 'text').shown).toEqual([
      '12%',
      '11/21/2026',
      'TRUE',
      '=1+1',
      '',
      '1234.5',
      'text',
    ]);
  });

  it('refuses what is no formula and leaves the cell', () => {
    const { accepted, sheet } = typed('=1+', '=SUM(A9:A10)');
    expect(accepted).toEqual([false, true]);
    expect(sheet.cells.value(0, 0)).toBeNull();
  });

  it('makes a table longer when one types right under it', () => {
    const { host, sheet, place } = typed('Symbol', 'VTI');
    const table = host.workbook.addTable(sheet, areaAt(0, 0, 2), 'rb_X');
    enterText(host, place(2), 'BND');
    enterText(host, place(4), 'apart');
    expect(table.area).toEqual(areaAt(0, 0, 3));
  });

  it('clears a whole area and calculates again', () => {
    const { host, sheet } = typed('1', '2', '=A1+A2');
    clearCells(host, { sheet, area: areaAt(0, 0, 2) });
    expect(sheet.cells.value(2, 0)).toBe(0);
  });
});
