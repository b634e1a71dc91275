import { describe, expect, it } from '@jest/globals';
import { createExcel } from '../../playground/node/excel';
import type { CellEdit } from '../../shared/workbook/cell-edits';
import { OfficeWorkbook } from './office-workbook';

const rows = [
  ['Account ID', 'Quantity', 'Acquired', 'Twice'],
  ['A-1', 10, '2021-03-04', '=B2*2'],
  ['A-2', 4, '2021-03-05', '=B3*2'],
];
const number = (row: number, column: number, value: number | null): CellEdit => ({ row, column, value, kind: 'number' });
const text = (row: number, column: number, value: string): CellEdit => ({ row, column, value, kind: 'text' });

/** A sheet that somebody made, as an Excel table when it has a name. */
async function openLots(table?: string, below?: unknown) {
  const excel = createExcel();
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Lots');
    sheet.getRange('B2:B3').numberFormat = [['#,##0.00'], ['#,##0.00']];
    sheet.getRange('A1:D3').values = rows;
    sheet.getRange('A2:A3').format.fill.color = '#FFEE00';
    if (below !== undefined) sheet.getRange('B5').values = [[below]];
    if (table) sheet.tables.add('A1:D3', true).name = table;
    await context.sync();
  });
  const workbook = new OfficeWorkbook();
  const look = (address: string) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Lots').getRange(address).load('values,formulas,numberFormat');
      await context.sync();
      return { values: range.values, formulas: range.formulas, formats: range.numberFormat };
    });
  return { excel, workbook, look, edit: (...cells: CellEdit[]) => workbook.edit([{ sheet: 'Lots', table, cells }]) };
}

describe('cells of a sheet that somebody made', () => {
  it('change alone; formats and formulas stay, and what depends on them follows', async () => {
    const { excel, edit, look } = await openLots();
    await edit(number(2, 2, 12), text(3, 1, '0042'));
    const { values, formulas, formats } = await look('A1:D3');
    expect(values.slice(1).map(([id, quantity, , twice]) => [id, quantity, twice])).toEqual([['A-1', 12, 24], ['0042', 4, 8]]);
    expect(formulas[1][3]).toBe('=B2*2');
    expect(formats[1][1]).toBe('#,##0.00');
    expect(excel.host.references.count).toBe(0);
    expect(excel.host.warnings).toEqual([]);
  });

  it('of a table grow it, and new rows look like the last', async () => {
    const { edit, look, excel } = await openLots('Lots');
    await edit(text(5, 1, 'A-4'), number(5, 2, 1));
    expect((await look('A5:B5')).formats[0][1]).toBe('#,##0.00');
    expect(excel.workbook.findSheet('Lots')!.tables[0].area.bottom).toBe(4);
    expect(excel.workbook.findSheet('Lots')!.style(4, 0).fill).toBe(excel.workbook.findSheet('Lots')!.style(1, 0).fill);
  });

  it('are known by their formulas; text that looks like one is none', async () => {
    const { workbook, edit } = await openLots('Lots');
    await edit(text(3, 1, '=B2'));
    expect(await workbook.formulas({ sheet: 'Lots', table: 'Lots' })).toEqual(new Set(['D2', 'D3']));
  });
});

describe('what is refused leaves every cell as it was', () => {
  it.each([
    ['a note below the table', 'mine', /Lots has no room for 2 more rows: B5 lies below the table\./],
  ])('%s', async (_what, below, says) => {
    const { edit, look } = await openLots('Lots', below);
    const before = await look('A1:D6');
    await expect(edit(number(2, 2, 99), text(5, 1, 'A-4'))).rejects.toThrow(says);
    expect(await look('A1:D6')).toEqual(before);
  });

  it('a totals row', async () => {
    const { edit, excel } = await openLots('Lots');
    await excel.run(async (context) => {
      context.workbook.tables.getItem('Lots').showTotals = true;
      await context.sync();
    });
    await expect(edit(text(4, 1, 'A-3'))).rejects.toThrow('A4 lies below the table.');
  });

  it('a protected sheet, also when it is the second of two', async () => {
    const { excel, workbook, look } = await openLots();
    await excel.run(async (context) => {
      const other = context.workbook.worksheets.add('Prices');
      other.getRange('A1').values = [['Symbol']];
      other.protection.protect();
      await context.sync();
    });
    const before = await look('A1:D3');
    const both = [{ sheet: 'Lots', cells: [number(2, 2, 99)] }, { sheet: 'Prices', cells: [number(2, 1, 1)] }];
    await expect(workbook.edit(both)).rejects.toThrow('Prices is protected.');
    expect(await look('A1:D3')).toEqual(before);
  });

  it('a fault in the middle: what was written is put back, the table shrinks again', async () => {
    const { excel, edit, look } = await openLots('Lots');
    await edit(text(3, 1, '007'));
    const before = await look('A1:D6');
    // The last cell lies where Excel has no column, in a request of its own after those of the first 4,000 cells.
    const many = Array.from({ length: 4_000 }, (_none, k) => number(k + 2, 2, k));
    await expect(edit(...many, text(4, 1, 'A-4'), number(4_002, 16_390, 1))).rejects.toMatchObject({ kind: 'put back' });
    expect(await look('A1:D6')).toEqual(before);
    expect(excel.workbook.findSheet('Lots')!.tables[0].area.bottom).toBe(2);
  });
});

describe('several writes as one step', () => {
  it('see one another, and tell how far they are', async () => {
    const { workbook, look } = await openLots('Lots');
    const told: number[][] = [];
    await workbook.inOneStep(
      async (book) => {
        await book.edit([{ sheet: 'Lots', table: 'Lots', cells: [number(2, 2, 1)] }]);
        const { regions } = await book.read(({ table }) => table === 'Lots');
        await book.edit([{ sheet: 'Lots', table: 'Lots', cells: [number(3, 2, Number(regions[0].values[1][1]) + 1)] }]);
      },
      (done, total) => told.push([done, total]),
    );
    expect((await look('B2:B3')).values).toEqual([[1], [2]]);
    expect(told).toEqual([[1, 1], [1, 1]]);
  });

  it('are refused beforehand where a sheet is protected', async () => {
    const { excel, workbook } = await openLots('Lots');
    await expect(workbook.refuseProtected(['Lots', 'rb_Audit'])).resolves.toBeUndefined();
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Lots').protection.protect();
      await context.sync();
    });
    await expect(workbook.refuseProtected(['Lots', 'rb_Audit'])).rejects.toThrow('Lots is protected.');
    excel.workbook.protectedStructure = true;
    await expect(workbook.refuseProtected(['rb_Audit'])).rejects.toThrow("The workbook's structure is protected.");
  });
});
