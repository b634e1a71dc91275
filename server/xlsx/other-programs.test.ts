import { describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { outputSheets } from '../../shared/sheets';
import { auditRow, runResult } from '../../shared/sheets/test-result';
import { openXlsx } from './xlsx-workbook';

/** Workbooks as other programs write and read them. Each test is skipped, with its reason, where the program is not installed. */

const python = '/usr/bin/python3';
const hasOpenpyxl = existsSync(python) && spawnSync(python, ['-c', 'import openpyxl, PIL']).status === 0;
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
const withOpenpyxl = hasOpenpyxl ? test : test.skip;
const withLibreOffice = hasOpenpyxl && hasLibreOffice ? test : test.skip;

const script = (name: string): string => join(__dirname, 'fixtures', `${name}.py`);

interface Description {
  readonly order: string[];
  readonly names: string[];
  readonly sheets: Record<string, Record<string, unknown>>;
  readonly cells: unknown[][];
  readonly formats: string[];
  readonly formula: string;
  readonly types: string[];
  readonly quoted: boolean[];
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'rebal-xlsx-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A rich workbook, and the same with results written into it twice. */
async function richAndWritten(folder: string): Promise<{ before: Uint8Array; after: Uint8Array; path: string }> {
  const path = join(folder, 'rich.xlsx');
  execFileSync(python, [script('make-rich'), path]);
  const zip = await JSZip.loadAsync(readFileSync(path));
  zip.file('xl/vbaProject.bin', Uint8Array.of(1, 2, 3)); // Parts no program here makes.
  zip.file('customXml/item1.xml', '<mine/>');
  const before = await zip.generateAsync({ type: 'uint8array' });
  const workbook = await openXlsx(before);
  await workbook.write(outputSheets(runResult(1), [auditRow]));
  const again = await openXlsx(await workbook.save());
  await again.write(outputSheets(runResult(3), [auditRow]));
  const after = await again.save();
  writeFileSync(path, after);
  return { before, after, path };
}

describe('a rich workbook that gets results', () => {
  withOpenpyxl(
    'keeps every part it had, byte for byte, but for the lists that must name the new sheets (needs python3-openpyxl)',
    async () => {
      await inFolder(async (folder) => {
        const { before, after } = await richAndWritten(folder);
        const [old, fresh] = await Promise.all([JSZip.loadAsync(before), JSZip.loadAsync(after)]);
        const changed: string[] = [];
        for (const { name } of Object.values(old.files).filter(({ dir }) => !dir)) {
          const [was, is] = await Promise.all([old.file(name)?.async('base64'), fresh.file(name)?.async('base64')]);
          if (was !== is) changed.push(name);
        }
        expect(changed.sort()).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml']);
      });
    },
  );

  withOpenpyxl('shows openpyxl all it had and all that was added (needs python3-openpyxl)', async () => {
    await inFolder(async (folder) => {
      const { path } = await richAndWritten(folder);
      const book = JSON.parse(execFileSync(python, [script('describe'), path], { encoding: 'utf8' })) as Description;
      expect(book.order).toEqual([
        'Start',
        'Holdings',
        'Trades',
        'Chart',
        'Hidden',
        'Trades (REBAL)',
        'Exceptions',
        'Scores',
        'Data issues',
        'Audit',
      ]);
      expect(book.names).toEqual(['MyRate', 'rb_AsOf']);
      expect(book.sheets.Holdings).toMatchObject({
        tables: { rb_Holdings: 'A1:C21' },
        charts: 1,
        images: 1,
        validations: 1,
        rules: 1,
        comment: 'mine',
        color: '00FF0000',
      });
      expect(book.sheets.Hidden.state).toBe('hidden');
      expect(book.formula).toBe('=SUM(C2:C21)');
      expect(book.sheets['Trades (REBAL)']).toMatchObject({ tables: { rb_Trades: 'A5:AS8' }, freeze: 'D6', titles: '$5:$5' });
      expect(book.cells[0].slice(0, 8)).toEqual([false, 'Proposed', '0012', 'Rivera Trust', '▼ Sell', 'VTI', 120.5, 34_945]);
      expect(book.cells[0][23]).toBe('2021-03-04T00:00:00');
      expect(book.cells[1][10]).toBe('=HYPERLINK("http://example.com")');
      expect(book.types[10]).toBe('s');
      expect(book.quoted[10]).toBe(true);
      expect([book.formats[2], book.formats[7], book.formats[23]]).toEqual(['@', '$#,##0;($#,##0);"–"', 'yyyy-mm-dd']);
    });
  });

  withLibreOffice(
    'is opened and saved by LibreOffice, and read again the same (needs python3-openpyxl and LibreOffice)',
    async () => {
      await inFolder(async (folder) => {
        const { path, after } = await richAndWritten(folder);
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        execFileSync(
          'soffice',
          [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'saved'), path],
          { stdio: 'ignore', timeout: 120_000 },
        );
        const ours =
          (table: string) =>
          ({ table: name }: { table?: string }): boolean =>
            name === table;
        for (const table of ['rb_Trades', 'rb_Scores', 'rb_Holdings']) {
          const here = await (await openXlsx(after)).read(ours(table));
          const there = await (await openXlsx(readFileSync(join(folder, 'saved', 'rich.xlsx')))).read(ours(table));
          expect(there.regions).toEqual(here.regions);
          expect(there.names).toEqual(here.names);
        }
      });
    },
    180_000,
  );
});
