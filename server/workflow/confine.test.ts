import { check } from '../../shared/checks';
import { exampleDay, soundTables } from '../../shared/checks/examples';
import type { Tables } from '../../shared/contract';
import type { SettingValues } from '../../shared/contract/settings-catalogue';
import { confine, mostDoubtfulShare } from './confine';

const [taxable, roth] = ['4471-0093', '4471-0088'];
const isolating: SettingValues = { isolateDoubt: 'Trades' };

/** The sound book where the firm isolates doubt, with rows changed. */
function book(change: Partial<Tables> = {}, values: SettingValues = isolating): Tables {
  return { ...soundTables, settings: [{ row: 2, scope: 'Firm', values }], ...change };
}
/** Holdings with the cells of one row changed. */
const holding = (at: number, cells: Partial<Tables['holdings'][number]>): Partial<Tables> => ({ holdings: soundTables.holdings.map((row, k) => (k === at ? { ...row, ...cells } : row)) });
const security = (at: number, cells: Partial<Tables['securities'][number]>): Partial<Tables> => ({ securities: soundTables.securities.map((row, k) => (k === at ? { ...row, ...cells } : row)) });
const confined = (tables: Tables) => confine(check(tables, { asOf: exampleDay }), tables, exampleDay);
const suspended = (tables: Tables): string[] => [...confined(tables).suspended.keys()].sort();
const doubts = (tables: Tables, id: string) => confined(tables).book.accounts.find((account) => account.id === id)?.doubts?.map(({ kind, symbol, source }) => [kind, symbol, source]) ?? [];

const noBasis = holding(0, { costBasis: undefined });
const small = { quantity: 5, marketValue: 1450 };

test('by default the account waits, and the book is as the tables have it', () => {
  const tables = book(noBasis, {});
  expect(suspended(tables)).toEqual([taxable]);
  expect(doubts(tables, taxable)).toEqual([]);
});

test('with the setting on the account is decided beside its doubt, which names the row', () => {
  expect(suspended(book(noBasis))).toEqual([]);
  expect(doubts(book(noBasis), taxable)).toEqual([['basis', 'VTI', 'Holdings row 2']]);
  expect(doubts(book(noBasis), roth)).toEqual([]);
});

test('the setting is inherited: one account may isolate while the others wait', () => {
  const tables = book({ ...noBasis, settings: [{ row: 2, scope: 'Account', scopeId: roth, values: isolating }] });
  expect(suspended(tables)).toEqual([taxable]);
  expect(suspended(book({ ...noBasis, settings: [{ row: 2, scope: 'Account', scopeId: taxable, values: isolating }] }))).toEqual([]);
});

test('a day in doubt may be a recent purchase: it is minded in the wash-sale scope', () => {
  const unknown = holding(0, { acquired: undefined });
  expect([taxable, roth].map((id) => doubts(book(unknown), id))).toEqual([[['date', 'VTI', 'Holdings row 2']], [['date', 'VTI', 'Holdings row 2']]]);
  expect(doubts(book(unknown, { ...isolating, washSaleScope: 'Account' }), roth)).toEqual([]);
});

test('a doubtful transaction is minded in the wash-sale scope, and its account may have traded today', () => {
  const tables = book({ transactions: [{ row: 2, accountId: roth, date: '2026-11-25', action: 'Buy', symbol: 'BND', quantity: 3 }] });
  expect(suspended(tables)).toEqual([]);
  expect([taxable, roth].map((id) => doubts(tables, id)[0][0])).toEqual(['transaction', 'transaction']);
  expect(confined(tables).book.accounts.map(({ id, lastTraded }) => [id, lastTraded])).toEqual([[roth, exampleDay], [taxable, undefined]]);
});

test.each<[string, SettingValues]>([['rest days', { daysBetweenTrades: 5 }], ['gains spread over months', { transitionMonths: 12 }]])('under %s a doubtful transaction is one of the account', (_, values) => {
  const tables = book({ transactions: [{ row: 2, accountId: roth, date: '2026-11-25', action: 'Buy', symbol: 'BND', quantity: 3 }] }, { ...isolating, ...values });
  expect(suspended(tables)).toEqual([roth]);
});

test('a security without a price counts at its market value and is left alone, in every account', () => {
  const tables = book({ ...holding(0, small), ...security(0, { price: undefined }) });
  expect(suspended(tables)).toEqual([]);
  expect(confined(tables).book.securities.get('VTI')).toMatchObject({ price: 290, doubt: { kind: 'price', source: 'Securities row 2' } });
});

test(`more than ${100 * mostDoubtfulShare} % of the value in doubt is a doubt of every weight`, () => {
  // $34,800 of $77,232.50.
  const { suspended: waiting } = confined(book(security(0, { price: undefined })));
  expect([...waiting.keys()]).toEqual([taxable]);
  expect(waiting.get(taxable)?.reason).toBe('Price of VTI is blank at Securities row 2. 45.1 % of the account is in doubt; its other trades go on up to 5.0 %.');
});

test('a security that nobody can value is a doubt of who holds it, not of who might buy it', () => {
  const tables = book({ ...holding(0, { ...small, marketValue: undefined }), ...security(0, { price: undefined }) });
  expect(suspended(tables)).toEqual([taxable]);
  expect(confined(tables).suspended.get(taxable)?.reason).toContain('there is no Market value');
});

test('a quantity in doubt is worth its market value, or the account waits', () => {
  expect(suspended(book(holding(0, { quantity: -10, marketValue: 1450 })))).toEqual([]);
  expect(suspended(book(holding(0, { quantity: 0, marketValue: undefined })))).toEqual([taxable]);
});

test('what is not of a row is of the account, whatever else is confined', () => {
  const { accounts } = soundTables;
  const tables = book({ ...noBasis, accounts: [{ ...accounts[0], model: 'Grwth' }, accounts[1]] });
  expect(suspended(tables)).toEqual([taxable]);
  expect(confined(tables).suspended.get(taxable)?.code).toBe('A02');
});

test('rows without numbers cannot be told apart, so their account waits', () => {
  expect(suspended(book({ holdings: soundTables.holdings.map(({ row: _row, ...rest }, k) => (k === 0 ? { ...rest, costBasis: undefined } : rest)) }))).toEqual([taxable]);
});

test('where two issues found one row it is one doubt, and the first names the cell', () => {
  const tables = book(noBasis);
  const read = { code: 'G06', severity: 'skip' as const, table: 'holdings', column: 'Cost basis', sheet: 'Lots', cell: 'F2', message: 'Cost basis is "n/a".', rows: 1, accounts: [taxable], lines: [2] };
  const { book: beside } = confine([read, ...check(tables, { asOf: exampleDay })], tables, exampleDay);
  expect(beside.accounts.find(({ id }) => id === taxable)?.doubts?.map(({ source }) => source)).toEqual(['Lots!F2']);
});
