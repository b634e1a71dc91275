import { createExcel } from '../../playground/node/excel';

/** Documented behavior of ranges, run through the real library. */
describe('ranges', () => {
  /** Writes one matrix into a fresh sheet and reads values, texts, formats and types back. */
  async function enter(values: unknown[][], format?: string) {
    const { run, host } = createExcel();
    const result = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, values.length, values[0].length);
      if (format) range.numberFormat = values.map((row) => row.map(() => format));
      range.values = values;
      range.load('values,text,formulas,numberFormat,valueTypes');
      await context.sync();
      return {
        values: range.values[0],
        text: range.text[0],
        formulas: range.formulas[0],
        format: range.numberFormat[0],
        types: range.valueTypes[0],
      };
    });
    expect(host.warnings).toEqual([]);
    return result;
  }

  it('turns text that looks like a number into one, unless the cell is text already', async () => {
    expect((await enter([['00123']])).values).toEqual([123]);
    expect((await enter([['00123']], '@')).values).toEqual(['00123']);
    expect((await enter([["'00123"]])).values).toEqual(['00123']);
  });

  it('recognizes percentages, dates, booleans and errors', async () => {
    expect(await enter([['12%', '2026-11-21', 'TRUE', '#N/A']])).toMatchObject({
      values: [0.12, 46347, true, '#N/A'],
      text: ['12%', '11/21/2026', 'TRUE', '#N/A'],
      format: ['0%', 'm/d/yyyy', 'General', 'General'],
      types: ['Double', 'Double', 'Boolean', 'Error'],
    });
  });

  it('keeps fifteen digits', async () => {
    expect((await enter([['12345678901234567']])).values).toEqual([12345678901234600]);
  });

  it('takes text that begins with = + - for formulas', async () => {
    expect(await enter([['=1+2', '+3', '-4', "'=1+2"]])).toMatchObject({ values: [3, 3, -4, '=1+2'], formulas: ['=1+2', 3, -4, '=1+2'] });
    expect(await enter([['=1+2']], '@')).toMatchObject({ values: ['=1+2'], types: ['String'] });
  });

  it('refuses what cannot be a formula', async () => {
    await expect(enter([['=1+']])).rejects.toMatchObject({ code: 'InvalidArgument', debugInfo: { errorLocation: 'Range.values' } });
  });

  it('skips null and blanks on empty text', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:C1');
      range.values = [[1, 2, 3]];
      range.values = [[null, '', 30]];
      range.load('values,valueTypes');
      await context.sync();
      expect(range.values).toEqual([[1, '', 30]]);
      expect(range.valueTypes).toEqual([['Double', 'Empty', 'Double']]);
    });
  });

  it('refuses a matrix of another size, and fills a range with a single value', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
      range.values = 7 as unknown as number[][];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        [7, 7],
        [7, 7],
      ]);
      range.values = [[1, 2]];
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidArgument' });
    });
  });

  it('writes a large matrix in one request, through the chunks the library makes', async () => {
    const { run, host } = createExcel();
    const rows = Array.from({ length: 10_000 }, (_, row) => Array.from({ length: 12 }, (_, column) => row * 12 + column));
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('A1:L10000');
      range.values = rows;
      await context.sync();
    });
    expect(host.workbook.activeSheet.cells.value(9_999, 11)).toBe(119_999);
    expect(host.statistics.cellsWritten).toBe(120_000);
    expect(host.references.count).toBe(0);
  });

  it('moves, resizes and intersects', async () => {
    const { run } = createExcel();
    const addresses = await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('B2:D5');
      const all = [
        range.getCell(1, 1),
        range.getRow(0),
        range.getColumn(2),
        range.getLastCell(),
        range.getOffsetRange(1, -1),
        range.getResizedRange(2, 0),
        range.getEntireColumn(),
        range.getEntireRow(),
        range.getRowsBelow(2),
        range.getColumnsAfter(1),
        range.getIntersection('D5:F9'),
        range.getBoundingRect('A1'),
        range.getAbsoluteResizedRange(1, 2),
      ];
      for (const each of all) each.load('address');
      await context.sync();
      return all.map((each) => each.address.replace('Sheet1!', ''));
    });
    expect(addresses).toEqual(['C3', 'B2:D2', 'D2:D5', 'D5', 'A3:C6', 'B2:D7', 'B:D', '2:5', 'B6:D7', 'E2:E5', 'D5', 'A1:D5', 'B2:C2']);
  });

  it('refuses to leave the sheet', async () => {
    const { run } = createExcel();
    await expect(
      run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').getOffsetRange(-1, 0).load('address');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('answers the used range, or a null object on a blank sheet', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const none = sheet.getUsedRangeOrNullObject(true);
      await context.sync();
      expect(none.isNullObject).toBe(true);
      sheet.getRange('C3:D4').values = [
        [1, 2],
        [3, 4],
      ];
      const used = sheet.getUsedRange(true);
      used.load('address,rowIndex,columnIndex,rowCount,columnCount');
      await context.sync();
      expect(used.toJSON()).toMatchObject({ address: 'Sheet1!C3:D4', rowIndex: 2, columnIndex: 2, rowCount: 2, columnCount: 2 });
    });
  });

  it('clears contents and formats apart', async () => {
    const { run, workbook } = createExcel();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.values = [[1, 2]];
      range.format.fill.color = '#ffeeaa';
      range.clear('Contents');
      await context.sync();
      expect(workbook.activeSheet.cells.value(0, 0)).toBeNull();
      expect(workbook.activeSheet.style(0, 0).fill).toBe('#FFEEAA');
      range.clear('Formats');
      await context.sync();
      expect(workbook.activeSheet.style(0, 0)).toEqual({});
    });
  });

  it('shifts cells, and the names that point to them', async () => {
    const { run, workbook } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      context.workbook.names.add('last', sheet.getRange('A3'));
      sheet.getRange('2:2').insert('Down');
      sheet.getRange('A1').delete('Up');
      const range = sheet.getRange('A1:A3');
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[''], [2], [3]]);
    });
    expect(workbook.findName('last')?.formula).toBe('=Sheet1!$A$3');
  });

  it('formats: fill, font, borders, alignment, widths, hiding, outline', async () => {
    const { run, workbook, host } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('A1:B2');
      range.format.fill.color = 'yellow';
      range.format.font.bold = true;
      range.format.font.color = '#1F4E79';
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.format.horizontalAlignment = 'Center';
      range.format.wrapText = true;
      sheet.getRange('A:A').format.columnWidth = 120;
      sheet.getRange('C:D').group('ByColumns');
      sheet.getRange('C:D').columnHidden = true;
      range.load('format/fill/color,format/font/bold,format/columnWidth');
      await context.sync();
      expect(range.format.fill.color).toBe('#FFFF00');
      expect(range.format.font.bold).toBe(true);
    });
    const sheet = workbook.activeSheet;
    expect(sheet.style(1, 1).borders?.EdgeBottom).toMatchObject({ style: 'Continuous' });
    expect(sheet.style(0, 0).borders).toBeUndefined();
    expect(sheet.columns.get(0)?.size).toBe(120);
    expect(sheet.columns.get(3)).toMatchObject({ hidden: true, level: 1 });
    expect(host.warnings).toEqual([]);
  });

  it('keeps the number format of a whole column for cells written later', async () => {
    const { run, workbook } = createExcel();
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A:A').numberFormat = '@' as unknown as string[][];
      sheet.getRange('A5').values = [['00042']];
      await context.sync();
    });
    expect(workbook.activeSheet.cells.value(4, 0)).toBe('00042');
  });

  it('sorts by a column, blanks last', async () => {
    const { run } = createExcel();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B4');
      range.values = [
        ['b', 1],
        ['', 2],
        ['a', 3],
        [5, 4],
      ];
      range.sort.apply([{ key: 0, ascending: true }]);
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([
        [5, 4],
        ['a', 3],
        ['b', 1],
        ['', 2],
      ]);
    });
  });

  it('records validations, conditional formats and links', async () => {
    const { run, workbook, host } = createExcel();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A2:A9');
      range.dataValidation.rule = { list: { inCellDropDown: true, source: 'Accept,Escalate' } };
      range.dataValidation.prompt = { showPrompt: true, title: 'Resolution', message: 'Choose' };
      const rule = range.conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=$A2="Accept"';
      rule.custom.format.fill.color = '#E2F0D9';
      rule.custom.format.borders.getItem('EdgeTop').color = '#808080';
      range.getCell(0, 0).hyperlink = { documentReference: 'Sheet1!A1', textToDisplay: 'Go', screenTip: 'There' };
      range.dataValidation.load('rule,type');
      await context.sync();
      expect(range.dataValidation.type).toBe('List');
    });
    const sheet = workbook.activeSheet;
    expect(sheet.validations).toHaveLength(1);
    expect(sheet.conditionalFormats[0].properties).toMatchObject({
      Type: 'Custom',
      Custom: { Rule: { Formula: '=$A2="Accept"' }, Format: { Fill: { Color: '#E2F0D9' }, Borders: { EdgeTop: { Color: '#808080' } } } },
    });
    expect(sheet.cells.value(1, 0)).toBe('Go');
    expect(host.warnings).toEqual([]);
  });
});
