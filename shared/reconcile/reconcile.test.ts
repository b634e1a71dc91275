import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TableRow, Tables } from '../contract';
import type { ImportedHolding } from '../imports/apply';
import type { Combined } from '../imports/into/combine';
import type { ImportedTransaction } from '../imports/into/transactions';
import type { ExpectedTrade } from './expected-trades';
import { reconcile, type Finding } from './reconcile';
import type { Tolerance } from './tolerance';

const asOf = '2026-11-20';
const id = 'A-1';
const prices: Readonly<Record<string, number>> = { VTI: 290, BND: 73, VXUS: 61 };

/** A made-up account: lots, what was approved, and what the custodian says the next day. */
interface Story {
  readonly before: readonly TableRow<'holdings'>[];
  readonly trades: readonly ExpectedTrade[];
  readonly after: readonly ImportedHolding[];
}

const lots = fc.uniqueArray(fc.record({ symbol: fc.constantFrom(...Object.keys(prices)), day: fc.integer({ min: 1, max: 28 }), quantity: fc.integer({ min: 1, max: 400 }), sold: fc.integer({ min: 0, max: 100 }) }), { selector: ({ symbol, day }) => `${symbol}${day}`, maxLength: 8 });
const buys = fc.uniqueArray(fc.record({ symbol: fc.constantFrom(...Object.keys(prices)), quantity: fc.integer({ min: 1, max: 90 }) }), { selector: ({ symbol }) => symbol, maxLength: 3 });

/** How the custodian tells lots apart: by its own numbers, by their day, or not at all. */
type Detail = 'ids' | 'days' | 'positions';

function storyOf(held: readonly { symbol: string; day: number; quantity: number; sold: number }[], bought: readonly { symbol: string; quantity: number }[], detail: Detail): Story {
  const rows = held.map((lot, k) => ({ ...lot, lotId: `L${k}`, acquired: `2020-03-${String(lot.day).padStart(2, '0')}`, sold: Math.floor((lot.quantity * lot.sold) / 100) }));
  const sells = rows.filter(({ sold }) => sold > 0);
  // What is sold is not bought on the same day, unless lots tell the two apart.
  const wanted = detail === 'positions' ? bought.filter(({ symbol }) => !sells.some((row) => row.symbol === symbol)) : bought;
  const trade = (action: 'Buy' | 'Sell', symbol: string, quantity: number, index: number, known: Partial<ExpectedTrade> = {}): ExpectedTrade => ({ tradeId: `T${index}`, accountId: id, symbol, action, quantity, price: prices[symbol], index, ...known });
  const trades = [...sells.map(({ symbol, sold, lotId, acquired }) => [symbol, sold, { lotId, acquired }] as const).map(([symbol, sold, known], k) => trade('Sell', symbol, sold, k, known)), ...wanted.map(({ symbol, quantity }, k) => trade('Buy', symbol, quantity, sells.length + k))];
  const cash = trades.reduce((sum, { action, quantity, price }) => sum + (action === 'Sell' ? 1 : -1) * quantity * price, 50_000);
  const left = [
    ...rows.flatMap(({ symbol, quantity, sold, lotId, acquired }) => (quantity === sold ? [] : [{ accountId: id, symbol, quantity: quantity - sold, acquired, ...(detail === 'ids' ? { lotId } : {}) }])),
    ...wanted.map(({ symbol, quantity }, k) => ({ accountId: id, symbol, quantity, acquired: asOf, ...(detail === 'ids' ? { lotId: `N${k}` } : {}) })),
  ];
  const positions = [...new Set(left.map(({ symbol }) => symbol))].map((symbol) => ({ accountId: id, symbol, quantity: left.reduce((sum, row) => sum + (row.symbol === symbol ? row.quantity : 0), 0) }));
  return {
    before: [...rows.map(({ symbol, quantity, lotId, acquired }) => ({ accountId: id, symbol, quantity, lotId, acquired })), { accountId: id, symbol: 'CASH', quantity: 50_000 }],
    trades,
    after: [...(detail === 'positions' ? positions : left), { accountId: id, symbol: 'CASH', quantity: cash }],
  };
}

const stories = fc.tuple(lots, buys, fc.constantFrom<Detail[]>('ids', 'days', 'positions')).map(([held, bought, detail]) => storyOf(held, bought, detail));

interface Variation {
  readonly transactions?: readonly ImportedTransaction[];
  readonly isWhole?: boolean;
  readonly hasCash?: boolean;
  readonly covered?: boolean;
  readonly tolerance?: Partial<Tolerance>;
  readonly settings?: Tables['settings'];
}

function compare({ before, trades, after }: Story, { transactions = [], isWhole = true, hasCash = true, covered = true, tolerance, settings }: Variation = {}) {
  const tables = { accounts: [{ accountId: id }], holdings: before, securities: Object.entries(prices).map(([symbol, price]) => ({ symbol, price })), models: [], settings } as unknown as Tables;
  const accounts: Combined['accounts'] = covered ? [{ accountId: id, fileAccounts: [id], files: ['a.csv'], isWhole, hasCash, untaken: new Set(), total: null }] : [];
  return reconcile({ tables, trades, combined: { accounts, holdings: after, securities: [], transactions, issues: [] }, tolerance, asOf });
}

const findings = (story: Story, options?: Variation): Finding[] => [...new Set(compare(story, options).map(({ finding }) => finding))].sort();
const off = (story: Story, options?: Variation) => compare(story, options).filter(({ finding }) => finding !== 'Filled').map(({ finding, symbol, difference }) => [finding, symbol, difference]);

describe('an export made from the trades', () => {
  test('reconciles clean, whichever way the custodian tells lots', () => {
    fc.assert(fc.property(stories, (story) => {
      const lines = compare(story);
      expect(lines.filter(({ finding }) => finding !== 'Filled')).toEqual([]);
      expect(lines.map(({ trade }) => trade?.tradeId).sort()).toEqual(story.trades.map(({ tradeId }) => tradeId).sort());
    }));
  });

  test('that differs by a share of anything is never clean', () => {
    fc.assert(fc.property(stories, fc.nat(), fc.constantFrom(-1, 1), (story, pick, by) => {
      const at = pick % story.after.length;
      const after = story.after.map((row, k) => (k === at ? { ...row, quantity: row.quantity + by * (row.symbol === 'CASH' ? 100_000 : 0.5) } : row));
      expect(findings({ ...story, after })).not.toEqual(['Filled']);
      expect(off({ ...story, after }).length).toBeGreaterThan(0);
    }));
  });

  test('that lacks a trade, wholly, is told which', () => {
    fc.assert(fc.property(stories.filter(({ trades }) => trades.length > 0), (story) => {
      const nothing = story.before.map(({ accountId, symbol, quantity, acquired, lotId }) => ({ accountId, symbol, quantity, acquired, lotId }));
      expect(compare({ ...story, after: nothing }).map(({ finding }) => finding)).toEqual(story.trades.map(() => 'Missing'));
    }));
  });
});

describe('what goes wrong is named', () => {
  const held = [{ symbol: 'VTI', day: 1, quantity: 100, sold: 50 }, { symbol: 'VTI', day: 2, quantity: 100, sold: 0 }, { symbol: 'BND', day: 3, quantity: 40, sold: 0 }];
  const story = storyOf(held, [{ symbol: 'VXUS', quantity: 30 }], 'ids');
  const change = (symbol: string, to: (row: ImportedHolding) => ImportedHolding | undefined, cash = 0): Story => ({ ...story, after: story.after.flatMap((row) => (row.symbol === symbol ? (to(row) ?? []) : row.symbol === 'CASH' ? { ...row, quantity: row.quantity + cash } : row)) });

  test.each<[string, Story, unknown[]]>([
    ['nothing', story, []],
    ['part of a sale', change('VTI', (row) => (row.lotId === 'L0' ? { ...row, quantity: 80 } : row), -30 * 290), [['Part filled', 'VTI', -30]]],
    ['a sale missing', change('VTI', (row) => (row.lotId === 'L0' ? { ...row, quantity: 100 } : row), -50 * 290), [['Missing', 'VTI', -50]]],
    ['a buy missing', change('VXUS', () => undefined, 30 * 61), [['Missing', 'VXUS', -30]]],
    ['the wrong lot', change('VTI', (row) => ({ ...row, quantity: row.lotId === 'L0' ? 100 : 50 })), [['Wrong lots', 'VTI', 50]]],
    ['more sold than asked', change('VTI', (row) => (row.lotId === 'L0' ? { ...row, quantity: 45 } : row), 5 * 290), [['Unexpected', 'VTI', -5]]],
    ['a position sold that nobody named', change('BND', () => undefined, 40 * 73), [['Unexpected', 'BND', -40]]],
    ['a position bought that nobody named', change('BND', (row) => ({ ...row, quantity: 41 })), [['Unexpected', 'BND', 1]]],
    ['cash off', change('VTI', (row) => row, -600), [['Cash off', 'CASH', -600]]],
  ])('%s', (_name, one, expected) => expect(off(one)).toEqual(expected));

  test('the wrong lots are said by name', () => {
    const [line] = compare(change('VTI', (row) => ({ ...row, quantity: row.lotId === 'L0' ? 100 : 50 }))).filter(({ finding }) => finding === 'Wrong lots');
    expect(line.what).toContain('sold from other lots than chosen: lot L1 instead of lot L0.');
  });

  test('an account without a file, and a symbol that files of some symbols leave out', () => {
    expect(findings(story, { covered: false })).toEqual(['Not in the files']);
    const some = { ...story, after: story.after.filter(({ symbol }) => symbol === 'VTI') };
    expect(off(some, { isWhole: false, hasCash: false })).toEqual([['Not in the files', 'VXUS', null]]);
  });

  test('fills at other prices are no difference when the file tells their amounts; else within one percent', () => {
    const sold: ImportedTransaction = { accountId: id, date: asOf, action: 'Sell', symbol: 'VTI', quantity: 50, amount: 50 * 310 };
    const dearer = change('VTI', (row) => row, 50 * 20);
    expect(off(dearer)).toEqual([['Cash off', 'CASH', 1000]]);
    expect(off(dearer, { transactions: [sold] })).toEqual([]);
    expect(off(dearer, { transactions: [{ ...sold, date: '2026-11-02' }] })).toEqual([['Cash off', 'CASH', 1000]]);
    expect(off(change('VTI', (row) => row, 100))).toEqual([]);
  });

  test('tolerances are the reader\'s', () => {
    const fewer = change('VXUS', (row) => ({ ...row, quantity: 29.9 }));
    expect(off(fewer)).toEqual([['Part filled', 'VXUS', -0.1]]);
    expect(off(fewer, { tolerance: { shares: 0.2, dollars: 10 } })).toEqual([]);
    expect(off(fewer, { settings: [{ scope: 'Account', scopeId: id, values: { reconcileShares: 0.2, reconcileDollars: 10 } }] })).toEqual([]);
    expect(off(fewer, { settings: [{ scope: 'Account', scopeId: 'A-2', values: { reconcileShares: 0.2 } }] })).toEqual([['Part filled', 'VXUS', -0.1]]);
  });
});
