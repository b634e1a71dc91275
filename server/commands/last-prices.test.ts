import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openXlsx } from '../xlsx';
import { asOf, inFolder, rebal, writeBook } from './fixtures/terminal';

test('a price that jumps after a run is warned of, until the next run', async () => {
  await inFolder(async (folder) => {
    const out = join(folder, 'out.xlsx');
    expect(await rebal('run', await writeBook(folder), '--out', out, '--as-of', asOf)).toMatchObject({ status: 0 });
    expect((await rebal('check', out, '--as-of', asOf)).out).not.toMatch(/ S03 /);
    const workbook = await openXlsx(new Uint8Array(readFileSync(out)));
    const { regions: [securities] } = await workbook.read(({ table }) => table === 'rb_Securities');
    const at = securities.values[0].indexOf('Price');
    const price = Number(securities.values[1][at]);
    await workbook.edit([{ sheet: securities.sheet, table: securities.table, cells: [{ row: securities.top + 1, column: securities.left + at, value: price * 1.3, kind: 'number' }] }]);
    writeFileSync(out, await workbook.save());
    expect((await rebal('check', out, '--as-of', asOf)).out).toMatch(/^warn {2}S03 {2}Securities!\w+2 .*\(30 %\)/m);
    const again = join(folder, 'again.xlsx');
    expect(await rebal('run', out, '--out', again, '--as-of', asOf)).toMatchObject({ status: 0 });
    expect((await rebal('check', again, '--as-of', asOf)).out).not.toMatch(/ S03 /);
  });
});
