import { bookLines } from '../../shared/book-file/book-lines';
import type { CellEdit, EditableWorkbook } from '../../shared/workbook/cell-edits';
import { MemoryWorkbook } from '../../shared/workbook/memory';
import type { Cell, SheetContent } from '../../shared/workbook/port';
import { cleanText, typedText } from '../../shared/workbook/safe-text';
import { OfficeWorkbook } from '../../addin/workbook/office-workbook';
import { createExcel } from '../../playground/node/excel';
import { csvText } from '../../server/commands/csv-text';
import { terminalText } from '../../server/commands/terminal-text';
import { newXlsx, openXlsx } from '../../server/xlsx';
import { readCells } from '../../shared/imports/table/cells';

/** What came out of a writer, read again. */
export interface Written {
  readonly texts: readonly Cell[];
  readonly numbers: readonly Cell[];
  /** Addresses of cells that hold formulas. */
  readonly formulas: readonly string[];
}

/** One way in which text from outside leaves the product. */
export interface Writer {
  /** What a text becomes; the only change that is allowed. */
  readonly becomes: (text: string) => Cell;
  readonly write: (texts: readonly string[], numbers: readonly number[]) => Promise<Written>;
  /** The source files that it stands for. */
  readonly files: readonly string[];
}

/** In a cell: no controls, turns of direction made visible, at most 1,000 characters; a text of nothing is a blank. */
const inCell = (text: string): Cell => cleanText(text) || null;

/** In a file besides: XML 1.0 holds no lone surrogates, nor U+FFFE and U+FFFF; they are left out. */
const inFile = (text: string): Cell => cleanText(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '') || null;

const columns: SheetContent['columns'] = [
  { header: 'Text', kind: 'text', format: '@', width: 10 },
  { header: 'Number', kind: 'number', format: '0.00', width: 10 },
  { header: 'Place', kind: 'text', format: '@', width: 10, link: true },
];
const sheetOf = (rows: SheetContent['rows'], heading = 'Title'): SheetContent =>
  ({ sheet: 'Out', table: 'rb_Out', heading: { title: heading, status: heading, key: heading }, columns, rows, frozenColumns: 0, tabColor: '#000000' });
const rowsOf = (texts: readonly string[], numbers: readonly number[]): Cell[][] => texts.map((text, k) => [text, numbers[k] ?? null, `${text}!A1`]);
const editsOf = (texts: readonly string[], numbers: readonly number[]): CellEdit[] =>
  texts.flatMap((value, k): CellEdit[] => [
    { row: 6 + k, column: 1, value, kind: 'text' },
    ...(numbers[k] === undefined ? [] : [{ row: 6 + k, column: 2, value: numbers[k], kind: 'number' } as const]),
  ]);

async function readBack(workbook: EditableWorkbook, { length }: readonly number[]): Promise<Written> {
  const { regions } = await workbook.read(({ table }) => table === 'rb_Out');
  const rows = regions[0].values.slice(1);
  return { texts: rows.map(([text]) => text), numbers: rows.slice(0, length).map(([, number]) => number), formulas: [...(await workbook.formulas({ sheet: 'Out', table: 'rb_Out' }))] };
}

const ofWorkbook = (becomes: Writer['becomes'], open: () => Promise<EditableWorkbook>, again: (workbook: EditableWorkbook) => Promise<EditableWorkbook>, files: { readonly sheets: readonly string[]; readonly cells: readonly string[] }) => ({
  sheets: {
    becomes, files: files.sheets,
    write: async (texts, numbers) => {
      const workbook = await open();
      await workbook.write([sheetOf(rowsOf(texts, numbers), texts[0])]);
      await workbook.write([sheetOf(rowsOf(texts, numbers), texts[0])]); // The second writing updates the first.
      return readBack(await again(workbook), numbers);
    },
  } satisfies Writer,
  cells: {
    becomes, files: files.cells,
    write: async (texts, numbers) => {
      const workbook = await open();
      await workbook.write([sheetOf(texts.map(() => ['x', 1, null]))]);
      await workbook.edit([{ sheet: 'Out', table: 'rb_Out', cells: editsOf(texts, numbers) }]);
      return readBack(await again(workbook), numbers);
    },
  } satisfies Writer,
});

/** What a text and a number become in a line of text. */
const ofLines = (becomes: Writer['becomes'], files: readonly string[], write: (texts: readonly string[], numbers: readonly number[]) => Pick<Written, 'texts' | 'numbers'>): Writer =>
  ({ becomes, files, write: async (texts, numbers) => ({ ...write(texts, numbers), formulas: [] }) });

const xlsx = ofWorkbook(inFile, async () => newXlsx(), async (workbook) => openXlsx(await (workbook as ReturnType<typeof newXlsx>).save()), {
  sheets: ['server/xlsx/new-sheet.ts', 'server/xlsx/update-sheet.ts'], cells: ['server/xlsx/edit-cells.ts'],
});
const excel = ofWorkbook(inCell, async () => {
  createExcel();
  return new OfficeWorkbook();
}, async (same) => same, { sheets: ['addin/workbook/write.ts', 'addin/workbook/write-table.ts', 'addin/workbook/links.ts'], cells: ['addin/workbook/edit-cells.ts'] });
const memory = ofWorkbook(inCell, async () => new MemoryWorkbook(), async (same) => same, { sheets: [], cells: [] });

/** Every way in which text from outside leaves the product. */
export const writers = {
  'sheets of a file': xlsx.sheets,
  'cells of a file': xlsx.cells,
  'sheets in Excel': excel.sheets,
  'cells in Excel': excel.cells,
  'sheets in memory': memory.sheets,
  'cells in memory': memory.cells,
  'named cells in Excel': {
    becomes: inCell, files: ['addin/workbook/name-cells.ts'],
    write: async (texts, numbers) => {
      createExcel();
      const workbook = new OfficeWorkbook();
      await workbook.write([sheetOf([['x', 1, null]])]);
      const named = [...texts.map((value) => ({ value, format: '@' })), ...numbers.map((value) => ({ value, format: '0.00' }))];
      await workbook.nameCells('rb_Out', Object.fromEntries(named.map((cell, k) => [`rb_N${k}x`, cell])));
      const { names } = await workbook.read(() => false);
      const values = named.map((_cell, k) => names[`rb_N${k}x`] ?? null);
      return { texts: values.slice(0, texts.length), numbers: values.slice(texts.length), formulas: [] };
    },
  },
  'a named cell of a file': {
    becomes: inFile, files: ['server/xlsx/book-edit.ts'],
    write: async (texts, numbers) => {
      const read = async (value: string | number): Promise<Cell> => {
        const workbook = newXlsx();
        await workbook.write([sheetOf([['x', 1, null]])]);
        await workbook.defineNames('Out', { rb_Name: 'E2' });
        await workbook.writeNamed('rb_Name', value);
        return (await (await openXlsx(await workbook.save())).read(() => false)).names.rb_Name ?? null;
      };
      return { texts: await Promise.all(texts.slice(0, 4).map(read)), numbers: await Promise.all(numbers.slice(0, 4).map(read)), formulas: [] };
    },
  },
  'lines of a book file': ofLines((text) => text, ['server/commands/write-lines.ts', 'server/commands/convert.ts', 'server/commands/write-results.ts', 'server/commands/import-book-file.ts'], (texts, numbers) => {
    const holdings = texts.map((note, k) => ({ accountId: 'A', symbol: note, quantity: numbers[k] ?? 0 }));
    const lines = [...bookLines({ tables: { accounts: [], holdings } as never })].slice(1).map((line) => (JSON.parse(line) as { holdings: { symbol: string; quantity: number } }).holdings);
    return { texts: lines.map(({ symbol }) => symbol), numbers: lines.slice(0, numbers.length).map(({ quantity }) => quantity) };
  }),
  'a CSV file': ofLines((text) => typedText(text), ['server/commands/risk-fit.ts'], (texts, numbers) => {
    const cells = readCells(csvText(['Text', 'Number', 'c'], texts.map((text, k) => [text, numbers[k] ?? 0, ',,'])).slice(0, -1)).slice(1);
    return { texts: cells.map(([text]) => text), numbers: cells.slice(0, numbers.length).map(([, number]) => Number(number)) };
  }),
  'a line of a terminal': ofLines((text) => terminalText(text), ['server/commands/program.ts', 'server/commands/say.ts'], (texts, numbers) =>
    ({ texts: texts.map(terminalText), numbers: numbers.map((number) => Number(terminalText(String(number)))) })),
} as const satisfies Readonly<Record<string, Writer>>;

/** Files that write, but no text from outside in their own way, and why. */
export const harmless: Readonly<Record<string, string>> = {
  'server/optimizer/rounding-ledger.ts': 'its values are its own',
  'server/xlsx/content-types.ts': 'names of parts',
  'server/xlsx/relationships.ts': 'names of parts',
  'server/xlsx/blank-package.ts': 'fixed text',
  'server/xlsx/styles-part.ts': 'looks and formats of ours',
  'addin/workbook/rules.ts': 'formulas of conditional formats from our own templates',
  'addin/taskpane/index.ts': 'a fixed sentence',
  'addin/session/notice-actions.ts': 'a message on its way to the clipboard',
  'server/main.ts': 'sentences about the environment',
  'server/commands/run.ts': 'the message of a fault of ours',
  'server/commands/files.ts': 'puts finished files in place',
  ...Object.fromEntries(['template', 'explain', 'fix', 'risk-nearest', 'import-into', 'sample', 'adopt', 'reconcile', 'upgrade'].map((name) => [`server/commands/${name}.ts`, 'saves a workbook that the writer of files made'])),
};
