import { describe, expect, test } from '@jest/globals';
import type { TradeRow } from '../api/result';
import { exceptionsSheet, tradesSheet } from '../sheets';
import { sheetContent, type OutputSheet } from '../sheets/sheet';
import { runResult } from '../sheets/test-result';
import { MemoryWorkbook } from './memory';
import type { Cell, Region } from './port';
import { CHANGED, keepTyped } from './sticky';

const [first, second] = runResult(2).trades;

/** The sheet after a run, with cells that people typed since: by row number and header. */
async function sheetWith<Row extends object>(
  output: OutputSheet<Row>,
  rows: readonly Row[],
  typed: Record<string, Cell> = {},
  row = 1,
): Promise<Region> {
  const workbook = new MemoryWorkbook();
  await workbook.write([sheetContent(output, rows, 'Run R-1')]);
  const [region] = (await workbook.read(() => true)).regions;
  const values = region.values.map((cells) => [...cells]);
  for (const [header, cell] of Object.entries(typed)) values[row][region.values[0].indexOf(header)] = cell;
  return { ...region, values };
}

const rerun = async (typed: Record<string, Cell>, changes: Partial<TradeRow> = {}): Promise<TradeRow> =>
  keepTyped(tradesSheet, [{ ...first, ...changes }, second], await sheetWith(tradesSheet, [first, second], typed))[0];

describe('a re-run', () => {
  test('without a sheet before it, and with nothing typed, changes nothing', async () => {
    expect(keepTyped(tradesSheet, [first, second], undefined)).toEqual([first, second]);
    expect(await rerun({})).toEqual(first);
  });

  test('keeps what was typed in sticky columns, and only there', async () => {
    const row = await rerun({ Note: 'ask Ann', 'Override quantity': 100, 'Limit price': 291.5, Why: 'because' }, { quantity: 121 });
    expect(row).toMatchObject({ note: 'ask Ann', overrideQuantity: 100, limitPrice: 291.5, why: first.why, quantity: 121 });
  });

  test('finds rows by key in any order, and gives nothing to other rows', async () => {
    const region = await sheetWith(tradesSheet, [second, first], { Note: 'for the first' }, 2);
    expect(keepTyped(tradesSheet, [first, second], region).map(({ note }) => note)).toEqual(['for the first', null]);
  });

  test('finds columns that were moved, and bears columns that are gone', async () => {
    const region = await sheetWith(tradesSheet, [first], { Note: 'here' });
    const reversed = { ...region, values: region.values.map((cells) => [...cells].reverse()) };
    expect(keepTyped(tradesSheet, [first], reversed)[0].note).toBe('here');
    const without = { ...region, values: region.values.map((cells) => cells.slice(0, 30)) };
    expect(keepTyped(tradesSheet, [first], without)[0].note).toBeNull();
  });

  test.each([true, 1, 'TRUE'])('keeps the approval %j of an unchanged trade, with who and when', async (tick) => {
    const row = await rerun({ Approve: tick, 'Reviewed by': 'J. Lee', 'Reviewed at': 46_346.5 });
    expect(row).toMatchObject({ approve: true, status: 'Approved', reviewedBy: 'J. Lee', reviewedAt: 46_346.5 });
  });

  test('keeps the approval when only the price moved', async () => {
    expect(await rerun({ Approve: true }, { price: 291, amount: 35_065.5 })).toMatchObject({ approve: true, status: 'Approved' });
  });

  test('clears the approval of a trade that changed, and says so until it is approved again', async () => {
    expect(await rerun({ Approve: true, 'Reviewed by': 'J. Lee' }, { quantity: 121 })).toMatchObject({
      approve: false,
      status: CHANGED,
      reviewedBy: null,
    });
    expect(await rerun({ Status: CHANGED }, { quantity: 122 })).toMatchObject({ approve: false, status: CHANGED });
    expect(await rerun({ Status: CHANGED })).toMatchObject({ approve: false, status: CHANGED });
    expect(await rerun({ Status: CHANGED, Approve: true })).toMatchObject({ approve: true, status: 'Approved' });
  });

  test('keeps a rejection of an unchanged trade, and drops it with the trade', async () => {
    expect(await rerun({ Status: 'Rejected' })).toMatchObject({ approve: false, status: 'Rejected' });
    expect(await rerun({ Status: 'Rejected' }, { quantity: 121 })).toMatchObject({ approve: false, status: 'Proposed' });
  });

  test('takes an approval back with its tick', async () => {
    expect(await rerun({ Status: 'Approved', Approve: false })).toMatchObject({ approve: false, status: 'Proposed' });
  });

  test('keeps resolutions on sheets without approval', async () => {
    const [exception] = runResult(1).exceptions;
    const region = await sheetWith(exceptionsSheet, [exception], { Resolution: 'Accept', 'Resolution note': 'agreed 20 Nov' });
    expect(keepTyped(exceptionsSheet, [exception], region)).toEqual([
      { ...exception, resolution: 'Accept', resolutionNote: 'agreed 20 Nov' },
    ]);
  });
});
