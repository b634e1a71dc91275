import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOf, rebal, sampleSheets } from '../../server/commands/fixtures/terminal';
import type { RunResult, TradeRow } from '../../shared/api/result';
import { plantedTarget } from '../../shared/sample/policy';
import type { SheetContent } from '../../shared/workbook/port';
import { inOwnWords, writeOwnBook, type OwnCell, type OwnSheet, type OwnWords } from '../python/own-book';
import { python, withOpenpyxl } from '../python/run-python';

/**
 * Workbooks of people who have never heard of the contract: adopted, and then run as they are. Whatever the words and the layout,
 * the trades are those of the same book laid out by the contract. Skipped where openpyxl is not installed.
 */
const core = ['rb_Accounts', 'rb_Holdings', 'rb_Securities', 'rb_Models'];
const target = (sheet: SheetContent): number => sheet.columns.findIndex(({ header }) => header === 'Target %');

/** The sample's four core tables, without its mistyped percentage and without columns that only other tables give a meaning. */
const sheets = sampleSheets((sheet) => {
  if (!core.includes(sheet.table)) return undefined;
  if (sheet.table !== 'rb_Models') return sheet;
  return { ...sheet, rows: sheet.rows.map((row) => row.map((cell, at) => (at === target(sheet) && cell === plantedTarget ? plantedTarget / 100 : cell))) };
});

const kept: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rb_Accounts: { 'Account ID': 'Account ID', 'Tax type': 'Tax type', Model: 'Model', 'Account name': 'Account name', 'Household ID': 'Household ID' },
  rb_Holdings: { 'Account ID': 'Account ID', Symbol: 'Symbol', Quantity: 'Quantity', 'Cost basis': 'Cost basis', Acquired: 'Acquired', 'Lot ID': 'Lot ID' },
  rb_Securities: { Symbol: 'Symbol', Price: 'Price', 'Asset class': 'Asset class', Name: 'Name', 'Buy rank': 'Buy rank' },
  rb_Models: { Model: 'Model', Component: 'Component', 'Target %': 'Target %' },
};
const names: Readonly<Record<string, string>> = { rb_Accounts: 'Accounts', rb_Holdings: 'Holdings', rb_Securities: 'Securities', rb_Models: 'Models' };

const hundredfold = (cell: OwnCell): OwnCell => (typeof cell === 'number' ? Number((cell * 100).toPrecision(12)) : cell);
const dayFirst = (cell: OwnCell): OwnCell => String(cell).replace(/^(\d+)-(\d+)-(\d+)$/, '$3/$2/$1');
const negative = (cell: OwnCell): OwnCell => (typeof cell === 'number' ? -cell : cell);

const words: Readonly<Record<string, OwnWords>> = {
  rb_Accounts: { sheet: 'Clients', columns: { 'Account ID': 'Client no', 'Account name': 'Who', 'Tax type': 'Registration', Model: 'Policy', 'Household ID': 'Family' } },
  rb_Holdings: { sheet: 'Tax lots', columns: { 'Account ID': 'Client no', Symbol: 'Ticker', Quantity: 'Shares held', 'Cost basis': 'Amount paid', Acquired: 'Bought on', 'Lot ID': 'Lot ID' } },
  rb_Securities: { sheet: 'Prices', columns: { Symbol: 'Ticker', Name: 'Name', Price: 'Px last', 'Asset class': 'Bucket', 'Buy rank': 'Buy rank' } },
  rb_Models: { sheet: 'Policy', columns: { Model: 'Policy', Component: 'Bucket', 'Target %': 'Goal' } },
};

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'rebal-adopt-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Trades without the numbers of rows and the names of places, which differ from book to book. */
const decided = (trades: readonly TradeRow[]) => trades.map(({ source: _source, why, ...trade }) => ({ ...trade, why: why.replace(/\brow \d+/g, 'row') }));

async function run(book: string): Promise<RunResult> {
  const json = `${book}.json`;
  const { status, err } = await rebal('run', book, '--as-of', asOf, '--json', json);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(readFileSync(json, 'utf8')) as RunResult;
}

let standard: Promise<RunResult> | undefined;
const clean = (): Promise<RunResult> => (standard ??= run(writeOwnBook(folder, 'clean.xlsx', core.map((table) => ({ name: names[table], rows: inOwnWords(sheets, table, { sheet: names[table], columns: kept[table] }) })))));

/** Adopts a book, and runs what was written; the trades must be those of the clean book. */
async function adoptAndRun(name: string, own: readonly OwnSheet[], ...options: readonly string[]): Promise<string> {
  const book = writeOwnBook(folder, `${name}.xlsx`, own);
  const out = join(folder, `${name}.adopted.xlsx`);
  const { status, out: said, err } = await rebal('adopt', book, '--out', out, ...options);
  expect({ status, err, said: status === 0 ? '' : said }).toEqual({ status: 0, err: '', said: '' });
  const [result, expected] = [await run(out), await clean()];
  expect(expected.trades.length).toBeGreaterThan(10);
  expect(decided(result.trades)).toEqual(decided(expected.trades));
  return said;
}

const sheetOf = (table: string, changes: Partial<OwnWords> = {}): OwnSheet => ({ name: words[table].sheet, rows: inOwnWords(sheets, table, { ...words[table], ...changes }) });
const ordinary = (): OwnSheet[] => core.map((table) => sheetOf(table));
const replaced = (own: OwnSheet): OwnSheet[] => ordinary().map((sheet) => (sheet.name === own.name ? own : sheet));

describe('an ordinary workbook, with its own words', () => {
  withOpenpyxl('ends in the trades of the clean book (needs python3-openpyxl)', async () => {
    const said = await adoptAndRun('ordinary', ordinary());
    expect(said).toMatch(/^mapped +Accounts is Clients /m);
    expect(said).toMatch(/Quantity is “Shares held”/);
  });

  withOpenpyxl('may write targets of 45 for 45 %, days first, and costs with a minus: changed once that was accepted (needs python3-openpyxl)', async () => {
    const own = [
      sheetOf('rb_Accounts'), sheetOf('rb_Securities'),
      sheetOf('rb_Holdings', { cells: { Acquired: dayFirst, 'Cost basis': negative } }),
      sheetOf('rb_Models', { cells: { 'Target %': hundredfold } }),
    ];
    const asked = await rebal('adopt', writeOwnBook(folder, 'asked.xlsx', own));
    expect(asked.out).toMatch(/÷100 +\d+ cells: .*accept with --accept "Models.Target %"/);
    expect(asked.out).toMatch(/Text→date DMY .*can only be read with the day first/);
    expect(asked.out).toMatch(/×−1 /);
    await adoptAndRun('changed', own, '--accept', 'all');
  });
});

const blank = (cells: readonly OwnCell[]): OwnCell[] => cells.map(() => null);

/** Puts a blank column after each column of the given numbers. */
const spaced = (rows: readonly (readonly OwnCell[])[], ...after: readonly number[]): OwnCell[][] => rows.map((row) => row.flatMap((cell, at) => (after.includes(at) ? [cell, null] : [cell])));

describe('as people lay their sheets out', () => {
  const lots = (): OwnCell[][] => sheetOf('rb_Holdings').rows.map((row) => [...row]);

  const layouts: Readonly<Record<string, () => OwnSheet[]>> = {
    'a banner, a header of two rows with merged cells, totals, notes below, blank columns and hidden rows': () => {
      const [, ...rows] = lots();
      const above = ['Client', 'Security', 'Position', null, null, null];
      const below = ['no', 'Ticker', 'Shares held', 'Amount paid', 'Bought on', 'Lot ID'];
      const total = ['Total', null, null, 123456.78, null, null];
      const table = spaced([above, below, ...rows.slice(0, 20), blank(below), ...rows.slice(20), total], 1, 3);
      const banner: OwnCell[][] = [['Lots of all clients'], ['Prepared by the back office on 20 November 2026'], []];
      const notes: OwnCell[][] = [[], ['Prices are those of last night'], ['Ask Sam before you change a lot']];
      return replaced({ name: 'Tax lots', rows: [...banner, ...table, ...notes], merged: ['A1:H1', 'D4:E4'], hidden: [9, 10, 30] });
    },
    'prices and policy on one sheet, one below the other': () => {
      const [prices, policy] = [sheetOf('rb_Securities').rows, sheetOf('rb_Models').rows];
      return [sheetOf('rb_Accounts'), sheetOf('rb_Holdings'), { name: 'Reference', rows: [['Prices of 20 November'], ...prices, [], ['Policy weights'], ...policy] }];
    },
    'prices and policy on one sheet, side by side': () => {
      const [prices, policy] = [sheetOf('rb_Securities').rows, sheetOf('rb_Models').rows];
      const rows = Array.from({ length: Math.max(prices.length, policy.length) }, (_row, k): OwnCell[] => [...(prices[k] ?? blank(prices[0])), null, ...(policy[k] ?? [])]);
      return [sheetOf('rb_Accounts'), sheetOf('rb_Holdings'), { name: 'Reference', rows }];
    },
    'lots below a title for each account, with the header repeated and subtotals': () => {
      const [header, ...rows] = lots();
      const accounts = [...new Set(rows.map(([account]) => account))];
      const sections = accounts.flatMap((account): OwnCell[][] => [
        [`Account: ${String(account)}`], header.slice(1), ...rows.filter(([own]) => own === account).map((row) => row.slice(1)), ['Total', null, 1, 2, null, null], [],
      ]);
      return replaced({ name: 'Tax lots', rows: [['Lots by account'], [], ...sections] });
    },
    'another list below the lots, and sheets that are none of ours': () => {
      const closed: OwnCell[][] = [[], ['Closed this year'], ['Client no', 'Ticker', 'Shares sold', 'Date sold', 'Proceeds'], [lots()[1][0], 'VTI', 10, { day: '2026-03-02' }, 2900]];
      const budget: OwnCell[][] = [['Month', 'Rent', 'Salaries'], ['January', 4000, 52000], ['February', 4000, 52000]];
      return [...replaced({ name: 'Tax lots', rows: [...lots(), ...closed] }), { name: 'Budget 2026', rows: budget }, { name: 'Phone list', rows: [['Name', 'Phone'], ['Sam', '555-0100']] }];
    },
  };

  for (const [title, layout] of Object.entries(layouts)) {
    withOpenpyxl(`${title}: the trades of the clean book (needs python3-openpyxl)`, async () => {
      await adoptAndRun(`layout ${Object.keys(layouts).indexOf(title)}`, layout());
    });
  }

  withOpenpyxl('sheets named Data1 to Data4 with headers that say little, by what their cells say (needs python3-openpyxl)', async () => {
    const plain: Readonly<Record<string, OwnWords>> = {
      rb_Accounts: { sheet: 'Data1', columns: { 'Account ID': 'Ref', 'Tax type': 'Wrapper', Model: 'Line', 'Household ID': 'Home' } },
      rb_Holdings: { sheet: 'Data2', columns: { 'Account ID': 'Ref', Symbol: 'Paper', Quantity: 'How many', 'Cost basis': 'Paid', Acquired: 'When' } },
      rb_Securities: { sheet: 'Data3', columns: { Symbol: 'Paper', Price: 'Quote', 'Asset class': 'Block', 'Buy rank': 'Rank' } },
      rb_Models: { sheet: 'Data4', columns: { Model: 'Line', Component: 'Block', 'Target %': 'Should be' } },
    };
    const book = writeOwnBook(folder, 'plain.xlsx', core.map((table) => ({ name: plain[table].sheet, rows: inOwnWords(sheets, table, plain[table]) })));
    const { out } = await rebal('adopt', book, '--json');
    const { tables } = JSON.parse(out) as { tables: { table: string; yourTable: string; mapped: boolean; columns: { column: string; yourColumn: string; required: boolean }[] }[] };
    expect(tables.map(({ table, yourTable }) => `${table} ${yourTable}`)).toEqual(['Accounts Data1', 'Holdings Data2', 'Securities Data3', 'Models Data4']);
    for (const [k, { columns }] of tables.entries()) {
      const asked = plain[core[k]].columns;
      for (const { column, yourColumn, required } of columns) if (required) expect([column, yourColumn]).toEqual([column, asked[column]]);
    }
  });
});

describe('what is asked, learned and left alone', () => {
  const adopted = async (name: string, own: readonly OwnSheet[], ...options: readonly string[]) => {
    const out = join(folder, `${name}.adopted.xlsx`);
    const said = await rebal('adopt', writeOwnBook(folder, `${name}.xlsx`, own), '--out', out, ...options);
    return { ...said, path: out };
  };

  withOpenpyxl('before anything is mapped, the check names the guess for each table and column (needs python3-openpyxl)', async () => {
    const { out, status } = await rebal('check', writeOwnBook(folder, 'unmapped.xlsx', ordinary()), '--as-of', asOf);
    expect(status).toBe(2);
    expect(out).toMatch(/^stop +G01 .*Maybe it is "Clients" \(\d\d % sure\); adopt the workbook/m);
    expect(out).toMatch(/^stop +G02 .*no column "Quantity".*Maybe it is called "Shares held" \(\d\d % sure\)/m);
  });

  withOpenpyxl('text with decimal commas and dots between days is read once that was accepted (needs python3-openpyxl)', async () => {
    const european = (cell: OwnCell): OwnCell => (typeof cell === 'number' ? cell.toLocaleString('de-DE', { maximumFractionDigits: 6 }) : cell);
    const dotted = (cell: OwnCell): OwnCell => String(cell).replace(/^(\d+)-(\d+)-(\d+)$/, '$3.$2.$1');
    const own = [sheetOf('rb_Accounts'), sheetOf('rb_Models'), sheetOf('rb_Securities', { cells: { Price: european } }), sheetOf('rb_Holdings', { cells: { Quantity: european, 'Cost basis': european, Acquired: dotted } })];
    const said = await adoptAndRun('european', own, '--accept', 'all');
    expect(said).toMatch(/Text→number .*with a decimal comma/);
  });

  withOpenpyxl('a change that nobody has accepted is not made (needs python3-openpyxl)', async () => {
    const { path } = await adopted('unchanged', replaced(sheetOf('rb_Models', { cells: { 'Target %': hundredfold } })));
    const { out } = await rebal('check', path, '--as-of', asOf);
    expect(out).toMatch(/G08 +Policy!C2/);
  });

  withOpenpyxl('errors and cells still loading are named at the owner\u2019s own cell; formulas count by their values (needs python3-openpyxl)', async () => {
    const prices = sheetOf('rb_Securities').rows.map((row) => [...row]);
    const [error, loading, formula] = ['#N/A', 'Requesting Data...', { formula: '=1+1' }];
    [error, loading, formula].forEach((cell, k) => { prices[2 + k][2] = cell; });
    const { path, status } = await adopted('loading', replaced({ name: 'Prices', rows: [['Prices of last night'], ...prices] }));
    expect(status).toBe(0);
    const { out } = await rebal('check', path, '--as-of', asOf);
    expect(out).toMatch(/^skip +G04 +Prices!C4 .*#N\/A/m);
    expect(out).toMatch(/^stop +G05 +Prices!C5 .*Requesting Data/m);
    // openpyxl calculates nothing, so the formula has no value yet.
    expect(out).toMatch(/G05 +Prices!C5 .*2 rows|G05 +Prices!C6/);
  });

  withOpenpyxl('two lists that fit as well are a question, not a guess (needs python3-openpyxl)', async () => {
    const [header, ...rows] = sheetOf('rb_Holdings').rows;
    const own = [...ordinary().filter(({ name }) => name !== 'Tax lots'), { name: 'Lots A', rows: [header, ...rows] }, { name: 'Lots B', rows: [header, ...rows.slice(0, 60)] }];
    const asked = await adopted('two', own);
    expect(asked.status).toBe(2);
    expect(asked.out).toMatch(/^proposed +Holdings is Lots A .*but Lots B could be it as well/m);
    const said = await adopted('two.accepted', own, '--accept', 'Holdings');
    expect({ status: said.status, err: said.err }).toEqual({ status: 0, err: '' });
    expect((await rebal('adopt', join(folder, 'two.xlsx'), '--accept', 'Holding')).err).toMatch(/--accept names "Holding", which is not proposed/);
  });

  withOpenpyxl('next month\u2019s book with the same headers asks nothing: it is like the last one (needs python3-openpyxl)', async () => {
    const own = replaced(sheetOf('rb_Models', { cells: { 'Target %': hundredfold } }));
    const { path } = await adopted('october', own, '--accept', 'all');
    const said = await adoptAndRun('november', own.map((sheet) => ({ ...sheet, name: `${sheet.name} Nov` })), '--like', path);
    expect(said).toMatch(/Target % is “Goal” +99 % +used before/);
    expect(said).toMatch(/÷100 .*\(changed when read\)/);
  });

  withOpenpyxl('adopting once more changes nothing, and only the sheet Setup is new (needs python3-openpyxl)', async () => {
    const { path } = await adopted('again', ordinary());
    const again = await rebal('adopt', path, '--out', join(folder, 'again.2.xlsx'));
    expect(again).toMatchObject({ status: 0, err: '' });
    expect(again.out).toMatch(/Nothing was written/);
    const [before, after] = [join(folder, 'again.xlsx'), path].map((file) => JSON.parse(python('describe_book', file)) as { order: string[]; sheets: Record<string, unknown> });
    expect(after.order).toEqual([...before.order, 'Setup']);
    for (const sheet of before.order) expect([sheet, after.sheets[sheet]]).toEqual([sheet, before.sheets[sheet]]);
  });

  withOpenpyxl('a row of the map that is wrong stops the run and says where (needs python3-openpyxl)', async () => {
    const { path } = await adopted('wrong', ordinary());
    python('type_into', path, 'Setup', '1', JSON.stringify([[0, 'Contract column', 'Acount ID'], [1, 'Your column', 'No such header'], [5, 'Change', 'maybe']]));
    const { out, status } = await rebal('check', path, '--as-of', asOf);
    expect(status).toBe(2);
    expect(out).toMatch(/^stop +G11 +Setup!B2 .*"Acount ID", which is no column of Accounts.*Maybe it means "Account ID"/m);
    expect(out).toMatch(/^stop +G02 +Clients!A1 .*no column "No such header", which row 3 of Setup maps/m);
    expect(out).toMatch(/^stop +G11 +Setup!E7 .*"maybe", which is no change/m);
  });
});
