import { expect, test } from '@jest/globals';
import { MemoryWorkbook } from '../workbook/memory';
import { isLastPrices, lastPricesContent, lastPricesOf } from './last-prices';

const securities = [{ symbol: 'VTI', price: 290 }, { symbol: 'XYZ', price: 0 }, { symbol: '0050', price: 68.1 }];

test('the prices of a run are read back by symbol; what has no price is left out', async () => {
  const workbook = new MemoryWorkbook();
  await workbook.write([lastPricesContent({ securities }, '2026-11-20', 'Run R-1')!]);
  const { regions } = await workbook.read(isLastPrices);
  expect(lastPricesOf(regions)).toEqual({ VTI: 290, '0050': 68.1 });
});

test('a book without prices has no such sheet, and a workbook without the sheet no prices', () => {
  expect(lastPricesContent({ securities: [{ symbol: 'VTI' }] }, '2026-11-20', 'Run R-1')).toBeUndefined();
  expect(lastPricesOf([{ sheet: 'Trades', table: 'rb_Trades', top: 5, left: 1, values: [] }])).toBeUndefined();
});
