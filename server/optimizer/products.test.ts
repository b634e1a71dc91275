import { buildProducts } from '../../shared/book/products';
import { account, book, freely, lot, security } from './examples';
import { buildSnapshot, isSnapshot } from './build-snapshot';
import { rebalance } from './rebalance';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const securities = [security('BND', 100, 'Bonds'), security('OLD', 100, 'US equity', { riskClass: 'Old' }), security('VTI', 100, 'US equity')];

/** $100,000, 60 % meant for US equity: what is held of `OLD`, the rest in bonds and cash. Trades to the nearest $5,000: rates and spreads leave dust. */
function propose(approved: 'Hold only' | 'No', old: number, cost = 100) {
  const products = buildProducts([{ product: 'Legacy', assetClass: 'US equity', implements: 'OLD', approved, row: 2 }, { product: 'Core', assetClass: 'US equity', implements: 'VTI', rank: 2 }]);
  const lots = [lot('BND', 400, 100, '2020-01-02'), ...(old > 0 ? [lot('OLD', old, cost, '2020-01-02')] : [])];
  const subject = account({ lots, cash: 60_000 - old * 100, settings: { ...freely, cashTarget: 0 } });
  const snapshot = buildSnapshot(book(securities, { 'US equity': 0.6, Bonds: 0.4 }, [subject], { products }), subject, { realized: new Map(), wash: new Map() });
  if (!isSnapshot(snapshot)) throw new Error(snapshot.reason);
  const { trades, refused } = rebalance(snapshot, solver);
  expect(refused).toEqual([]);
  return trades.map(({ action, asset, amount }) => [action, snapshot.assets[asset].symbol, Math.round(amount / 5_000) * 5_000]).filter(([, , amount]) => amount !== 0);
}

test('a Hold only product is kept, and the next product fills the rest of its class', () => {
  expect(propose('Hold only', 300)).toEqual([['Buy', 'VTI', 30_000]]);
  expect(propose('Hold only', 600)).toEqual([]);
});

test('without the approval it gives way, without a gain to mind', () => {
  expect(propose('No', 600)).toEqual([['Sell', 'OLD', 60_000], ['Buy', 'VTI', 60_000]]);
});

test('it is never bought', () => {
  expect(propose('Hold only', 0)).toEqual([['Buy', 'VTI', 60_000]]);
});

test('a class in which nothing is allowed is weighed without it, and never fails', () => {
  const products = buildProducts([{ product: 'Legacy', assetClass: 'US equity', implements: 'VTI', approved: 'No' }]);
  const subject = account({ lots: [lot('BND', 400, 100, '2020-01-02')], settings: { ...freely, cashTarget: 0 } });
  const snapshot = buildSnapshot(book(securities, { 'US equity': 0.6, Bonds: 0.4 }, [subject], { products }), subject, { realized: new Map(), wash: new Map() });
  expect(isSnapshot(snapshot) && snapshot.target.weights).toEqual([{ symbol: 'BND', target: 1 }, { symbol: 'CASH', target: 0 }]);
});
