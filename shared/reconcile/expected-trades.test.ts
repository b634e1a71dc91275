import { expect, test } from '@jest/globals';
import type { TradeRow } from '../api/result';
import { sheetContent } from '../sheets/sheet';
import { tradesSheet } from '../sheets/trades';
import { MemoryWorkbook } from '../workbook/memory';
import { expectedTrades, statusEdits } from './expected-trades';

const row = (known: Partial<TradeRow>): TradeRow => ({ approve: false, status: 'Proposed', accountId: 'A-1', action: 'Buy', symbol: 'VTI', quantity: 5, price: 290, ...known }) as TradeRow;

async function tradesOf(...rows: readonly TradeRow[]) {
  const workbook = new MemoryWorkbook();
  await workbook.write([sheetContent(tradesSheet, rows, 'Run')]);
  const region = async () => (await workbook.read(() => true)).regions[0];
  return { workbook, region };
}

test('approved, sent and filled trades are expected; an override counts; the arrow of the action is no obstacle', async () => {
  const { region } = await tradesOf(
    row({ tradeId: 'T1' }), row({ tradeId: 'T2', approve: true }), row({ tradeId: 'T3', approve: true, status: 'Rejected' }),
    row({ tradeId: 'T4', status: 'Exported', action: 'Sell', acquired: '2020-03-01', lotId: 'L1' }), row({ tradeId: 'T5', status: 'Part filled', overrideQuantity: 3 }), row({ tradeId: 'T6', status: 'Held' }),
  );
  expect(expectedTrades(await region())).toMatchObject([
    { tradeId: 'T2', action: 'Buy', quantity: 5, index: 1 },
    { tradeId: 'T4', action: 'Sell', acquired: '2020-03-01', lotId: 'L1', index: 3 },
    { tradeId: 'T5', quantity: 3, index: 4 },
  ]);
  expect(expectedTrades(undefined)).toEqual([]);
});

test('a status goes into its own row and nowhere else', async () => {
  const { workbook, region } = await tradesOf(row({ tradeId: 'T1' }), row({ tradeId: 'T2', approve: true }));
  const before = await region();
  await workbook.edit(statusEdits(before, new Map([[1, 'Filled']])));
  const after = await region();
  const at = after.values[0].indexOf('Status');
  expect(after.values[2][at]).toBe('Filled');
  expect(after.values.map((cells) => cells.filter((_cell, column) => column !== at))).toEqual(before.values.map((cells) => cells.filter((_cell, column) => column !== at)));
  expect(after.values[1][at]).toBe('Proposed');
});
