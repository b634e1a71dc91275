import { describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineVersion } from '../../shared/version';
import { refusedInOneLine } from './fixtures/refusal';
import { asOf, filesIn, inFolder, rebal, sampleSheets, writeBook } from './fixtures/terminal';

const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Files that people take for a workbook: their bytes, made from a good workbook, and what is said of them. */
const notWorkbooks: readonly [string, (good: Buffer) => Buffer, RegExp][] = [
  ['a .csv', () => Buffer.from('Account ID,Symbol\n1,VTI\n'), /plain text \(such as \.csv\).*save it as \.xlsx/],
  [
    'random bytes',
    () => Buffer.from(Array.from({ length: 3000 }, (_, k) => (k * 7919 + 13) % 251)),
    /not an Excel workbook, or it is damaged/,
  ],
  ['an empty file', () => Buffer.alloc(0), /empty/],
  ['a download that was cut off', (good) => good.subarray(0, 9000), /damaged or cut off/],
  [
    'a workbook with a password',
    () => Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    /protected with a password/,
  ],
  [
    'a workbook of Excel 97-2003',
    () => Buffer.concat([ole, Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]),
    /Excel 97-2003 \(\.xls\)/,
  ],
  ['a web page', () => Buffer.from('<html><table></table></html>'), /web page/],
];

describe('a book that cannot be read is one line and status 2', () => {
  const commands: readonly (readonly string[])[] = [['check'], ['run', '--out', 'out.xlsx', '--json', 'out.json']];
  test.each(commands.map((command) => [command[0], command] as const))('%s', async (_name, [verb, ...options]) => {
    await inFolder(async (folder) => {
      const here = options.map((option) => (option.startsWith('--') ? option : join(folder, option)));
      const good = await writeBook(folder);
      for (const [what, make, says] of notWorkbooks) {
        const path = join(folder, 'given.xlsx');
        writeFileSync(path, make(readFileSync(good)));
        const line = await refusedInOneLine(folder, verb, path, ...here);
        expect([what, line]).toEqual([what, expect.stringMatching(says)]);
        expect(line).toContain(path);
      }
      const missing = join(folder, 'missing.xlsx');
      expect(await refusedInOneLine(folder, verb, missing, ...here)).toBe(
        `There is no file ${missing}. Maybe the name is misspelled, or it lies in another folder.`,
      );
      expect(await refusedInOneLine(folder, verb, folder, ...here)).toBe(`${folder} is a folder, not a workbook.`);
      expect(await refusedInOneLine(folder, verb, join(good, 'x.xlsx'), ...here)).toContain('ENOTDIR');
    });
  });
});

describe('a command line that cannot be understood is one line and status 2', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['an unknown command', ['rebalance', 'BOOK'], /unknown command 'rebalance'/],
    ['an unknown option', ['run', 'BOOK', '--bogus'], /unknown option '--bogus'/],
    ['a misspelled option, with what is meant', ['run', 'BOOK', '--acounts', 'A'], /'--acounts' \(Did you mean --accounts\?\)/],
    ['an option without its value', ['run', 'BOOK', '--out'], /--out <file>.*missing/],
    ['no book', ['run'], /missing required argument 'book'/],
    ['two books', ['check', 'BOOK', 'BOOK'], /too many arguments/],
    ['a day that is none', ['run', 'BOOK', '--as-of', '2026-02-30'], /"2026-02-30" is no date\. Write --as-of as year-month-day/],
    ['a day in words', ['check', 'BOOK', '--as-of', 'today'], /"today" is no date/],
    ['an account that is not in the book', ['run', 'BOOK', '--accounts', '4471-0093,zz'], /"zz", which is not in Accounts/],
    ['two accounts that are not in the book', ['run', 'BOOK', '--accounts', 'a,b'], /"a", "b", which are not in Accounts/],
    ['no account at all', ['run', 'BOOK', '--accounts', ' , '], /names no account/],
    ['no account at all, said with =', ['run', 'BOOK', '--accounts='], /names no account/],
    ['a sample of no accounts', ['sample', 'NEW', '--accounts', '0'], /whole number from 1 to 10,000/],
    ['a sample of too many', ['sample', 'NEW', '--accounts', '10001'], /whole number from 1 to 10,000/],
    ['a sample of a part of an account', ['sample', 'NEW', '--accounts', '1.5'], /whole number from 1 to 10,000/],
    ['a sample of a word', ['sample', 'NEW', '--accounts', 'many'], /whole number from 1 to 10,000/],
    ['a sample with a word for a seed', ['sample', 'NEW', '--seed', 'lucky'], /--seed takes a whole number/],
    ['a sample of a month that is none', ['sample', 'NEW', '--as-of', '2026-13-01'], /"2026-13-01" is no date/],
  ])('%s', async (_what, argv, says) => {
    await inFolder(async (folder) => {
      const places: Record<string, string> = { BOOK: await writeBook(folder), NEW: join(folder, 'new.xlsx') };
      expect(await refusedInOneLine(folder, ...argv.map((word) => places[word] ?? word))).toMatch(says);
    });
  });
});

describe('outputs that cannot be written are one line and status 2, and no file is made or changed', () => {
  test.each<[string, (folder: string) => string[], RegExp]>([
    ['--out is a folder', (folder) => ['--out', folder], /it is a folder/],
    ['--out in a folder that is not there', (folder) => ['--out', join(folder, 'none', 'x.xlsx')], /there is no folder .*none/],
    ['--out below a file', (folder) => ['--out', join(folder, 'book.xlsx', 'x.xlsx')], /there is no folder/],
    [
      '--out is open in Excel',
      (folder) => {
        writeFileSync(join(folder, '~$x.xlsx'), '');
        return ['--out', join(folder, 'x.xlsx')];
      },
      /open in another program/,
    ],
    [
      '--out is open in LibreOffice',
      (folder) => {
        writeFileSync(join(folder, '.~lock.x.xlsx#'), '');
        return ['--out', join(folder, 'x.xlsx')];
      },
      /open in another program/,
    ],
    [
      '--json is a folder',
      (folder) => {
        mkdirSync(join(folder, 'j.json'));
        return ['--out', join(folder, 'x.xlsx'), '--json', join(folder, 'j.json')];
      },
      /j\.json can't be written: it is a folder/,
    ],
    ['--json is a device', (folder) => ['--out', join(folder, 'x.xlsx'), '--json', '/dev/null'], /device or a pipe/],
    ['--json is the book', (folder) => ['--json', join(folder, '.', 'book.xlsx')], /names the book itself/],
    ['--out and --json are one file', (folder) => ['--out', join(folder, 'x'), '--json', join(folder, 'x')], /both name/],
    // The folder takes no new files, whoever asks: the first output was ready and must not stay.
    [
      'the second output fails when it is written',
      (folder) => ['--out', join(folder, 'x.xlsx'), '--json', '/proc/x.json'],
      /\/proc\/x\.json can't be written/,
    ],
  ])('%s', async (_what, options, says) => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      expect(await refusedInOneLine(folder, 'run', book, ...options(folder))).toMatch(says);
    });
  });

  test('a sample is not written where something else is', async () => {
    await inFolder(async (folder) => {
      expect(await refusedInOneLine(folder, 'sample', folder)).toMatch(/it is a folder/);
      expect(await refusedInOneLine(folder, 'sample', join(folder, 'none', 'x.xlsx'))).toMatch(/there is no folder/);
    });
  });
});

describe('what goes well', () => {
  test('help and version are answers, not mistakes', async () => {
    expect(await rebal('--version')).toEqual({ status: 0, out: `${engineVersion}\n`, err: '' });
    const help = await rebal('run', '--help');
    expect(help).toMatchObject({ status: 0, err: '' });
    for (const option of ['--out', '--json', '--as-of', '--accounts']) expect(help.out).toContain(option);
  });

  test('a run says what it wrote; one without outputs writes nothing', async () => {
    await inFolder(async (folder) => {
      const book = await writeBook(folder);
      const before = filesIn(folder);
      const silent = await rebal('run', book, '--as-of', asOf, '--accounts', '4471-0088');
      expect(silent).toMatchObject({ status: 0, err: '', out: expect.stringMatching(/^Run R-20261120-.*\n1 account: /) });
      expect(filesIn(folder)).toEqual(before);
      const [out, json] = [join(folder, 'out.xlsx'), join(folder, 'out.json')];
      const told = await rebal('run', book, '--as-of', asOf, '--out', out, '--json', json);
      expect(told.out.trimEnd().split('\n').slice(-2)).toEqual([`Wrote ${out}`, `Wrote ${json}`]);
      expect(Object.keys(filesIn(folder))).toEqual(['book.xlsx', 'out.json', 'out.xlsx']);
    });
  });

  test('the status of one command does not linger into the next', async () => {
    await inFolder(async (folder) => {
      const broken = await writeBook(
        folder,
        sampleSheets((sheet) => (sheet.table === 'rb_Models' ? undefined : sheet)),
        'broken.xlsx',
      );
      expect((await rebal('check', broken)).status).toBe(2);
      expect((await rebal('check', await writeBook(folder), '--as-of', asOf)).status).toBe(0);
      expect(process.exitCode).toBeUndefined();
    });
  });
});
