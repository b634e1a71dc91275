import { describe, expect, test } from '@jest/globals';
import { chmodSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from './command-error';
import { checkWritable, isSameFile, makeFolder, writeFiles } from './files';
import { filesIn, inFolder } from './fixtures/terminal';

describe('writing files', () => {
  test('all of them, in place of what was there, and nothing else is left behind', async () => {
    await inFolder(async (folder) => {
      const [one, two] = [join(folder, 'one.xlsx'), join(folder, 'two.json')];
      writeFileSync(one, 'before');
      await writeFiles([
        { path: one, bytes: Uint8Array.of(1, 2, 3) },
        { path: two, bytes: '{"é":1}' },
      ]);
      expect([...readFileSync(one)]).toEqual([1, 2, 3]);
      expect(readFileSync(two, 'utf8')).toBe('{"é":1}');
      expect(Object.keys(filesIn(folder))).toEqual(['one.xlsx', 'two.json']);
    });
  });

  test('none of them when one cannot be written: what was there stays, no part remains', async () => {
    await inFolder(async (folder) => {
      const one = join(folder, 'one.xlsx');
      writeFileSync(one, 'before');
      const before = filesIn(folder);
      const outputs = [
        { path: one, bytes: 'after' },
        { path: join(folder, 'new.json'), bytes: '{}' },
      ];
      for (const bad of ['/proc/x.json', folder, join(folder, 'none', 'x.json')]) {
        await expect(writeFiles([...outputs, { path: bad, bytes: '{}' }])).rejects.toBeInstanceOf(CommandError);
        expect(filesIn(folder)).toEqual(before);
      }
    });
  });

  test('a link stays a link, and the file it points to is replaced', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'real.xlsx'), 'before');
      symlinkSync('real.xlsx', join(folder, 'link.xlsx'));
      await writeFiles([{ path: join(folder, 'link.xlsx'), bytes: 'after' }]);
      expect(lstatSync(join(folder, 'link.xlsx')).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(folder, 'real.xlsx'), 'utf8')).toBe('after');
    });
  });

  // The superuser may write anywhere, so permission bits say nothing to it.
  const asUser = process.getuid?.() === 0 ? test.skip : test;
  asUser('a read-only file or folder is said to be locked (skipped for the superuser)', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'mine.xlsx');
      writeFileSync(file, '');
      chmodSync(file, 0o444);
      await expect(checkWritable(file)).rejects.toThrow(/locked or read-only\. Maybe it is open in Excel/);
      chmodSync(folder, 0o555);
      await expect(checkWritable(join(folder, 'new.xlsx'))).rejects.toThrow(/locked or read-only/);
      chmodSync(folder, 0o755);
    });
  });
});

describe('two names of one file', () => {
  test('are known by where they lead, through links and dots, there or not', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'a.xlsx');
      expect(await isSameFile(file, `${folder}/./a.xlsx`)).toBe(true);
      writeFileSync(file, '');
      symlinkSync('a.xlsx', join(folder, 'b.xlsx'));
      expect(await isSameFile(file, join(folder, 'b.xlsx'))).toBe(true);
      expect(await isSameFile(file, join(folder, 'c.xlsx'))).toBe(false);
    });
  });
});

test('a folder is made with those above it', async () => {
  await inFolder(async (folder) => {
    await makeFolder(join(folder, 'a', 'b'));
    await expect(checkWritable(join(folder, 'a', 'b', 'x.xlsx'))).resolves.toBeUndefined();
  });
});
