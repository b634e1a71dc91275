import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { formats, readExport, type FormatName } from '..';
import type { Contents } from '../format';
import { sheetsFile, textFile } from '../custodian-file';
import { readCells } from '../table/cells';
import { isDescribed } from './blocks';

const folders = ['flex', 'flex-csv', 'statement', 'transactions'].map((layout) => join(__dirname, 'fixtures', layout)).concat(join(__dirname, '../ofx/fixtures/statement'));
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })));
const delimited = files.filter(({ name }) => name.endsWith('.csv'));
const formatOf = (text: string) => formats[readExport(textFile(text)).format as FormatName];
const counted = ({ rows }: Contents) => rows.filter(({ kind }) => kind !== 'skip');

test.each(files)('$name cut off anywhere: a number that differs is never told without an issue', ({ text }) => {
  const format = formatOf(text);
  const read = (part: string) => format.read(textFile(part, 'a.txt'));
  const whole = new Map(counted(read(text)).map((row) => [`${row.line} ${row.account} ${row.symbol}`, row]));
  fc.assert(
    fc.property(fc.nat(text.length - 1), (end) => {
      const reading = read(text.slice(0, end));
      if (reading.issues.length > 0) return;
      for (const { line, account, symbol, quantity, costBasis, marketValue, amount } of counted(reading)) {
        const known = Object.entries({ quantity, costBasis, marketValue, amount }).filter(([, value]) => value !== null);
        expect(whole.get(`${line} ${account} ${symbol}`)).toMatchObject(Object.fromEntries(known));
      }
    }),
    { numRuns: 100, seed: 7 },
  );
});

test.each(delimited)('$name saved again: quoted, padded, as a sheet', ({ text }) => {
  const read = (saved: string) => readExport(textFile(saved, 'a.csv'));
  const expected = counted(read(text));
  const cells = readCells(text).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(...cells.map((row) => row.length));
  const padded = cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
  expect(counted(read(Papa.unparse(cells, { quotes: true, newline: '\n' })))).toEqual(expected);
  expect(counted(read(Papa.unparse(padded, { newline: '\r\n' })))).toEqual(expected);
  expect(counted(readExport(sheetsFile([{ sheet: 'Notes', cells: [['hello']] }, { sheet: 'S', cells: padded }])))).toEqual(expected);
});

/** The columns of each section in another order. */
function shuffled(cells: readonly (readonly string[])[], seed: number): string[][] {
  let [section, order]: [string, number[]] = ['', []];
  return cells.map((row) => {
    if (!isDescribed(row) || (row[1] !== 'Header' && row[0] !== section)) return [...row];
    section = row[0];
    if (row[1] === 'Header') {
      const columns = row.slice(2).map((_, k) => k + 2);
      order = row[2] === 'Field Name' ? columns : columns.sort((a, b) => ((a * seed) % 17) - ((b * seed) % 17));
    }
    return [row[0], row[1], ...order.map((column) => row[column] ?? '')];
  });
}

test.each(delimited.filter(({ text }) => /^[^"\n]+,Header,/m.test(text)))('$name with its columns in another order', ({ text }) => {
  const read = (changed: string) => formatOf(text).read(textFile(changed, 'a.csv'));
  const expected = counted(read(text));
  for (const seed of [3, 5, 7]) expect(counted(read(Papa.unparse(shuffled(readCells(text), seed), { newline: '\n' })))).toEqual(expected);
});

test.each(files)('$name with letters changed at random: nothing is thrown', ({ text }) => {
  const format = formatOf(text);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.nat(40), fc.string({ maxLength: 6 }), (at, length, inserted) => {
      const { rows } = format.read(textFile(text.slice(0, at) + inserted + text.slice(at + length), 'a.txt'));
      for (const { quantity, marketValue, amount } of rows) for (const number of [quantity, marketValue, amount]) expect(number === null || Number.isFinite(number)).toBe(true);
    }),
    { numRuns: 60, seed: 7 },
  );
});
