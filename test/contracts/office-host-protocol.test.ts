import { createExcel } from '../../playground/node/excel';

/** What a batch, a proxy and an error are, as the library and its documentation have it. */
describe('batches', () => {
  it('reports a missing sheet with code, location and statement', async () => {
    const { run } = createExcel();
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getItem('Nowhere').load('name');
        await context.sync();
      }),
    ).rejects.toMatchObject({
      code: 'ItemNotFound',
      message: "The requested resource doesn't exist.",
      debugInfo: { errorLocation: 'WorksheetCollection.getItem', statement: expect.stringContaining('getItem') },
    });
  });

  it('gives null objects for what may be absent', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      const table = context.workbook.tables.getItemOrNullObject('rb_Trades');
      const name = context.workbook.names.getItemOrNullObject('rb_AsOf');
      sheet.load('name');
      await context.sync();
      expect([sheet.isNullObject, table.isNullObject, name.isNullObject]).toEqual([true, true, true]);
    });
  });

  it('refuses to change a null object', async () => {
    const { run } = createExcel();
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getItemOrNullObject('Nowhere').name = 'Here';
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  it('keeps what was done before a failing action', async () => {
    const { run, workbook } = createExcel();
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
        context.workbook.worksheets.getItem('Nowhere').activate();
        context.workbook.worksheets.getActiveWorksheet().getRange('A2').values = [[2]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ItemNotFound' });
    expect([workbook.activeSheet.cells.value(0, 0), workbook.activeSheet.cells.value(1, 0)]).toEqual([1, null]);
  });

  it('says what was not loaded', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      expect(() => range.values).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
      const { worksheets } = context.workbook;
      worksheets.load(['items/name']);
      await context.sync();
      expect(() => worksheets.items[0].name).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
      worksheets.load('items/name');
      await context.sync();
      expect(worksheets.items[0].name).toBe('Sheet1');
    });
  });

  it('loads collections with nested objects, and pages of them', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      for (const name of ['A', 'B', 'C']) context.workbook.worksheets.add(name).tables.add('A1:B2', true).name = `t_${name}`;
      const { tables } = context.workbook;
      tables.load('items/name,items/worksheet/name,items/columns/items/name');
      const page = context.workbook.worksheets;
      page.load({ select: 'name', top: 2, skip: 1 } as unknown as Excel.Interfaces.WorksheetCollectionLoadOptions);
      await context.sync();
      expect(tables.items.map((table) => [table.name, table.worksheet.name, table.columns.items.length])).toEqual([
        ['t_A', 'A', 2],
        ['t_B', 'B', 2],
        ['t_C', 'C', 2],
      ]);
      expect(page.items.map((sheet) => sheet.name)).toEqual(['A', 'B']);
    });
  });

  it('sets many properties at once', async () => {
    const { run, workbook } = createExcel();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      range.set({ values: [[5]], numberFormat: [['0.00']], format: { fill: { color: '#112233' } } });
      await context.sync();
    });
    expect(workbook.activeSheet.style(0, 0)).toEqual({ numberFormat: '0.00', fill: '#112233' });
  });

  it('answers NotImplemented, and records, for members it does not know', async () => {
    const { run, host } = createExcel();
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').flashFill();
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'NotImplemented' });
    expect(host.warnings).toEqual(['Range.flashFill is not implemented.']);
  });

  it('limits the payload both ways', async () => {
    const { run, workbook } = createExcel(undefined, { payloadLimit: 20_000 });
    const write = (rows: number) =>
      run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, rows, 1).values = Array.from({ length: rows }, () => [
          '0123456789',
        ]);
        await context.sync();
      });
    await expect(write(3_000)).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    await write(1_000);
    for (let row = 1_000; row < 3_000; row++) workbook.activeSheet.put(row, 0, '0123456789');
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1:A3000').load('values');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  it('refuses while a cell is edited, or waits when asked to', async () => {
    const { run, host } = createExcel();
    host.cellEdit = true;
    const work = async (context: Excel.RequestContext) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
      await context.sync();
    };
    await expect(run(work)).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    const waiting = run({ delayForCellEdit: true }, work);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.workbook.activeSheet.cells.value(0, 0)).toBeNull();
    host.endCellEdit();
    await waiting;
    expect(host.workbook.activeSheet.cells.value(0, 0)).toBe(1);
  });

  it.each([
    [5102, 'ActivityLimitReached'],
    [7000, 'AccessDenied'],
    [5012, 'InvalidOrTimedOutSession'],
  ])('passes on refusal %i', async (refusal, code) => {
    const { run, host } = createExcel();
    host.refuseNext = refusal;
    await expect(
      run(async (context) => {
        context.workbook.load('name');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code });
  });

  it('counts references that were tracked and not untracked', async () => {
    const { run, host } = createExcel();
    const kept = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      context.trackedObjects.add(range);
      await context.sync();
      return range;
    });
    expect(host.references.count).toBe(1);
    kept.untrack();
    await kept.context.sync();
    expect(host.references.count).toBe(0);
  });
});
