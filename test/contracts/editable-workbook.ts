import { describe, expect, test } from '@jest/globals';
import type { EditableWorkbook } from '../../shared/workbook/cell-edits';
import type { Region, SheetContent } from '../../shared/workbook/port';

/** What every workbook whose cells can be written one by one must do; `open` gives a fresh one. */
export function editableWorkbookContract(
  name: string,
  open: () => Promise<EditableWorkbook>,
  reopen: (workbook: EditableWorkbook) => Promise<EditableWorkbook> = async (same) => same,
): void {
  async function edited(...cells: Parameters<EditableWorkbook['edit']>[0][number]['cells'][number][]): Promise<Region> {
    const workbook = await open();
    await workbook.write([sheet]);
    await workbook.edit([{ sheet: 'Lots', table: 'Lots', cells }]);
    const { regions } = await (await reopen(workbook)).read(({ table }) => table === 'Lots');
    return regions[0];
  }

  describe(`${name} writes single cells`, () => {
    test('a number, a text, a day and a blank; the others stay', async () => {
      const { values } = await edited(
        { row: 2, column: 2, value: 12.5, kind: 'number' },
        { row: 2, column: 4, value: null, kind: 'text' },
        { row: 3, column: 1, value: '0042', kind: 'text' },
        { row: 3, column: 3, value: '2026-11-20', kind: 'date' },
      );
      expect(values).toEqual([
        ['Account ID', 'Quantity', 'Acquired', 'Note'],
        ['A-1', 12.5, 44_259, null],
        ['0042', 4, 46_346, '=kept as text'],
      ]);
    });

    test('a row below joins the table', async () => {
      const region = await edited({ row: 4, column: 1, value: 'A-3', kind: 'text' }, { row: 5, column: 2, value: 7, kind: 'number' });
      expect(region).toMatchObject({ top: 1, left: 1, table: 'Lots' });
      expect(region.values.slice(3)).toEqual([['A-3', null, null, null], [null, 7, null, null]]);
    });

    test.each(['=1+1', '+cmd|x', '@a', "'quoted", '-4', '1e5', '<b>&'])('the text %s stays that text', async (text) => {
      const { values } = await edited({ row: 2, column: 1, value: text, kind: 'text' }, { row: 4, column: 4, value: text, kind: 'text' });
      expect([values[1][0], values[3][3]]).toEqual([text, text]);
    });

    test('a sheet that is not there is our fault, and throws', async () => {
      const workbook = await open();
      await workbook.write([sheet]);
      await expect(workbook.edit([{ sheet: 'Other', table: 'Other', cells: [{ row: 2, column: 1, value: 1, kind: 'number' }] }])).rejects.toThrow('Other');
    });
  });
}

const sheet: SheetContent = {
  sheet: 'Lots',
  table: 'Lots',
  frozenColumns: 1,
  tabColor: '#2E75B6',
  columns: [
    { header: 'Account ID', kind: 'text', format: '@', width: 14 },
    { header: 'Quantity', kind: 'number', format: '#,##0.00', width: 14 },
    { header: 'Acquired', kind: 'date', format: 'yyyy-mm-dd', width: 12 },
    { header: 'Note', kind: 'text', format: '@', width: 20 },
  ],
  rows: [
    ['A-1', 10, '2021-03-04', 'mine'],
    ['A-2', 4, null, '=kept as text'],
  ],
};
