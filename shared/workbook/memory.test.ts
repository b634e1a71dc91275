import { expect, test } from '@jest/globals';
import { editableWorkbookContract } from '../../test/contracts/editable-workbook';
import { workbookContract } from '../../test/contracts/workbook';
import { MemoryWorkbook } from './memory';

workbookContract('The workbook in memory', async () => new MemoryWorkbook());
editableWorkbookContract('The workbook in memory', async () => new MemoryWorkbook());

test('it knows which cells hold formulas', async () => {
  const workbook = new MemoryWorkbook({}, { Holdings: ['C7'] });
  expect(await workbook.formulas({ sheet: 'Holdings' })).toEqual(new Set(['C7']));
  expect(await workbook.formulas({ sheet: 'Models' })).toEqual(new Set());
});

test('it starts with the content it is given', async () => {
  const region = { sheet: 'Holdings', top: 3, left: 2, values: [['Symbol'], ['VTI']] };
  const workbook = new MemoryWorkbook({ regions: [region], names: { rb_AsOf: 46_346 }, date1904: true });
  expect(await workbook.read(() => true)).toEqual({ regions: [region], names: { rb_AsOf: 46_346 }, date1904: true });
  expect((await workbook.read(({ sheet }) => sheet === 'Models')).regions).toEqual([]);
});

test('days are counted in the calendar of the workbook', async () => {
  const workbook = new MemoryWorkbook({ date1904: true });
  await workbook.write([
    {
      sheet: 'S',
      table: 'rb_S',
      columns: [{ header: 'Day', kind: 'date', format: 'yyyy-mm-dd', width: 10 }],
      rows: [['2021-03-04']],
      frozenColumns: 0,
      tabColor: '#000000',
    },
  ]);
  expect((await workbook.read(() => true)).regions[0].values[1]).toEqual([42_797]);
});
