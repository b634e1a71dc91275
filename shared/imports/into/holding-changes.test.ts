import type { TableRow } from '../../contract';
import type { ImportedHolding } from '../apply';
import type { AccountCoverage } from './combine';
import { changeHoldings, type ImportMode } from './holding-changes';

const coverage: AccountCoverage = { accountId: 'A-1', fileAccounts: ['1'], files: ['f'], isWhole: true, hasCash: true, untaken: new Set(), total: null };
let row = 1;
const old = (quantity: number, known: Partial<TableRow<'holdings'>> = {}): TableRow<'holdings'> => ({ accountId: 'A-1', symbol: 'VTI', quantity, row: (row += 1), ...known });
const fresh = (quantity: number, known: Partial<ImportedHolding> = {}): ImportedHolding => ({ accountId: 'A-1', symbol: 'VTI', quantity, ...known });
const change = (before: TableRow<'holdings'>[], after: ImportedHolding[], mode: ImportMode = 'replace', covered: Partial<AccountCoverage> = {}) => {
  const { changes, issues } = changeHoldings(before, after, mode, { ...coverage, ...covered });
  return { kinds: changes.map(({ kind }) => kind), cells: changes.map(({ cells }) => cells), codes: issues.map(({ code }) => code) };
};
const day = '2020-01-02';

test('the same lot is the same; its day and file are stamped', () => {
  const same = change([old(10, { acquired: day, costBasis: 50 })], [fresh(10, { acquired: day, costBasis: 50, asOf: '2026-11-20', source: 'f' })]);
  expect(same).toEqual({ kinds: ['same'], cells: [{ asOf: '2026-11-20', source: 'f' }], codes: [] });
});

test('what the file does not know, the book keeps', () => {
  const typed = old(10, { acquired: day, costBasis: 50, lotId: 'mine', sleeve: 'Legacy' });
  expect(change([typed], [fresh(10, { covered: 'Unknown basis' })])).toEqual({ kinds: ['same'], cells: [{}], codes: [] });
  expect(change([typed], [fresh(8, { acquired: day, costBasis: 40, lotId: '77' })])).toEqual({ kinds: ['changed'], cells: [{ quantity: 8, costBasis: 40 }], codes: [] });
});

test('what the sheet has no column for is no change', () => {
  const { changes } = changeHoldings([old(10)], [fresh(10, { acquired: day, lotId: '7' })], 'replace', coverage, (property) => property === 'quantity');
  expect(changes).toMatchObject([{ kind: 'same', cells: { acquired: day, lotId: '7' } }]);
});

test('part of a lot costs its part; of a lot that grew the cost is not known', () => {
  const lot = () => old(10, { acquired: day, costBasis: 50 });
  expect(change([lot()], [fresh(4, { acquired: day })]).cells).toEqual([{ quantity: 4, costBasis: 20 }]);
  expect(change([lot()], [fresh(14, { acquired: day })]).cells).toEqual([{ quantity: 14, costBasis: null, covered: 'Unknown basis' }]);
  expect(change([old(10, { acquired: day, unitCost: 5 })], [fresh(4, { acquired: day })]).cells).toEqual([{ quantity: 4 }]);
});

test('a unit cost is a cost', () => {
  expect(change([old(3, { acquired: day, unitCost: 3.33 })], [fresh(3, { acquired: day, costBasis: 10 })]).kinds).toEqual(['same']);
  expect(change([old(3, { acquired: day, unitCost: 3.33 })], [fresh(3, { acquired: day, costBasis: 12 })]).kinds).toEqual(['changed']);
});

test('a basis that becomes known is no longer unknown', () => {
  expect(change([old(3, { acquired: day, covered: 'Unknown basis' })], [fresh(3, { acquired: day, costBasis: 12 })]).cells).toEqual([{ costBasis: 12, covered: null }]);
});

test('a market value that no longer holds is cleared', () => {
  expect(change([old(3, { acquired: day, marketValue: 9 })], [fresh(3, { acquired: day })]).cells).toEqual([{ marketValue: null }]);
});

test('lots sold are gone and lots bought are new; add and update remove nothing, add changes nothing', () => {
  const before = () => [old(10, { acquired: day }), old(5, { acquired: '2021-01-04' })];
  const after = [fresh(7, { acquired: day }), fresh(2, { acquired: '2026-11-02' })];
  expect(change(before(), after).kinds).toEqual(['changed', 'new', 'gone']);
  expect(change(before(), after, 'update').kinds).toEqual(['changed', 'new']);
  expect(change(before(), after, 'add')).toMatchObject({ kinds: ['same', 'new'], cells: [{}, expect.anything()] });
});

test('a symbol that the file lacks is gone only when the file lists the account, and has read the symbol', () => {
  expect(change([old(10)], []).kinds).toEqual(['gone']);
  expect(change([old(10)], [], 'replace', { isWhole: false }).kinds).toEqual([]);
  expect(change([old(10)], [], 'replace', { untaken: new Set(['VTI']) }).kinds).toEqual([]);
  expect(change([old(10, { symbol: 'CASH' })], [], 'replace', { hasCash: false }).kinds).toEqual([]);
  expect(change([old(10, { symbol: 'CASH' })], [], 'replace').kinds).toEqual(['gone']);
});

describe('a position without lots, where the book has lots', () => {
  const lots = () => [old(6, { acquired: day, costBasis: 60 }), old(4, { acquired: '2021-01-04', costBasis: 50 })];

  test('that add up to it: the lots stay', () => {
    expect(change(lots(), [fresh(10, { costBasis: 110 })])).toMatchObject({ kinds: ['same', 'same'], codes: [] });
    expect(change(lots(), [fresh(7), fresh(3)]).kinds).toEqual(['same', 'same']);
    expect(change(lots(), [fresh(10, { costBasis: 300 })]).codes).toEqual(['H13']);
  });

  test('and more was bought: a lot of unknown day, with the cost that is left', () => {
    const more = change(lots(), [fresh(12, { costBasis: 140 })]);
    expect(more).toMatchObject({ kinds: ['same', 'same', 'new'], codes: ['I24'] });
    expect(more.cells[2]).toMatchObject({ quantity: 2, costBasis: 30 });
    expect(more.cells[2]).not.toHaveProperty('acquired');
    expect(change(lots(), [fresh(12)]).cells[2]).toMatchObject({ quantity: 2, covered: 'Unknown basis' });
  });

  test('and some was sold: nobody knows which', () => {
    expect(change(lots(), [fresh(7, { costBasis: 80 })])).toMatchObject({ kinds: ['gone', 'gone', 'new'], codes: ['I24'] });
    expect(change(lots(), [fresh(7)], 'add')).toMatchObject({ kinds: ['same', 'same'], codes: ['I24'] });
  });

  test('but a single lot is sold without doubt', () => {
    expect(change([old(6, { acquired: day, costBasis: 60 })], [fresh(4, { costBasis: 40 })])).toEqual({ kinds: ['changed'], cells: [{ quantity: 4, costBasis: 40 }], codes: [] });
  });
});
