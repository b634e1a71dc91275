import { createExcel } from '../../playground/node/excel';
import { enterText } from '../../playground/page/edit';
import { areaAt } from '../../playground/model/area';

/** Events and application switches, as documented. */
describe('events', () => {
  it('tell of changes, with the values before and after of a single cell', async () => {
    const { run, host, idle } = createExcel();
    const heard: unknown[] = [];
    await run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address, changeType, source, details }) => {
        heard.push([address, changeType, source, details?.valueBefore, details?.valueAfter]);
      });
      await context.sync();
    });
    enterText(host, { sheet: host.workbook.activeSheet, area: areaAt(1, 1) }, '5');
    enterText(host, { sheet: host.workbook.activeSheet, area: areaAt(1, 1) }, '=2*4');
    await idle();
    await run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1').values = [[1, 2]];
      context.workbook.worksheets.getActiveWorksheet().getRange('3:4').delete('Up');
      await context.sync();
    });
    await idle();
    expect(heard).toEqual([
      ['B2', 'RangeEdited', 'Local', '', 8],
      ['B2', 'RangeEdited', 'Local', 5, 8],
      ['A1:B1', 'RangeEdited', 'Local', undefined, undefined],
      ['3:4', 'RowDeleted', 'Local', undefined, undefined],
    ]);
  });

  it('give the changed range, in any later context', async () => {
    const { run, host, idle } = createExcel();
    let found: string | undefined;
    await run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => {
        await run(async (later) => {
          const range = event.getRange(later);
          range.load('address,values');
          await later.sync();
          found = `${range.address} ${range.values[0][0]}`;
        });
      });
      await context.sync();
    });
    enterText(host, { sheet: host.workbook.activeSheet, area: areaAt(0, 2) }, 'x');
    await idle();
    await idle();
    expect(found).toBe('Sheet1!C1 x');
  });

  it('end with remove(), and keep still when events are off', async () => {
    const { run, host, idle } = createExcel();
    let heard = 0;
    const select = async (row: number) => {
      host.select({ sheet: host.workbook.activeSheet, area: areaAt(row, 0) });
      await idle();
    };
    const result = await run(async (context) => {
      const registered = context.workbook.worksheets.onSelectionChanged.add(async () => {
        heard++;
      });
      await context.sync();
      return registered;
    });
    await select(1);
    expect(heard).toBe(1);
    const events = (enabled: boolean) =>
      run(async (context) => {
        context.runtime.enableEvents = enabled;
        await context.sync();
      });
    await events(false);
    await select(2);
    await events(true);
    expect(heard).toBe(1);
    await run(result.context, async (context) => {
      result.remove();
      await context.sync();
    });
    await select(3);
    expect(heard).toBe(1);
    expect(host.events.count).toBe(0);
  });

  it('tell of sheets and of activation', async () => {
    const { run, idle } = createExcel();
    const heard: string[] = [];
    await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(async () => {
        heard.push('added');
      });
      worksheets.onActivated.add(async () => {
        heard.push('activated');
      });
      worksheets.onDeleted.add(async () => {
        heard.push('deleted');
      });
      await context.sync();
      worksheets.add('Two').activate();
      worksheets.getItem('Two').delete();
      await context.sync();
    });
    await idle();
    expect(heard).toEqual(['added', 'activated', 'deleted']);
  });
});

describe('the application', () => {
  it('calculates when asked, in manual mode', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      const { application } = context.workbook;
      application.calculationMode = 'Manual';
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.values = [[2, '=A1*2']];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[2, '']]);
      application.calculate('Full');
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[2, 4]]);
    });
  });

  it('calculates once for a request that suspends it', async () => {
    const { run, host } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      context.application.suspendApiCalculationUntilNextSync();
      for (let row = 1; row <= 5; row++) {
        const range = sheet.getRange(`A${row}`);
        range.formulas = [[`=ROW(B${row})`]];
        range.load('values');
      }
      await context.sync();
    });
    expect(host.statistics.recalculations).toBe(1);
    expect(host.workbook.activeSheet.cells.value(4, 0)).toBe(5);
  });

  it('calls native functions outside of cells', async () => {
    const { run, host } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      const { functions } = context.workbook;
      const results = [
        functions.date(2000, 1, 1),
        functions.sum(sheet.getRange('A1:A3'), 4),
        functions.match('x', sheet.getRange('A1:A3'), 0),
      ];
      for (const result of results) result.load('value,error');
      await context.sync();
      expect(results.map(({ value, error }) => [value, error])).toEqual([
        [36526, null],
        [10, null],
        [null, '#N/A'],
      ]);
    });
    expect(host.warnings).toEqual([]);
  });

  it('keeps settings of the add-in', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      const { settings } = context.workbook;
      settings.add('rebal', { tab: 'Run' });
      const kept = settings.getItemOrNullObject('rebal');
      const none = settings.getItemOrNullObject('other');
      kept.load('value');
      await context.sync();
      expect(kept.value).toEqual({ tab: 'Run' });
      expect(none.isNullObject).toBe(true);
    });
  });
});
