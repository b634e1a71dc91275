import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newXlsx } from '../../server/xlsx';
import { csvText } from '../../server/commands/csv-text';
import type { SheetContent } from '../../shared/workbook/port';
import { convert, python, withLibreOffice, withOpenpyxl } from '../python/run-python';

/** What other programs make of hostile text in a file of ours. Skipped, with the reason, where the program is not installed. */

const texts = [
  '=1+1', "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","y")', '+1', '-1', '@SUM(A1)', "'quoted", '＝1+1', '=DDE("soffice";"x";"A1")', '=WEBSERVICE("http://x.example")', '{=1}',
  '1e5', '0012', 'TRUE', '#N/A', '2026-11-20', '<b>&"</b>', 'a,b;c', '😀',
];
const sheet: SheetContent = {
  sheet: 'Out', table: 'rb_Out', frozenColumns: 0, tabColor: '#000000',
  columns: [{ header: 'Text', kind: 'text', format: '@', width: 10 }, { header: 'Number', kind: 'number', format: '0.00', width: 10 }, { header: 'Place', kind: 'text', format: '@', width: 10, link: true }],
  rows: texts.map((text) => [text, -5, `${text}!A1`]),
};

interface Described {
  readonly sheets: Readonly<Record<string, { readonly cells: Readonly<Record<string, readonly [value: unknown, type: string, format: string, look: string, note: unknown, link: unknown]>> }>>;
}

/** The sheet, written and then written into once more. */
async function book(): Promise<Uint8Array> {
  const workbook = newXlsx();
  await workbook.write([{ ...sheet, rows: sheet.rows.map(() => ['x', 1, null]) }]);
  await workbook.edit([{ sheet: 'Out', table: 'rb_Out', cells: sheet.rows.flatMap((row, k) => [
    { row: k + 2, column: 1, value: row[0], kind: 'text' as const }, { row: k + 2, column: 2, value: row[1], kind: 'number' as const }, { row: k + 2, column: 3, value: row[2], kind: 'text' as const },
  ]) }]);
  return workbook.save();
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rebal-text-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function written(): Promise<Uint8Array> {
  const workbook = newXlsx();
  await workbook.write([sheet]);
  return workbook.save();
}

/** Every cell says what it was given: text of type text, -5 of type number, no formula, no link. */
function expectText(path: string): void {
  const { cells } = (JSON.parse(python('describe_book', path)) as Described).sheets.Out;
  texts.forEach((text, k) => {
    expect([cells[`A${k + 2}`].slice(0, 2), cells[`B${k + 2}`].slice(0, 2)]).toEqual([[text, 's'], [-5, 'n']]);
    expect(cells[`C${k + 2}`].slice(0, 2)).toEqual([`${text}!A1`, 's']);
    expect([0, 1, 2].map((column) => cells[`${'ABC'[column]}${k + 2}`][5])).toEqual([null, null, null]);
  });
}

describe.each([['written', written], ['edited', book]] as const)('a file that was %s', (_how, make) => {
  withOpenpyxl('is text and numbers to openpyxl (needs python3-openpyxl)', () => inFolder(async (folder) => {
    writeFileSync(join(folder, 'text.xlsx'), await make());
    expectText(join(folder, 'text.xlsx'));
    const parts = execFileSync('/usr/bin/python3', ['-m', 'zipfile', '-l', join(folder, 'text.xlsx')], { encoding: 'utf8' });
    expect(parts).not.toMatch(/externalLink|connections|ddeLink|vbaProject/i);
  }));

  withLibreOffice('is the same after LibreOffice saved it (needs LibreOffice and python3-openpyxl)', () => inFolder(async (folder) => {
    writeFileSync(join(folder, 'text.xlsx'), await make());
    convert(join(folder, 'text.xlsx'), 'ods', folder);
    convert(join(folder, 'text.ods'), 'xlsx:Calc MS Excel 2007 XML', folder);
    expectText(join(folder, 'text.xlsx'));
  }));
});

withLibreOffice('a CSV file holds no formula for LibreOffice (needs LibreOffice and python3-openpyxl)', () => inFolder(async (folder) => {
  writeFileSync(join(folder, 'text.csv'), csvText(['Text', 'Number'], texts.map((text) => [text, -5])));
  convert(join(folder, 'text.csv'), 'xlsx:Calc MS Excel 2007 XML', folder);
  const { cells } = Object.values((JSON.parse(python('describe_book', join(folder, 'text.xlsx'))) as Described).sheets)[0];
  texts.forEach((_text, k) => {
    expect(cells[`A${k + 2}`][1]).not.toBe('f');
    expect(cells[`B${k + 2}`].slice(0, 2)).toEqual([-5, 'n']);
  });
}));
