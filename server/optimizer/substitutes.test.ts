import type { Security, Substitute } from '../../shared/book/book';
import { allTaxTypes } from '../../shared/book/tax-types';
import { account, book, freely, lot, security, snapshotOf } from './examples';
import type { Proposal } from './proposal';
import { rebalance } from './rebalance';
import { solvers } from './solvers';
import type { Solver } from './solvers/solver';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const pair = (symbol: string, more: Partial<Substitute> = {}): Substitute => ({ for: 'VTI', symbol, rank: 1, isHeld: true, isBought: true, taxTypes: allTaxTypes, ...more });
const listed = (more: Readonly<Record<string, Partial<Security>>> = {}): Security[] => ['ITOT', 'SCHB', 'VTI'].map((symbol) => security(symbol, 100, 'US equity', more[symbol]));

interface Case {
  readonly substitutes?: Substitute[];
  readonly held?: string;
  readonly cost?: number;
  readonly about?: Readonly<Record<string, Partial<Security>>>;
  readonly settings?: Parameters<typeof account>[0] extends infer More | undefined ? (More extends { settings?: infer S } ? S : never) : never;
}

/** $100,000 in one fund, all of it meant to be VTI. */
function propose({ substitutes, held = 'ITOT', cost = 100, about, settings }: Case): Proposal {
  const subject = account({ lots: [lot(held, 1000, cost, '2020-01-02')], settings: { ...freely, cashTarget: 0, ...settings } });
  const proposal = rebalance(snapshotOf(book(listed(about), { VTI: 1 }, [subject], { substitutes })), solver);
  expect(proposal.refused).toEqual([]);
  return proposal;
}

const traded = ({ trades, snapshot }: Proposal, action: 'Buy' | 'Sell'): string[] =>
  trades.filter((trade) => trade.action === action).map(({ asset }) => snapshot.assets[asset].symbol);

test('a loss in the original is harvested into what is approved, more into the better rank', () => {
  const substitutes = [pair('ITOT', { rank: 2 }), pair('SCHB')];
  const bought = propose({ held: 'VTI', cost: 150, substitutes }).trades.filter(({ action }) => action === 'Buy').map(({ amount }) => amount);
  expect(bought[1]).toBeGreaterThan(bought[0] + 500);
  expect(traded(propose({ held: 'VTI', cost: 150, substitutes: [pair('ITOT')] }), 'Buy')).toEqual(['ITOT']);
  expect(traded(propose({ held: 'VTI', cost: 150, substitutes: [pair('ITOT', { isBought: false })] }), 'Buy')).toEqual([]);
});

test('a held substitute is switched back when that beats its hurdle, and stays when it does not', () => {
  expect(traded(propose({}), 'Sell')).toEqual(['ITOT']);
  expect(traded(propose({ substitutes: [pair('ITOT', { hurdle: 10 })] }), 'Sell')).toEqual(['ITOT']);
  expect(propose({ substitutes: [pair('ITOT', { hurdle: 999 })] }).trades).toEqual([]);
  expect(propose({ settings: { defaultHurdle: 999 }, substitutes: [pair('ITOT')] }).trades).toEqual([]);
});

test('without a hurdle it is the original\'s equal: no tracking error, no trade', () => {
  const proposal = propose({ settings: { riskPrice: 0.1 }, substitutes: [pair('ITOT', { hurdle: 0 })] });
  expect(proposal.trades).toEqual([]);
  expect(proposal.before.trackingError).toBeCloseTo(0, 9);
});

test('a hurdle is a price in the score, under Preference', () => {
  const { terms, trades, score } = propose({ settings: { riskPrice: 0.05 }, substitutes: [pair('ITOT', { hurdle: 10 })] });
  const sold = trades.filter(({ action }) => action === 'Sell').reduce((sum, { amount }) => sum + amount, 0);
  expect(terms.preference).toBeCloseTo(-0.001 * sold, 2);
  expect(trades.reduce((sum, trade) => sum + trade.score, 0)).toBeCloseTo(score, 6);
});

test('of two that serve alike the better rated is bought', () => {
  const buys = (about: Case['about']) => traded(propose({ held: 'VTI', cost: 150, about }), 'Buy');
  expect(buys({ ITOT: { rating: 'Strong buy' }, SCHB: { rating: 'Strong sell' } })).toEqual(['ITOT']);
  expect(buys({ ITOT: { rating: 'Strong sell' }, SCHB: { rating: 'Strong buy' } })).toEqual(['SCHB']);
});
