import { createExcel } from '../../playground/node/excel';

/** Worksheets, tables and names, as documented. */
describe('worksheets', () => {
  it.each(['', 'a/b', 'x'.repeat(32), 'History', "'quoted'"])('refuses the name %p', async (name) => {
    const { run } = createExcel();
    await expect(
      run(async (context) => {
        const sheet = context.workbook.worksheets.add();
        sheet.name = name;
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('refuses a name in use, whatever its case', async () => {
    const { run } = createExcel();
    await expect(
      run(async (context) => {
        context.workbook.worksheets.add('SHEET1');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
  });

  it('adds, orders, hides, colors, freezes, renames and deletes', async () => {
    const { run, workbook, host } = createExcel();
    await run(async (context) => {
      const { worksheets } = context.workbook;
      const trades = worksheets.add('Trades');
      trades.position = 0;
      trades.tabColor = '#2E75B6';
      trades.showGridlines = false;
      trades.freezePanes.freezeAt(trades.getRange('A1:C5'));
      trades.getRange('A1').formulas = [['=Sheet1!B1+1']];
      worksheets.getItem('Sheet1').name = 'Inputs 1';
      const old = worksheets.add('Old');
      old.delete();
      const frozen = trades.freezePanes.getLocationOrNullObject();
      frozen.load('address');
      worksheets.load('items/name,items/tabColor,items/visibility');
      await context.sync();
      expect(worksheets.items.map((sheet) => sheet.name)).toEqual(['Trades', 'Inputs 1']);
      expect(frozen.address).toBe('Trades!A1:C5');
    });
    expect(workbook.sheets[0]).toMatchObject({ tabColor: '#2E75B6', showGridlines: false, frozenRows: 5, frozenColumns: 3 });
    expect(workbook.sheets[0].cells.formula(0, 0)).toBe("='Inputs 1'!B1+1");
    expect(host.warnings).toEqual([]);
  });

  it('keeps one visible sheet', async () => {
    const { run } = createExcel();
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getFirst().visibility = 'Hidden';
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidOperation' });
  });

  it('refuses writes to a protected sheet', async () => {
    const { run } = createExcel();
    await expect(
      run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.protection.protect();
        sheet.getRange('A1').values = [[1]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'AccessDenied' });
  });
});

describe('tables', () => {
  /** A table `rb_Lots` at A1:B3 of a fresh workbook. */
  async function withTable() {
    const excel = createExcel();
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B3').values = [
        ['Symbol', 'Shares'],
        ['VTI', 1],
        ['BND', 2],
      ];
      const table = sheet.tables.add('A1:B3', true);
      table.name = 'rb_Lots';
      table.style = 'TableStyleLight9';
      await context.sync();
    });
    return excel;
  }

  it('answers its parts', async () => {
    const { run } = await withTable();
    await run(async (context) => {
      const table = context.workbook.tables.getItem('RB_LOTS');
      const parts = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.columns.getItem('shares').getDataBodyRange(),
      ];
      for (const part of parts) part.load('address');
      table.columns.load('items/name,items/index');
      table.rows.load('count');
      await context.sync();
      expect(parts.map((part) => part.address)).toEqual(['Sheet1!A1:B3', 'Sheet1!A1:B1', 'Sheet1!A2:B3', 'Sheet1!B2:B3']);
      expect(table.columns.items.map(({ name, index }) => [name, index])).toEqual([
        ['Symbol', 0],
        ['Shares', 1],
      ]);
      expect(table.rows.count).toBe(2);
    });
  });

  it('grows and shrinks in place', async () => {
    const { run, workbook } = await withTable();
    await run(async (context) => {
      const table = context.workbook.tables.getItem('rb_Lots');
      table.resize('A1:C5');
      await context.sync();
      table.rows.deleteRowsAt(0, 2);
      await context.sync();
    });
    expect(workbook.findTable('rb_Lots')?.area).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
    expect(workbook.findTable('rb_Lots')?.columnNames()).toEqual(['Symbol', 'Shares', 'Column3']);
  });

  it('adds rows below and inside, and pushes down what is under it', async () => {
    const { run, workbook } = await withTable();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A4').values = [['note']];
      const table = context.workbook.tables.getItem('rb_Lots');
      table.rows.add(undefined, [['VXUS', 3]]);
      table.rows.add(0, [['CASH', 4]]);
      const body = table.getDataBodyRange();
      body.load('values');
      await context.sync();
      expect(body.values).toEqual([
        ['CASH', 4],
        ['VTI', 1],
        ['BND', 2],
        ['VXUS', 3],
      ]);
    });
    expect(workbook.activeSheet.cells.value(5, 0)).toBe('note');
  });

  it('keeps one row when all are deleted', async () => {
    const { run } = await withTable();
    await run(async (context) => {
      const table = context.workbook.tables.getItem('rb_Lots');
      table.rows.deleteRowsAt(0, 2);
      const body = table.getDataBodyRange();
      body.load('values');
      await context.sync();
      expect(body.values).toEqual([['', '']]);
    });
  });

  it('refuses to overlap, bad names and names in use', async () => {
    const { run } = await withTable();
    const failing = (act: (context: Excel.RequestContext) => void) =>
      run(async (context) => {
        act(context);
        await context.sync();
      });
    await expect(failing((context) => context.workbook.tables.add('Sheet1!B2:D4', true))).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
    await expect(
      failing((context) => {
        context.workbook.tables.getItem('rb_Lots').name = 'T1';
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(
      failing((context) => {
        context.workbook.tables.add('Sheet1!F1:G2', true).name = 'rb_lots';
      }),
    ).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
  });

  it('adds headers when the range has none, and makes them unique', async () => {
    const { run, workbook } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B1').values = [[1, 2]];
      sheet.tables.add('A1:B1', false);
      sheet.getRange('E1:F2').values = [
        ['Same', 'same'],
        [1, 2],
      ];
      sheet.tables.add('E1:F2', true);
      await context.sync();
    });
    expect(workbook.tables.map((table) => table.columnNames())).toEqual([
      ['Column1', 'Column2'],
      ['Same', 'same2'],
    ]);
  });

  it('adds and deletes columns', async () => {
    const { run, workbook } = await withTable();
    await run(async (context) => {
      const table = context.workbook.tables.getItem('rb_Lots');
      table.columns.add(1, [['Cost'], [10], [20]]);
      table.columns.getItem('Symbol').delete();
      await context.sync();
    });
    expect(workbook.findTable('rb_Lots')?.columnNames()).toEqual(['Cost', 'Shares']);
  });

  it('shows a totals row', async () => {
    const { run, workbook } = await withTable();
    await run(async (context) => {
      const table = context.workbook.tables.getItem('rb_Lots');
      table.showTotals = true;
      table.getTotalRowRange().formulas = [['Total', '=SUBTOTAL(109,[Shares])']];
      const total = table.getTotalRowRange();
      total.load('values');
      await context.sync();
      expect(total.values).toEqual([['Total', 3]]);
    });
    expect(workbook.findTable('rb_Lots')?.area.bottom).toBe(3);
  });
});

describe('names', () => {
  it('are added, read, moved and deleted', async () => {
    const { run, host } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B4').values = [['2026-11-20']];
      context.workbook.names.add('rb_AsOf', sheet.getRange('B4'), 'As-of date');
      context.workbook.names.add('rb_Rate', '=0.25');
      const { names } = context.workbook;
      names.load('items/name,items/type,items/value,items/formula,items/comment');
      const cell = names.getItem('RB_ASOF').getRange();
      cell.load('values,address');
      await context.sync();
      expect(names.items.map(({ name, type, value, formula }) => [name, type, value, formula])).toEqual([
        ['rb_AsOf', 'Range', 'Sheet1!B4', '=Sheet1!$B$4'],
        ['rb_Rate', 'Double', 0.25, '=0.25'],
      ]);
      expect(cell.values).toEqual([[46346]]);
      names.getItem('rb_Rate').delete();
      await context.sync();
      expect(names.getItemOrNullObject('rb_Rate')).toBeDefined();
    });
    expect([...host.workbook.names.keys()]).toEqual(['rb_asof']);
    expect(host.warnings).toEqual([]);
  });

  it.each(['A1', 'R1C1', '1st', 'two words'])('refuse %p', async (name) => {
    const { run } = createExcel();
    await expect(
      run(async (context) => {
        context.workbook.names.add(name, '=1');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});
