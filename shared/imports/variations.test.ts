import fc from 'fast-check';
import { formats, readExport, type FormatName } from '.';
import { sheetsFile, textFile } from './custodian-file';
import { everyFixture } from './fixtures/every-fixture';
import { readCells } from './table/cells';

/** Names that the header row of each format has, and no other row. */
const headerNames = {
  'etrade-portfolio': ['Symbol', 'Value $'],
  'etrade-transactions': ['Symbol', 'Commission'],
  'm1-holdings': ['Symbol', 'Value'],
  'm1-lots': ['Symbol', 'Cost Basis'],
  'merrill-holdings': ['Symbol', 'CUSIP #'],
  'merrill-positions': ['Description', 'Quantity'],
  'merrill-summary': ['Account #', 'Cash Balance ($)'],
  'robinhood-activity': ['Trans Code', 'Amount'],
  'tdameritrade-transactions': ['DATE', 'DESCRIPTION'],
} as const satisfies Partial<Record<FormatName, readonly string[]>>;

type Varied = keyof typeof headerNames;
const isVaried = (format: FormatName): format is Varied => format in headerNames;
const fixtures = everyFixture.flatMap(({ format, ...file }) => (isVaried(format) ? [{ ...file, format }] : []));

/** Where a file's rows begin; a file of several tables has several. */
const headerRows = (format: Varied, text: string) =>
  [...readCells(text).entries()].filter(([, cells]) => headerNames[format].every((name) => cells.includes(name))).map(([row]) => row);

const quote = (cell: string) => `"${cell.replace(/"/g, '""')}"`;

/** Exports as they come back from a spreadsheet, cut short or rearranged: numbers may go missing, but never change. */
describe.each(fixtures)('$format $name', ({ format, name, text }) => {
  const whole = formats[format].read(textFile(text, name));
  const cells = readCells(text);

  test('cut off anywhere, nothing is thrown and no row before the last is changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
        const { rows } = formats[format].read(textFile(text.slice(0, length), name));
        expect(rows.length).toBeLessThanOrEqual(whole.rows.length);
        rows.slice(0, -1).forEach((row, k) => expect(row).toEqual(whole.rows[k]));
      }),
      { numRuns: 60 },
    );
  });

  test('quoted everywhere, padded and with other line ends, it reads the same', () => {
    const width = Math.max(...cells.map((row) => row.length)) + 2;
    const saved = cells.map((row) => [...row, ...Array<string>(width - row.length).fill('')].map(quote).join(',')).join('\r\n');
    const reading = readExport(textFile(`\uFEFF${saved}\r\n`, name));
    expect(reading.format).toBe(format);
    expect(reading.rows).toEqual(whole.rows);
    expect(reading.issues.map(({ code, cell }) => [code, cell])).toEqual(whole.issues.map(({ code, cell }) => [code, cell]));
  });

  test('as tabs, and as a sheet of a workbook without a file name, it reads the same', () => {
    const tabs = cells.map((row) => row.map(quote).join('\t')).join('\n');
    expect(formats[format].read(textFile(tabs, name)).rows).toEqual(whole.rows);
    const sheets = readExport(sheetsFile([{ sheet: 'Sheet1', cells }]));
    expect(sheets.format).toBe(format);
    expect(formats[format].read(sheetsFile([{ sheet: 'Sheet1', cells }], name)).rows).toEqual(whole.rows);
  });
});

const ofOneTable = fixtures.filter(({ format, text }) => headerRows(format, text).length === 1);

test.each(ofOneTable)('$format $name reads the same with its columns in any order', ({ format, name, text }) => {
  const cells = readCells(text);
  const [start] = headerRows(format, text);
  const width = Math.max(...cells.slice(start).map((row) => row.length));
  const order = fc.shuffledSubarray([...Array(width).keys()], { minLength: width, maxLength: width });
  const { rows } = formats[format].read(textFile(text, name));
  fc.assert(
    fc.property(order, (columns) => {
      const moved = cells.map((row, k) => (k < start ? row : columns.map((column) => row[column] ?? '')));
      expect(formats[format].read(sheetsFile([{ cells: moved }], name)).rows).toEqual(rows);
    }),
    { numRuns: 20 },
  );
});
