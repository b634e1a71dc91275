import { expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CommandError } from './command-error';
import { inFolder } from './fixtures/terminal';
import { writeLines } from './write-lines';

const many = Array.from({ length: 20_000 }, (_, k) => `{"line":${k},"text":"Zürich"}`);

test('every line has its end, plain and packed', async () => {
  await inFolder(async (folder) => {
    const [plain, packed] = [join(folder, 'run.jsonl'), join(folder, 'run.jsonl.gz')];
    await writeLines(plain, many);
    await writeLines(packed, many);
    expect(readFileSync(plain, 'utf8')).toBe(`${many.join('\n')}\n`);
    expect(gunzipSync(readFileSync(packed)).toString('utf8')).toBe(`${many.join('\n')}\n`);
    await writeLines(plain, []);
    expect(readFileSync(plain, 'utf8')).toBe('');
  });
});

test('what breaks on the way leaves the old file as it was, and nothing beside it', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'run.jsonl');
    writeFileSync(path, 'old');
    const breaking = (function* () { yield* many; throw new Error('no prices'); })();
    await expect(writeLines(path, breaking)).rejects.toThrow('no prices');
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['run.jsonl']]);
  });
});

test('a link stays a link, and what it points to is written', async () => {
  await inFolder(async (folder) => {
    const [real, link] = [join(folder, 'real.jsonl'), join(folder, 'link.jsonl')];
    writeFileSync(real, 'old');
    symlinkSync(real, link);
    await writeLines(link, ['new']);
    expect(readFileSync(real, 'utf8')).toBe('new\n');
  });
});

test('a folder in its place is said in a sentence', async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'run.jsonl'));
    await expect(writeLines(join(folder, 'run.jsonl'), ['x'])).rejects.toThrow(CommandError);
  });
});
