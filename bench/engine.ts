import { account, book, lot, security, snapshotOf } from '../server/optimizer/examples';
import { rebalance } from '../server/optimizer/rebalance';
import type { AccountSnapshot } from '../server/optimizer/snapshot';
import { createHighs } from '../server/optimizer/solvers/highs';
import type { Solver } from '../server/optimizer/solvers/solver';
import { mulberry32 } from '../shared/sample/random';

/** CPU milliseconds per account of the engine alone, printed as a table for made-up accounts of three sizes. */

interface Size {
  readonly name: string;
  readonly securities: number;
  readonly lots: number;
  readonly accounts: number;
}

const sizes: readonly Size[] = [
  { name: 'S', securities: 10, lots: 20, accounts: 40 },
  { name: 'M', securities: 60, lots: 150, accounts: 12 },
  { name: 'L', securities: 500, lots: 2000, accounts: 2 },
];

const classes = ['US equity', 'Intl equity', 'Bonds', 'Real estate', 'Emerging markets'];

/** One taxable account: drifted holdings, gains and losses of every age, a little cash. */
function madeUp({ securities: count, lots: many }: Size, seed: number): AccountSnapshot {
  const next = mulberry32(seed);
  const securities = Array.from({ length: count }, (_, i) =>
    security(`S${String(i).padStart(4, '0')}`, 20 + 300 * next(), classes[i % classes.length], { type: 'Stock', sector: `Sector ${i % 11}` }));
  const weights = securities.map(() => 0.2 + next());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const lots = Array.from({ length: many }, (_, k) => {
    const { symbol, price } = securities[Math.floor(next() * count)];
    const day = `20${String(17 + Math.floor(next() * 9))}-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`;
    return lot(symbol, 1 + Math.floor(next() * 80), price * (0.5 + next()), day, `L${k}`);
  });
  const model = Object.fromEntries(securities.map(({ symbol }, i) => [symbol, weights[i] / total]));
  return snapshotOf(book(securities, model, [account({ cash: 20_000, lots })]));
}

/** CPU milliseconds of each account, after one that warms up. */
function timesOf(size: Size, solver: Solver): { times: number[]; gaps: number[] } {
  rebalance(madeUp(size, 1), solver);
  const gaps: number[] = [];
  const times = Array.from({ length: size.accounts }, (_, k) => {
    const snapshot = madeUp(size, k + 2);
    const from = process.cpuUsage();
    gaps.push(rebalance(snapshot, solver).gapBp ?? Infinity);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  return { times, gaps };
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function main(): Promise<void> {
  const solver = await createHighs();
  console.table(sizes.map((size) => {
    const { times, gaps } = timesOf(size, solver);
    return {
      size: size.name, securities: size.securities, lots: size.lots, accounts: size.accounts,
      'median ms': Number(middle(times).toFixed(1)), 'worst ms': Number(Math.max(...times).toFixed(1)), 'worst gap bp': Number(Math.max(...gaps).toFixed(2)),
    };
  }));
}

void main();
