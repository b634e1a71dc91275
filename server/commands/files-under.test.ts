import { expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error';
import { filesUnder } from './files-under';
import { inFolder } from './fixtures/terminal';

test('a folder stands for its files and those below, in order; hidden ones are left out, and what is named is taken', async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'b', 'deep'), { recursive: true });
    mkdirSync(join(folder, '.git'));
    for (const name of ['c.csv', 'a.csv', '.hidden.csv', 'b/2.csv', 'b/deep/1.csv', '.git/config']) writeFileSync(join(folder, name), '');
    const found = await filesUnder([join(folder, 'c.csv'), folder, join(folder, '.hidden.csv')]);
    expect(found).toEqual(['c.csv', 'a.csv', 'b/2.csv', 'b/deep/1.csv', 'c.csv', '.hidden.csv'].map((name) => join(folder, name)));
  });
});

test('a name that is not there is said in a sentence', async () => {
  await inFolder(async (folder) => {
    await expect(filesUnder([join(folder, 'gone.csv')])).rejects.toThrow(CommandError);
    await expect(filesUnder([join(folder, 'gone.csv')])).rejects.toThrow(/^There is no file .*gone\.csv\. Maybe/);
  });
});
