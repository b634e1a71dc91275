import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { asOf, rebal, sampleSheets } from '../../server/commands/fixtures/terminal';
import { openXlsx } from '../../server/xlsx';
import type { RunResult, TradeRow } from '../../shared/api/result';
import { wantedRegions } from '../../shared/contract/locate';
import { readTables } from '../../shared/contract/parse';
import { plantedTarget } from '../../shared/sample/policy';
import { outputs } from '../../shared/sheets';
import { verifyAudit } from '../../shared/sheets/audit-chain';
import { readAudit } from '../../shared/sheets/read-audit';
import { CHANGED } from '../../shared/workbook/sticky';
import { assertInvariants } from '../invariants';
import { makeBook, type Style } from '../python/plan';
import { convert, python, withLibreOffice, withOpenpyxl } from '../python/run-python';

/**
 * Books as other programs write them, through the terminal and back: whatever the layout, the trades are those of the same
 * book laid out by the contract, and everything that was the owner's is still there. Skipped where openpyxl is not installed.
 */
const plain: Style = { headers: 'contract', values: 'plain', banner: false, totals: false, gaps: false, extras: false, tables: false };
const styles: Readonly<Record<string, Style>> = {
  "plain sheets with the contract's headers": plain,
  'own headers in own order below a banner, with blank rows, totals and extra columns': {
    headers: 'own',
    values: 'plain',
    banner: true,
    totals: true,
    gaps: true,
    extras: true,
    tables: false,
  },
  'everything as text: $1,234.5, 42%, 2026-11-20': { ...plain, headers: 'own', values: 'text', extras: true },
  'Excel tables with names of their own': { ...plain, headers: 'own', extras: true, tables: true },
  'text below a banner, with totals': {
    headers: 'contract',
    values: 'text',
    banner: true,
    totals: true,
    gaps: true,
    extras: false,
    tables: false,
  },
};

/** The sample without the draft model's mistyped percentage: a column of text percentages would hide what is meant. */
const sheets = sampleSheets((sheet) =>
  sheet.table === 'rb_Models'
    ? { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (cell === plantedTarget ? plantedTarget / 100 : cell))) }
    : sheet,
);

type Described = { order: string[]; names: Record<string, string>; sheets: Record<string, Record<string, unknown>> };
const describeBook = (path: string): Described => JSON.parse(python('describe_book', path)) as Described;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rebal-any-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly out: string;
  readonly result: RunResult;
  readonly said: string;
}

/** The book in the contract's layout, run once. */
let standard: Promise<Ran> | undefined;

/** Runs a book by the terminal; the day is named, since most of these books have none. */
async function run(book: string, name: string): Promise<Ran> {
  const [out, json] = [join(folder, `${name}.out.xlsx`), join(folder, `${name}.out.json`)];
  const { status, out: said, err } = await rebal('run', book, '--as-of', asOf, '--out', out, '--json', json);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return { out, said, result: JSON.parse(readFileSync(json, 'utf8')) as RunResult };
}

const read = async (path: string, table: string) =>
  (await (await openXlsx(readFileSync(path))).read((region) => region.table === table)).regions[0];

/** Trades without the numbers of rows, which differ from layout to layout. */
const decided = (trades: readonly TradeRow[]) =>
  trades.map(({ source: _source, why, ...trade }) => ({ ...trade, why: why.replace(/\brow \d+/g, 'row') }));

describe.each(Object.entries(styles))('%s', (_words, style) => {
  const name = String(Object.values(styles).indexOf(style));

  withOpenpyxl("gives the trades of the same book in the contract's layout (needs python3-openpyxl)", async () => {
    const expected = await (standard ??= run(makeBook(folder, 'standard.xlsx', sheets, plain, 1, asOf), 'standard'));
    for (const seed of [1, 2]) {
      const book = makeBook(folder, `${name}.${seed}.xlsx`, sheets, style, seed, asOf);
      const { result } = await run(book, `${name}.${seed}`);
      expect(result.dataIssues.filter(({ severity }) => severity === 'Skip').map(({ code }) => code)).toEqual(['H01']);
      expect(decided(result.trades)).toEqual(decided(expected.result.trades));
      expect(result.run.inputsFingerprint).toBe(expected.result.run.inputsFingerprint);
      const { tables } = readTables(await (await openXlsx(readFileSync(book))).read(wantedRegions));
      assertInvariants(tables, result);
    }
  });

  withOpenpyxl(
    "keeps everything of the owner's: cells, looks, charts, pictures, names, lists, rules, notes (needs python3-openpyxl)",
    async () => {
      const book = makeBook(folder, `${name}.xlsx`, sheets, style, 7, asOf);
      const before = describeBook(book);
      const once = await run(book, name);
      const twice = await run(once.out, `${name}.again`);
      expect(before.sheets.Assumptions).toMatchObject({
        charts: { length: 3 },
        images: { length: 1 },
        validations: { length: 2 },
        rules: { length: 3 },
      });
      for (const { out } of [once, twice]) {
        const after = describeBook(out);
        expect(after.order).toEqual([...before.order, 'Trades', 'Exceptions', 'Scores', 'Data issues', 'Audit (REBAL)', 'Last prices']);
        expect(after.names).toEqual(before.names);
        for (const sheet of before.order) expect([sheet, after.sheets[sheet]]).toEqual([sheet, before.sheets[sheet]]);
      }
      expect(twice.result).toEqual(once.result);
    },
  );
});

describe('LibreOffice', () => {
  withLibreOffice(
    'opens the results, and what it shows of Trades is what the JSON says (needs python3-openpyxl and LibreOffice)',
    async () => {
      const book = makeBook(folder, 'office.xlsx', sheets, styles['Excel tables with names of their own'], 5, asOf);
      const { out, result } = await run(book, 'office');
      const saved = join(folder, 'saved');
      convert(out, 'xlsx:Calc MS Excel 2007 XML', saved);
      convert(out, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1', saved);
      const { data } = Papa.parse<string[]>(readFileSync(join(saved, 'office.out-Trades.csv'), 'utf8'));
      const [header, ...rows] = data.slice(4).filter((row) => row.some((cell) => cell !== ''));
      const shown = rows.map((row) => Object.fromEntries(header.map((title, at) => [title, row[at]])));
      expect(shown).toHaveLength(result.trades.length);
      shown.forEach((row, at) => {
        const trade = result.trades[at];
        expect([row['Account ID'], row.Action.slice(2), row.Symbol, row['Lot ID'], row['Trade ID'], row.Why]).toEqual([
          trade.accountId,
          trade.action,
          trade.symbol,
          trade.lotId ?? '',
          trade.tradeId,
          trade.why,
        ]);
        const numbers: [string, number | null][] = [
          ['Quantity', trade.quantity],
          ['Amount', trade.amount],
          ['Gain or loss', trade.gainOrLoss],
          ['Est. tax', trade.estTax],
          ['Price', trade.price],
          ['Cash effect', trade.cashEffect],
          ['Cost basis', trade.costBasis],
          ['Trade score (bp)', trade.tradeScoreBp],
        ];
        for (const [title, value] of numbers) expect([title, row[title] === '' ? null : Number(row[title])]).toEqual([title, value]);
      });
      // What LibreOffice saved is a book again: the same input, the same trades.
      const again = await run(join(saved, 'office.out.xlsx'), 'office.again');
      expect(decided(again.result.trades)).toEqual(decided(result.trades));
    },
    240_000,
  );
});

describe('formulas among the input', () => {
  const securities = sheets.find(({ table }) => table === 'rb_Securities');
  const [symbolAt, priceAt] = ['Symbol', 'Price'].map((title) => securities?.columns.findIndex(({ header }) => header === title) ?? -1);
  const prices = (securities?.rows ?? []).flatMap((cells, row) =>
    typeof cells[priceAt] === 'number' ? [[row, 'Price', `=${cells[priceAt] * 4}/4`]] : [],
  );

  withOpenpyxl('that no program has calculated yet stop the run: the cell is named, and the way out (needs python3-openpyxl)', async () => {
    const book = makeBook(folder, 'uncalculated.xlsx', sheets, plain, 1, asOf);
    const at = securities?.rows.findIndex((cells) => cells[symbolAt] === 'VTI') ?? -1;
    python('type_into', book, 'Securities', '1', JSON.stringify([[at, 'Price', '=290/1']]));
    const { out, status } = await rebal('check', book, '--as-of', asOf);
    expect(status).toBe(2);
    expect(out).toMatch(new RegExp(`^stop +G05 +Securities![A-Z]+${at + 2} .*open it in Excel and save it`));
  });

  withLibreOffice(
    'are read as the values they show, and stay formulas (needs python3-openpyxl and LibreOffice)',
    async () => {
      const book = makeBook(folder, 'formulas.xlsx', sheets, plain, 1, asOf);
      const expected = await run(book, 'formulas.plain');
      python('type_into', book, 'Securities', '1', JSON.stringify(prices));
      const saved = join(folder, 'calculated');
      convert(book, 'xlsx:Calc MS Excel 2007 XML', saved);
      const calculated = join(saved, 'formulas.xlsx');
      const before = describeBook(calculated);
      const { out, result } = await run(calculated, 'formulas');
      expect(decided(result.trades)).toEqual(decided(expected.result.trades));
      const after = describeBook(out);
      expect(
        Object.values(after.sheets.Securities.cells as Record<string, [unknown]>).filter(([value]) => String(value).startsWith('=')),
      ).toHaveLength(prices.length);
      for (const sheet of before.order) expect([sheet, after.sheets[sheet]]).toEqual([sheet, before.sheets[sheet]]);
    },
    240_000,
  );
});

describe('a second run on the results', () => {
  const approvalsOf = async (path: string) => {
    const {
      values: [header, ...rows],
    } = await read(path, outputs.trades.table);
    const at = (title: string) => header.indexOf(title);
    return rows.map((row) => ({
      approve: row[at('Approve')],
      status: row[at('Status')],
      note: row[at('Note')],
      id: row[at('Trade ID')],
      quantity: row[at('Quantity')],
    }));
  };

  withOpenpyxl(
    'keeps what was typed and clears an approval only where the trade changed; the record goes on (needs python3-openpyxl)',
    async () => {
      const book = makeBook(folder, 'approve.xlsx', sheets, plain, 1, asOf);
      const first = await run(book, 'approve');
      const all = first.result.trades.flatMap((trade, row) => [
        [row, 'Approve', true],
        [row, 'Note', `seen ${trade.symbol}`],
      ]);
      python('type_into', first.out, 'Trades', '5', JSON.stringify(all));
      const same = await run(first.out, 'approve.same');
      for (const row of await approvalsOf(same.out))
        expect(row).toMatchObject({ approve: true, status: 'Approved', note: expect.stringMatching(/^seen /) });
      const security = sheets.find(({ table }) => table === 'rb_Securities');
      const [symbolAt, priceAt] = ['Symbol', 'Price'].map((title) => security?.columns.findIndex(({ header }) => header === title) ?? -1);
      const bought = first.result.trades.find(({ action }) => action === 'Buy')?.symbol;
      const row = security?.rows.findIndex((cells) => cells[symbolAt] === bought) ?? -1;
      python('type_into', same.out, 'Securities', '1', JSON.stringify([[row, 'Price', Number(security?.rows[row][priceAt]) * 1.07]]));
      const moved = await run(same.out, 'approve.moved');
      const keyOf = ({ accountId, action, symbol, lotId }: TradeRow) => [accountId, action, symbol, lotId].join();
      const before = new Map(first.result.trades.map((trade) => [keyOf(trade), trade.quantity]));
      const after = await approvalsOf(moved.out);
      const outcomes = moved.result.trades.map((trade, at) => {
        const was = before.get(keyOf(trade));
        const kind = was === undefined ? 'new' : was === trade.quantity ? 'same' : 'changed';
        const expected = { new: [false, 'Proposed'], same: [true, 'Approved'], changed: [false, CHANGED] }[kind];
        expect([trade.tradeId, after[at].approve, after[at].status]).toEqual([trade.tradeId, ...expected]);
        return kind;
      });
      expect(outcomes).toEqual(expect.arrayContaining(['same', 'changed']));
      const audit = readAudit(await read(moved.out, outputs.audit.table));
      expect(audit.map(({ no, runId }) => [no, runId])).toEqual([first, same, moved].map(({ result }, at) => [at + 1, result.run.id]));
      expect(verifyAudit(audit)).toBeUndefined();
    },
  );

  withOpenpyxl('keeps a ticked fix of a data issue (needs python3-openpyxl)', async () => {
    const first = await run(makeBook(folder, 'issues.xlsx', sheets, plain, 1, asOf), 'issues');
    python('type_into', first.out, 'Data issues', '5', JSON.stringify([[0, 'Apply', true]]));
    const again = await run(first.out, 'issues.again');
    const {
      values: [header, ...rows],
    } = await read(again.out, outputs.dataIssues.table);
    expect(rows.map((row) => row[header.indexOf('Apply')])).toEqual(rows.map((_, at) => at === 0));
  });
});
