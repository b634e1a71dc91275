import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { harmless, writers, type Writer } from './writers';

const root = join(__dirname, '../..');
/** How text leaves the product: into a cell, a part of a workbook, a file, the terminal, a page. */
const writing = /\.(values|formulas|formulasR1C1|formulaArray|valuesAsJson|formula|hyperlink) = |\bpack\.set\(|\bwrite(Files|Lines)\(|std(out|err)\.write|clipboard|innerHTML|createObjectURL|dangerouslySet|Papa\.unparse/;

const sourceFiles = ['server', 'shared', 'addin'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replace(/\\/g, '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/fixtures\/|\/stories\//.test(path)));

test('every file that writes belongs to a writer that is tested here, or is named with the reason why not', () => {
  const found = sourceFiles.filter((path) => writing.test(readFileSync(join(root, path), 'utf8')));
  const named = new Set<string>([...Object.values(writers).flatMap(({ files }): readonly string[] => files), ...Object.keys(harmless), 'server/commands/csv-text.ts']);
  expect(found.filter((path) => !named.has(path))).toEqual([]);
  expect([...named].filter((path) => !found.includes(path))).toEqual([]);
});

const hostile = [
  '=1+1', "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', '+1', '-1', '-5', '@SUM(A1)', "'quoted", '＝1+1', '\t=1', '\n=1', '\r=1', ' =1', '\ufeff=1', '=DDE("a";"b";"c")', '{=1}',
  '=IMPORTXML("http://x","//a")', '"=1"', '1e5', '0012', 'TRUE', '#N/A', '2026-11-20', '1/2', '_x000D_', '_x0041_', '<b>&"</b>', ']]>', 'a\u0000b', 'x\u202ey', '\ud800', '😀', 'a,b;c\td', '  two  blanks  ', '%0A', '$1', '$&',
];
const texts = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', "'", '|', ''), fc.string({ unit: 'binary', maxLength: 20 })).map((parts) => parts.join('')), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 8 });
const numbers = fc.array(fc.constantFrom(-5, -0.01, -1e-9, -123456789.12, 0.1, 5, 1e15, -1e15), { minLength: 1, maxLength: 4 });
const times = Number(process.env.REBAL_RUNS ?? 25);

describe.each(Object.entries(writers) as [string, Writer][])('%s', (_name, { write, becomes }) => {
  test('text stays text, numbers stay as they are, nothing becomes a formula', async () => {
    const check = async (given: readonly string[], sizes: readonly number[]): Promise<void> => {
      const written = await write(given, sizes.slice(0, given.length));
      expect(written.formulas).toEqual([]);
      expect(written.numbers).toEqual(sizes.slice(0, written.numbers.length));
      expect(written.texts).toEqual(given.slice(0, written.texts.length).map(becomes));
    };
    await check(hostile, [-5, -0.01]);
    await fc.assert(fc.asyncProperty(texts, numbers, check), { numRuns: Math.min(times, 400), seed: Number(process.env.REBAL_SEED ?? 1) });
  });
});
