import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, Region, SheetContent, Workbook } from '../../shared/workbook/port';

/** What every implementation of the Workbook port must do; `open` gives a fresh workbook without tables of ours. */
export function workbookContract(
  name: string,
  open: () => Promise<Workbook>,
  reopen: (workbook: Workbook) => Promise<Workbook> = async (same) => same,
): void {
  /** Writes, saves and opens again where there is a file, and reads the table. */
  async function roundTrip(workbook: Workbook, content: SheetContent): Promise<Region> {
    await workbook.write([content]);
    return tableOf(await reopen(workbook), content.table);
  }

  describe(`${name} keeps the Workbook contract`, () => {
    test('a written sheet reads back: header, text, numbers, booleans, blanks, days as serial numbers', async () => {
      const region = await roundTrip(await open(), sheet());
      expect(region).toMatchObject({ sheet: 'Results', table: 'rb_Results', top: 5, left: 1 });
      expect(region.values).toEqual([
        ['Account ID', 'Value', 'Approve', 'Acquired', 'Note'],
        ['0012', 1234.56, true, 44_259, 'Rivera Trust'],
        ['4471-0093', -0.1, false, null, null],
      ]);
    });

    test('an input sheet has its header in row 1', async () => {
      const region = await roundTrip(await open(), sheet({ heading: undefined }));
      expect(region.top).toBe(1);
      expect(region.values[0][0]).toBe('Account ID');
    });

    test('a table without rows has its header and nothing else', async () => {
      const region = await roundTrip(await open(), sheet({ rows: [] }));
      expect(region.values[0]).toEqual(['Account ID', 'Value', 'Approve', 'Acquired', 'Note']);
      expect(
        region.values
          .slice(1)
          .flat()
          .every((cell) => cell === null),
      ).toBe(true);
    });

    test.each([
      ['more rows', 7],
      ['fewer rows', 1],
      ['no rows', 0],
    ])('a second write with %s replaces the first in place', async (_what, count) => {
      const workbook = await open();
      await workbook.write([sheet(), sheet({ sheet: 'Other', table: 'rb_Other' })]);
      const rows = Array.from({ length: count }, (_none, index): Cell[] => [`A${index}`, index, true, '2026-11-20', 'again']);
      const region = await roundTrip(workbook, sheet({ rows }));
      expect(region.sheet).toBe('Results');
      expect(
        region.values
          .slice(1)
          .filter(([id]) => id !== null)
          .map(([id]) => id),
      ).toEqual(rows.map(([id]) => id));
      const all = await (await reopen(workbook)).read(({ table }) => table !== undefined);
      expect(all.regions.map(({ table }) => table).sort()).toEqual(['rb_Other', 'rb_Results']);
    });

    test('a sheet of the user’s own with the name we want is left alone', async () => {
      const workbook = await open();
      await workbook.write([sheet({ table: 'Mine', rows: [['mine', 1, true, null, null]] })]);
      const region = await roundTrip(workbook, sheet());
      expect(region.sheet).toBe('Results (REBAL)');
      const mine = await tableOf(await reopen(workbook), 'Mine');
      expect(mine.sheet).toBe('Results');
      expect(mine.values[1][0]).toBe('mine');
    });

    test('only the regions that are wanted are read', async () => {
      const workbook = await open();
      await workbook.write([sheet(), sheet({ sheet: 'Other', table: 'rb_Other' })]);
      const { regions } = await (await reopen(workbook)).read(({ table }) => table === 'rb_Other');
      expect(regions.map(({ table, sheet: on }) => [table, on])).toEqual([['rb_Other', 'Other']]);
    });

    test('progress counts up to the number of sheets', async () => {
      const seen: [number, number][] = [];
      await (await open()).write([sheet(), sheet({ sheet: 'Other', table: 'rb_Other' })], (done, total) => seen.push([done, total]));
      expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
      expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
    });

    test.each([
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      "'quoted",
      '＝1+1',
      "=cmd|' /C calc'!A0",
      '=HYPERLINK("http://x","y")',
      '0012',
      '1e5',
      'TRUE',
      '#N/A',
      '2026-11-20',
      '_x0041_',
      '<b>&"x"</b>',
    ])('the text %j stays that text', async (text) => {
      const region = await roundTrip(await open(), sheet({ rows: [[text, 1, true, null, text]] }));
      expect([region.values[1][0], region.values[1][4]]).toEqual([text, text]);
    });

    test('control characters go, turns of direction are shown, long text is cut', async () => {
      const region = await roundTrip(await open(), sheet({ rows: [['a\u0000b\u202ec', 1, true, null, 'x'.repeat(2_000)]] }));
      expect(region.values[1][0]).toBe('a b⟲c');
      expect(String(region.values[1][4])).toHaveLength(1_000);
    });

    test('numbers come back to the last bit', async () => {
      const doubles = fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
        .map((number) => (Math.abs(number) < 1e-300 ? 0 : number));
      await fc.assert(
        fc.asyncProperty(fc.array(doubles, { minLength: 1, maxLength: 20 }), async (numbers) => {
          const region = await roundTrip(await open(), sheet({ rows: numbers.map((number) => ['A', number, true, null, null]) }));
          expect(region.values.slice(1).map(([, value]) => value)).toEqual(numbers);
        }),
        { numRuns: 10 },
      );
    });
  });
}

async function tableOf(workbook: Workbook, table: string): Promise<Region> {
  const { regions } = await workbook.read((region) => region.table === table);
  expect(regions).toHaveLength(1);
  return regions[0];
}

function sheet(changes: Partial<SheetContent> = {}): SheetContent {
  return {
    sheet: 'Results',
    table: 'rb_Results',
    heading: { title: 'Results', status: 'Run R-1', key: 'Blue = you type' },
    frozenColumns: 1,
    tabColor: '#2E75B6',
    columns: [
      { header: 'Account ID', kind: 'text', format: '@', width: 14 },
      { header: 'Value', kind: 'number', format: '#,##0.00', width: 14 },
      { header: 'Approve', kind: 'boolean', format: '@', width: 10, sticky: true },
      { header: 'Acquired', kind: 'date', format: 'yyyy-mm-dd', width: 12, group: 'Lot' },
      { header: 'Note', kind: 'text', format: '@', width: 20, sticky: true, note: 'Yours.' },
    ],
    rows: [
      ['0012', 1234.56, true, '2021-03-04', 'Rivera Trust'],
      ['4471-0093', -0.1, false, null, null],
    ],
    ...changes,
  };
}
