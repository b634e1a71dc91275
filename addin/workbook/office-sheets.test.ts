import { describe, expect, it } from '@jest/globals';
import { createExcel } from '../../playground/node/excel';
import { sampleBook } from '../../shared/sample/sample-book';
import type { SheetContent } from '../../shared/workbook/port';
import { OfficeWorkbook } from './office-workbook';

const content = (rows: SheetContent['rows'], more: Partial<SheetContent> = {}): SheetContent => ({
  sheet: 'Trades',
  table: 'rb_Trades',
  heading: { title: 'Trades', status: 'Run R-1', key: 'Blue = you type' },
  frozenColumns: 1,
  tabColor: '#2E8B57',
  columns: [
    { header: 'Account ID', kind: 'text', format: '@', width: 14 },
    { header: 'Amount', kind: 'number', format: '$#,##0', width: 12 },
    { header: 'Note', kind: 'text', format: '@', width: 20, sticky: true, note: 'Yours.' },
    { header: 'Lot ID', kind: 'text', format: '@', width: 12, group: 'Lot' },
  ],
  rows,
  ...more,
});
const rows = (count: number): SheetContent['rows'] =>
  Array.from({ length: count }, (_, index) => [`A-${index}`, index, null, `L-${index}`]);

function open(options?: Parameters<typeof createExcel>[1]) {
  const excel = createExcel(undefined, options);
  const at = (sheet: string, address: string) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      range.load('values,numberFormat,text');
      await context.sync();
      return range;
    });
  const put = (sheet: string, address: string, value: unknown) =>
    excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
      await context.sync();
    });
  return { excel, workbook: new OfficeWorkbook(), at, put };
}

describe('a sheet written in Excel', () => {
  it('has its heading, frozen panes, tab color, and folded columns', async () => {
    const { excel, workbook, at } = open();
    await workbook.write([content(rows(2))]);
    expect((await at('Trades', 'A1:A3')).values).toEqual([['Trades'], ['Run R-1'], ['Blue = you type']]);
    const sheet = excel.workbook.findSheet('Trades')!;
    expect([sheet.tabColor, sheet.frozenRows, sheet.frozenColumns]).toEqual(['#2E8B57', 5, 1]);
    expect(sheet.columns.get(3)).toMatchObject({ level: 1, hidden: true });
    expect((await at('Trades', 'B6')).numberFormat).toEqual([['$#,##0']]);
  });

  it('keeps its place, name and looks when it is written again', async () => {
    const { excel, workbook, at } = open();
    await workbook.write([content(rows(2)), content(rows(1), { sheet: 'Scores', table: 'rb_Scores' })]);
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Trades');
      sheet.name = 'My trades';
      sheet.tabColor = '#FF0000';
      await context.sync();
    });
    await workbook.write([content(rows(5))]);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'My trades', 'Scores']);
    expect(excel.workbook.findSheet('My trades')!.tabColor).toBe('#FF0000');
    expect((await at('My trades', 'A10')).values).toEqual([['A-4']]);
  });

  it('leaves a column of the user where it is', async () => {
    const { excel, workbook, at } = open();
    await workbook.write([content(rows(2))]);
    await excel.run(async (context) => {
      context.workbook.tables.getItem('rb_Trades').columns.add(1, [['Mine'], ['x'], ['y']]);
      await context.sync();
    });
    await workbook.write([content(rows(2).map(([id, amount, note, lot]) => [id, Number(amount) + 100, note, lot]))]);
    expect((await at('Trades', 'A5:E7')).values).toEqual([
      ['Account ID', 'Mine', 'Amount', 'Note', 'Lot ID'],
      ['A-0', 'x', 100, '', 'L-0'],
      ['A-1', 'y', 101, '', 'L-1'],
    ]);
  });

  it('moves what a user wrote below the table out of the way', async () => {
    const { workbook, at, put } = open();
    await workbook.write([content(rows(2))]);
    await put('Trades', 'B9', 'my sum');
    await workbook.write([content(rows(6))]);
    const { values } = await at('Trades', 'A6:B20');
    expect(values.slice(0, 6).map(([id]) => id)).toEqual(['A-0', 'A-1', 'A-2', 'A-3', 'A-4', 'A-5']);
    expect(
      values
        .slice(6)
        .map(([, amount]) => amount)
        .filter((amount) => amount !== ''),
    ).toEqual(['my sum']);
  });

  it('leaves no row of the run before', async () => {
    const { workbook, at } = open();
    await workbook.write([content(rows(6))]);
    await workbook.write([content(rows(1))]);
    expect(
      (await at('Trades', 'A6:D12')).values
        .slice(1)
        .flat()
        .every((value) => value === ''),
    ).toBe(true);
  });

  it('refuses a protected sheet before it has touched anything', async () => {
    const { excel, workbook, at } = open();
    await workbook.write([content(rows(2))]);
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Trades').protection.protect();
      await context.sync();
    });
    await expect(workbook.write([content(rows(9), { heading: { title: 'New', status: '', key: '' } })])).rejects.toMatchObject({
      kind: 'protected',
      message: expect.stringMatching(/^Trades is protected\./),
    });
    expect((await at('Trades', 'A1')).values).toEqual([['Trades']]);
    expect(excel.host.references.count).toBe(0);
  });

  it('goes in requests that Excel on the web accepts', async () => {
    const { excel, workbook } = open();
    const wide = Array.from({ length: 6_000 }, (_, index) => [`A-${index}`, index, 'ü'.repeat(900), `L-${index}`]);
    await workbook.write([content(wide)]);
    const { regions } = await workbook.read(({ table }) => table === 'rb_Trades');
    expect(regions[0].values).toHaveLength(6_001);
    expect(regions[0].values[6_000]).toEqual(['A-5999', 5_999, 'ü'.repeat(900), 'L-5999']);
    expect(excel.host.references.count).toBe(0);
  });
});

describe('reading in Excel', () => {
  it('reads in smaller blocks when an answer would be too big', async () => {
    const { excel, workbook } = open({ payloadLimit: 200_000 });
    await workbook.write([content(rows(1_000))]);
    const long = Array.from({ length: 40 }, (_, index) => `x${index}`.repeat(200));
    for (let from = 0; from < 1_000; from += 20) {
      await excel.run(async (context) => {
        // Many small requests on purpose: this host refuses large ones.
        context.workbook.worksheets.getItem('Trades').getRangeByIndexes(5 + from, 2, 20, 1).values = Array.from(
          { length: 20 },
          (_, index) => [long[index]],
        );
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a batch of its own each time
        await context.sync();
      });
    }
    const { values } = (await workbook.read(({ table }) => table === 'rb_Trades')).regions[0];
    expect(values).toHaveLength(1_001);
    expect(values.slice(1).every(([id, amount, note], index) => id === `A-${index}` && amount === index && note === long[index % 20])).toBe(
      true,
    );
  });

  it('reads a sheet without tables by its used range, blank cells as null', async () => {
    const { workbook, excel } = open();
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('B3:C4').values = [
        ['Account ID', ''],
        ['A', 7],
      ];
      await context.sync();
    });
    expect((await workbook.read(() => true)).regions).toEqual([
      {
        sheet: 'Sheet1',
        top: 3,
        left: 2,
        values: [
          ['Account ID', null],
          ['A', 7],
        ],
      },
    ]);
  });

  it('leaves a totals row out and gives a hidden header its row', async () => {
    const { workbook, excel } = open();
    await workbook.write([content(rows(2))]);
    await excel.run(async (context) => {
      const table = context.workbook.tables.getItem('rb_Trades');
      table.showTotals = true;
      await context.sync();
    });
    const read = async () => (await workbook.read(({ table }) => table === 'rb_Trades')).regions[0];
    expect((await read()).values).toHaveLength(3);
    await excel.run(async (context) => {
      context.workbook.tables.getItem('rb_Trades').showHeaders = false;
      await context.sync();
    });
    const hidden = await read();
    expect(hidden.values).toHaveLength(3);
    expect(hidden.values[1][0]).toBe('A-0');
    expect(hidden.top).toBe(5);
  });

  it('reads single cells named rb_ and no other names', async () => {
    const { workbook } = open();
    const { sheets, names } = sampleBook({ asOf: '2026-11-20' });
    await workbook.write(sheets.slice(0, 1));
    await workbook.nameCells('rb_Start', names);
    expect((await workbook.read(() => false)).names).toEqual({ rb_AsOf: 46_346, rb_Currency: 'USD', rb_Contract: '1.0' });
  });

  it('surveys a workbook without reading it whole', async () => {
    const { workbook, excel } = open();
    await workbook.write([content(rows(4_000))]);
    const before = excel.host.statistics.bytesOut;
    const { regions, empty } = await workbook.survey(({ table }) => table === 'rb_Trades');
    expect([regions[0].rows, regions[0].values.length, empty]).toEqual([4_001, 26, false]);
    expect(excel.host.statistics.bytesOut - before).toBeLessThan(20_000);
  });
});

describe('the selection', () => {
  const select = (excel: ReturnType<typeof open>['excel'], sheet: string, address: string) =>
    excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      worksheet.activate();
      worksheet.getRange(address).select();
      await context.sync();
    });

  it('means the accounts of its rows, each once, and stays within the table', async () => {
    const { workbook, excel } = open();
    await workbook.write([
      content([
        ['A', 1, null, null],
        ['B', 2, null, null],
        ['B', 3, null, null],
        ['C', 4, null, null],
      ]),
    ]);
    await select(excel, 'Trades', 'B7:B8');
    expect(await workbook.selectedAccounts()).toEqual(['B']);
    await select(excel, 'Trades', 'A1:D500');
    expect(await workbook.selectedAccounts()).toEqual(['A', 'B', 'C']);
    await select(excel, 'Trades', 'F7');
    expect(await workbook.selectedAccounts()).toEqual([]);
  });

  it('finds the header below banner lines of a plain sheet', async () => {
    const { workbook, excel } = open();
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:B5').values = [
        ['My custodian', ''],
        ['', ''],
        ['Symbol', 'Acct #'],
        ['VTI', "'0012"],
        ['BND', 'X7'],
      ];
      await context.sync();
    });
    await select(excel, 'Sheet1', 'A4:A5');
    expect(await workbook.selectedAccounts()).toEqual(['0012', 'X7']);
  });

  it('moves to a place, and says when the place is gone', async () => {
    const { workbook, excel } = open();
    await workbook.write([content(rows(2))]);
    expect(await workbook.select('Trades', 'B6')).toBe(true);
    expect(excel.workbook.activeSheet.name).toBe('Trades');
    expect(await workbook.select('Nowhere')).toBe(false);
    expect(await workbook.selectTable('rb_Trades')).toBe(true);
    expect(await workbook.selectTable('rb_Nothing')).toBe(false);
  });
});
