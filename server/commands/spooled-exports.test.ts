import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { filesUnder } from './files-under';
import { inFolder } from './fixtures/terminal';
import { unmasked } from './spooled-exports';

test('a masked number of a new book is the account that alone ends as it does', () => {
  expect(Object.fromEntries(unmasked(['4471-0093', 'XXXX-0093', '...555', '88-1555', '99-2555']))).toEqual({
    '4471-0093': '4471-0093', 'XXXX-0093': '4471-0093', '...555': '...555', '88-1555': '88-1555', '99-2555': '99-2555',
  });
});

test('folders are read to the bottom, in the order of their names, without hidden files', async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'b', 'c'), { recursive: true });
    for (const name of ['z.csv', 'a.csv', '.hidden.csv', 'b/c/x.csv', 'b/y.csv']) writeFileSync(join(folder, name), '');
    expect(await filesUnder([folder, join(folder, 'a.csv')])).toEqual([...['a.csv', 'b/c/x.csv', 'b/y.csv', 'z.csv'], 'a.csv'].map((name) => join(folder, name)));
    await expect(filesUnder([join(folder, 'none')])).rejects.toThrow(/There is no file/);
  });
});
