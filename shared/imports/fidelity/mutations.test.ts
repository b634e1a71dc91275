import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { formats, readExport, type FormatName, type Reading } from '..';
import { sheetsFile, textFile } from '../custodian-file';
import type { ImportRow } from '../format';

const layouts = (custodian: string) => readdirSync(join(__dirname, '..', custodian, 'fixtures')).map((layout) => [custodian, layout] as const);
const fixtures = [...layouts('fidelity'), ...layouts('vanguard')].flatMap(([custodian, layout]) => {
  const folder = join(__dirname, '..', custodian, 'fixtures', layout);
  return readdirSync(folder).map((name) => ({ name, format: `${custodian}-${layout}` as FormatName, text: readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '') }));
});

const cellsOf = (text: string) => Papa.parse<string[]>(text, { delimiter: ',' }).data;
const save = (cells: readonly (readonly string[])[], options: Papa.UnparseConfig = {}) => Papa.unparse(cells.map((row) => [...row]), options);
const essence = ({ rows, asOf, issues }: Pick<Reading, 'rows' | 'asOf' | 'issues'>) => ({ asOf, codes: issues.map(({ code }) => code), rows });

const figures = ['quantity', 'unitCost', 'costBasis', 'price', 'marketValue', 'proceeds', 'amount'] as const;
/** Sizes only: signs that a file leaves out are told from its other rows. */
const figuresOf = (row: ImportRow | undefined) => figures.map((key) => (typeof row?.[key] === 'number' ? Math.abs(row[key]) : null));

/** The last figure of a line that was cut may be shorter without anything that shows it. */
function isLastLine(row: ImportRow, text: string): boolean {
  return row.line === text.trimEnd().split('\n').length;
}

describe.each(fixtures)('$format, $name', ({ name, format, text }) => {
  const whole = formats[format].read(textFile(text, name));

  test('saved again with every cell quoted, CRLF, a byte order mark and padding commas', () => {
    const cells = cellsOf(text);
    const width = Math.max(...cells.map((row) => row.length)) + 2;
    const padded = cells.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
    const again = `\uFEFF${save(padded, { quotes: true, newline: '\r\n' })}\r\n`;
    const reading = readExport(textFile(again, name));
    expect(reading.format).toBe(format);
    expect(essence(reading)).toEqual(essence({ ...whole }));
  });

  test('saved as a workbook', () => {
    const reading = readExport(sheetsFile([{ sheet: 'Empty', cells: [] }, { sheet: 'Data', cells: cellsOf(text) }], name));
    expect(reading.format).toBe(format);
    expect(essence(reading)).toEqual(essence({ ...whole }));
  });

  test('cut off anywhere: nothing is thrown, and no figure of a line that is whole changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
        const cut = text.slice(0, length);
        const { rows, issues } = formats[format].read(textFile(cut, name));
        for (const row of rows) {
          if (isLastLine(row, cut) || issues.some(({ code }) => code === 'I01')) continue;
          expect(figuresOf(row)).toEqual(figuresOf(whole.rows.find(({ line }) => line === row.line)));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('any one cell overwritten: nothing is thrown', () => {
    const cells = cellsOf(text);
    fc.assert(
      fc.property(fc.nat(cells.length - 1), fc.nat(20), fc.constantFrom('', '#REF!', '-', '1,2,3', '99/99/9999', 'Total', '"'), (row, column, scribble) => {
        const changed = cells.map((line, k) => (k === row ? line.map((cell, c) => (c === column ? scribble : cell)) : line));
        const file = textFile(save(changed), name);
        expect(() => [formats[format].recognizes(file), formats[format].read(file)]).not.toThrow();
      }),
      { numRuns: 25 },
    );
  });
});

/** Files of one table, whose header is not torn. */
const oneTable = fixtures.filter(({ format, name }) => !/download|statement/.test(format) && name !== 'position-type.csv');

describe.each(oneTable)('$format, $name', ({ name, format, text }) => {
  const whole = formats[format].read(textFile(text, name));

  test('columns in any order', () => {
    const cells = cellsOf(text);
    const width = Math.max(...cells.map((row) => row.length));
    const columns = Array.from({ length: width }, (_, column) => column);
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: width, maxLength: width }), (order) => {
        const shuffled = cells.map((row) => (row.filter((cell) => cell.trim() !== '').length < 2 ? row : order.map((column) => row[column] ?? '')));
        const file = textFile(save(shuffled), name);
        expect(formats[format].recognizes(file)).toBeGreaterThanOrEqual(0.5);
        expect(formats[format].read(file).rows).toEqual(whole.rows);
      }),
      { numRuns: 10 },
    );
  });
});
