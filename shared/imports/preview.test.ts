import fc from 'fast-check';
import type { Tables } from '../contract';
import { importRow, type ImportRow } from './format';
import { combine } from './into/combine';
import { symbolFinder } from './into/book-symbols';
import type { ImportMode } from './into/holding-changes';
import { mapSource, type ImportSource } from './into/import-source';
import { previewImport, type Preview } from './preview';

const asOf = '2026-11-20';
const day = '2020-01-02';
const book: Tables = {
  accounts: [{ accountId: 'A-1', row: 2 }, { accountId: 'A-2', row: 3 }],
  securities: [
    { symbol: 'VTI', price: 290, priceDate: '2026-11-19', row: 2 },
    { symbol: 'BND', price: 73, row: 3 },
    { symbol: 'SPAXX', price: 1, type: 'Cash', row: 4 },
  ],
  models: [],
  holdings: [
    { accountId: 'A-1', symbol: 'VTI', quantity: 10, costBasis: 2000, acquired: day, lotId: 'mine', sleeve: 'Legacy', row: 2 },
    { accountId: 'A-1', symbol: 'BND', quantity: 50, costBasis: 3600, acquired: day, row: 3 },
    { accountId: 'A-1', symbol: 'CASH', quantity: 500, row: 4 },
    { accountId: 'A-2', symbol: 'BND', quantity: 8, costBasis: 590, acquired: day, asOf: '2026-11-21', row: 5 },
    { accountId: 'A-2', symbol: 'SPAXX', quantity: 25, row: 6 },
  ],
};

const row = (known: Partial<ImportRow> & Pick<ImportRow, 'kind'>): ImportRow => importRow(known.kind, 3, { account: 'A-1', ...known });
const vti = (known: Partial<ImportRow> = {}) => row({ kind: 'lot', symbol: 'VTI', quantity: 10, costBasis: 2000, acquired: day, price: 300, ...known });
const bnd = (known: Partial<ImportRow> = {}) => row({ kind: 'position', symbol: 'BND', quantity: 50, costBasis: 3600, price: 73, ...known });
const cash = (quantity: number, known: Partial<ImportRow> = {}) => row({ kind: 'cash', symbol: 'CASH', quantity, ...known });
const file = (rows: ImportRow[], day: string | undefined = asOf, name = 'f.csv'): ImportSource => ({ name, reading: { format: 'etrade-portfolio', confidence: 1, asOf: day, rows, issues: [] } });

function preview(sources: ImportSource[], mode: ImportMode = 'replace', tables: Tables = book): Preview {
  const accountIds = tables.accounts.map(({ accountId }) => accountId);
  const mapped = sources.map((source) => mapSource(source, { accountIds, symbolOf: symbolFinder(tables.securities) }));
  return previewImport(tables, combine(mapped), { mode, asOf });
}

/** The book after the writes, as it would be read again. */
function written(tables: Tables, { writes }: Preview): Tables {
  const after = { ...tables } as unknown as Record<string, Record<string, unknown>[]>;
  for (const { table, changed, added, gone } of writes) {
    const rows = (after[table] ?? []).filter(({ row: number }) => !gone.includes(number as number)).map((one) => {
      const cells = changed.find((change) => change.row === one.row)?.cells ?? {};
      return Object.fromEntries(Object.entries({ ...one, ...cells }).filter(([, value]) => value !== null));
    });
    const last = Math.max(1, ...(after[table] ?? []).map(({ row: number }) => number as number));
    after[table] = [...rows, ...added.map((cells, k) => ({ ...cells, row: last + 1 + k }))];
  }
  return after as unknown as Tables;
}

const codes = ({ issues }: Preview) => issues.map(({ code }) => code);
const position = (quantity: number) => row({ kind: 'position', symbol: 'VTI', quantity, price: 300 });

test('consequences are counted in rows and dollars, and accounts that no file names are not touched', () => {
  const { accounts, total, moves, securities, writes } = preview([file([position(10), vti(), bnd({ symbol: 'NEWB', quantity: 5, price: 20 }), cash(400.5)])]);
  expect(accounts).toEqual([{
    accountId: 'A-1', fileAccounts: ['A-1'], files: ['f.csv'], asOf, asOfBefore: asOf, custodianTotal: null,
    same: 1, changed: 1, new: 1, gone: 1, dollarsBefore: 2900 + 3650 + 500, dollarsAfter: 3000 + 100 + 400.5,
  }]);
  expect(total).toEqual({ same: 1, changed: 1, new: 1, gone: 1, dollarsBefore: 7050, dollarsAfter: 3500.5 });
  expect(moves.map(({ symbol, dollarsBefore, dollarsAfter }) => [symbol, dollarsBefore, dollarsAfter])).toEqual([
    ['BND', 3650, 0], ['VTI', 2900, 3000], ['NEWB', 0, 100], ['CASH', 500, 400.5],
  ].sort((a, b) => Math.abs(Number(b[2]) - Number(b[1])) - Math.abs(Number(a[2]) - Number(a[1]))));
  expect(securities).toEqual({ added: ['NEWB'], prices: [{ symbol: 'VTI', before: 290, after: 300 }] });
  const [holdings] = writes;
  expect(holdings.gone).toEqual([3]);
  expect(holdings.changed).toEqual([
    { row: 2, cells: { asOf, source: 'f.csv' } },
    { row: 4, cells: { quantity: 400.5, asOf, source: 'f.csv' } },
  ]);
  expect(holdings.added).toEqual([{ accountId: 'A-1', symbol: 'NEWB', quantity: 5, costBasis: 3600, asOf, source: 'f.csv' }]);
});

test('the same file again changes nothing at all', () => {
  const files = [file([position(14), vti({ quantity: 9 }), vti({ quantity: 5, acquired: '2026-11-02', costBasis: 1500 }), cash(-3)])];
  for (const mode of ['replace', 'add', 'update'] as const) {
    const after = written(book, preview(files, mode));
    const again = preview(files, mode, after);
    expect(again.total).toMatchObject({ changed: 0, new: 0, gone: 0 });
    expect(again.writes.flatMap(({ changed, added, gone }) => [...changed, ...added, ...gone])).toEqual([]);
  }
});

test('cash goes to the sweep fund that is the account’s only cash', () => {
  const { writes } = preview([file([bnd({ account: 'A-2', quantity: 8, costBasis: 590 }), cash(30, { account: 'A-2', symbol: 'SPAXX' })], '2026-11-21')]);
  expect(writes[0]).toMatchObject({ changed: [{ row: 5 }, { row: 6, cells: { quantity: 30 } }], added: [], gone: [] });
});

test('a file without cash leaves cash and sweep funds', () => {
  expect(preview([file([bnd({ account: 'A-2', quantity: 8, costBasis: 590 })], '2026-11-21')]).writes[0].gone).toEqual([]);
  expect(preview([file([vti()])]).writes[0]).toMatchObject({ gone: [], added: [] });
});

test('a file older than the book, one without a day, and one that leaves out most of an account are said', () => {
  expect(codes(preview([file([bnd({ account: 'A-2', quantity: 8, costBasis: 590 })], asOf)]))).toEqual(['I22']);
  expect(codes(preview([{ ...file([vti()]), reading: { ...file([vti()]).reading, asOf: undefined } }]))).toEqual(['I29']);
  const many = { ...book, holdings: ['AAA', 'BBB', 'CCC', 'DDD', 'EEE'].map((symbol, k) => ({ accountId: 'A-1', symbol, quantity: 1, row: k + 2 })) };
  expect(codes(preview([file([bnd({ symbol: 'AAA', quantity: 1 })])], 'replace', many))).toContain('I27');
});

test('a file of options only does not empty the account', () => {
  const { writes, issues } = preview([file([row({ kind: 'position', symbol: 'VTI 261218C300', quantity: 1, assetType: 'option' })])]);
  expect(writes[0]).toMatchObject({ changed: [], added: [], gone: [] });
  expect(issues.map(({ code }) => code)).toEqual(['I05', 'I27']);
});

test('an older price is not taken; a slip of unit neither; a total that is not met is said', () => {
  const old = preview([file([vti({ price: 280 })], '2026-11-18')]);
  expect(old.securities.prices).toEqual([]);
  expect(codes(old)).toEqual(['I22', 'I22']);
  const slip = preview([file([vti({ price: 29_000 })])]);
  expect(slip.securities.prices).toEqual([]);
  expect(codes(slip)).toEqual(['H07']);
  expect(codes(preview([file([position(10), vti(), bnd(), cash(500), row({ kind: 'total', marketValue: 99_999 })])]))).toEqual(['H13']);
  expect(codes(preview([file([vti(), row({ kind: 'total', marketValue: 99_999 })])]))).toEqual([]);
});

test('a split is no slip of price', () => {
  const split = preview([file([vti({ quantity: 100, price: 29 })])]);
  expect(split.securities.prices).toEqual([{ symbol: 'VTI', before: 290, after: 29 }]);
  expect(codes(split)).toEqual(['H07']);
});

test('transactions are added once', () => {
  const trade = row({ kind: 'transaction', date: '2026-11-03', action: 'Buy', symbol: 'VTI', quantity: 2, amount: -580 });
  const first = preview([file([trade, trade])]);
  expect(first.transactions).toEqual({ same: 0, new: 2 });
  const after = written(book, first);
  expect(preview([file([trade, trade])], 'replace', after).transactions).toEqual({ same: 2, new: 0 });
  expect(preview([file([trade, trade, trade])], 'replace', after).transactions).toEqual({ same: 2, new: 1 });
});

test('whatever the files hold, replacing gives their shares, and again the same', () => {
  const lots = fc.array(
    fc.record({
      symbol: fc.constantFrom('VTI', 'BND', 'NEW'),
      quantity: fc.integer({ min: 1, max: 40 }),
      acquired: fc.constantFrom('2020-01-02', '2021-01-04', '2022-03-01'),
      costBasis: fc.option(fc.integer({ min: 1, max: 9000 }), { nil: null }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(lots, fc.boolean(), (list, isBySymbol) => {
      const symbols = [...new Set(list.map(({ symbol }) => symbol))];
      const rows = symbols.flatMap((symbol) => {
        const own = list.filter((one) => one.symbol === symbol);
        const quantity = own.reduce((sum, one) => sum + one.quantity, 0);
        return [row({ kind: 'position', symbol, quantity, price: 50 }), ...(isBySymbol ? own.map((one) => row({ kind: 'lot', price: 50, ...one })) : [])];
      });
      const first = preview([file(rows)]);
      const after = written(book, first);
      for (const symbol of symbols) {
        const held = after.holdings.filter((one) => one.accountId === 'A-1' && one.symbol === symbol).reduce((sum, one) => sum + one.quantity, 0);
        expect(held).toBe(list.filter((one) => one.symbol === symbol).reduce((sum, one) => sum + one.quantity, 0));
      }
      expect(after.holdings.filter(({ accountId }) => accountId === 'A-2')).toEqual(book.holdings.filter(({ accountId }) => accountId === 'A-2'));
      expect(preview([file(rows)], 'replace', after).writes.flatMap(({ changed, added, gone }) => [...changed, ...added, ...gone])).toEqual([]);
    }),
  );
});
