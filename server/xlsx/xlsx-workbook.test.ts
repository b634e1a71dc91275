import { expect, test } from '@jest/globals';
import { workbookContract } from '../../test/contracts/workbook';
import { book1904, startSheet } from '../../shared/xlsx/test-books';
import { newXlsx, openXlsx, type XlsxWorkbook } from './xlsx-workbook';

const reopen = async (workbook: unknown): Promise<XlsxWorkbook> => openXlsx(await (workbook as XlsxWorkbook).save());

workbookContract('An .xlsx file', async () => newXlsx(), reopen);

test('names of cells are defined, and read with their values', async () => {
  const workbook = newXlsx();
  await workbook.write([
    startSheet([
      ['As of', '2026-11-20'],
      ['Contract', '1.0'],
    ]),
  ]);
  await workbook.defineNames('Start', { rb_AsOf: 'B2', rb_Contract: '$B$3' });
  const { names } = await (await reopen(workbook)).read(() => false);
  expect(names).toEqual({ rb_AsOf: 46_346, rb_Contract: '1.0' });
});

test('a name that exists is pointed to the new cell', async () => {
  const workbook = newXlsx();
  await workbook.write([
    startSheet([
      ['As of', '2026-11-20'],
      ['Before', '2026-11-19'],
    ]),
  ]);
  await workbook.defineNames('Start', { rb_AsOf: 'B2' });
  await workbook.defineNames('Start', { RB_asof: 'B3' });
  expect((await workbook.read(() => false)).names).toEqual({ RB_asof: 46_345 });
});

test('a name for a sheet or a cell that is not there is our fault', async () => {
  const workbook = newXlsx();
  await workbook.write([startSheet([['As of', '2026-11-20']])]);
  await expect(workbook.defineNames('Nowhere', { rb_AsOf: 'B2' })).rejects.toThrow('Nowhere');
  await expect(workbook.defineNames('Start', { rb_AsOf: 'B' })).rejects.toThrow('"B"');
});

test('a workbook without a sheet cannot be saved', async () => {
  await expect(newXlsx().save()).rejects.toThrow('without a sheet');
});

test('saving twice gives the same workbook', async () => {
  const workbook = newXlsx();
  await workbook.write([startSheet([['As of', '2026-11-20']])]);
  const first = await (await openXlsx(await workbook.save())).read(() => true);
  expect(await (await openXlsx(await workbook.save())).read(() => true)).toEqual(first);
});

test('days are written in the calendar of the workbook', async () => {
  const workbook = await openXlsx(await book1904());
  await workbook.write([startSheet([['As of', '2021-03-04']])]);
  const content = await (await reopen(workbook)).read(({ table }) => table === 'rb_Start');
  expect(content.date1904).toBe(true);
  expect(content.regions[0].values[1]).toEqual(['As of', 42_797]);
});
