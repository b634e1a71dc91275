import type { Solver } from '../server/optimizer/solvers/solver';
import { solvers } from '../server/optimizer/solvers';
import { rebalance } from '../server/optimizer/rebalance';
import { madeUpBook } from './instances';
import { measureBook } from './measure';
import { Report } from './report';
import { runSize } from './run-sizes';
import { sizes } from './sizes';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const burn = (ms: number): void => {
  const until = process.cpuUsage().user + ms * 1000;
  while (process.cpuUsage().user < until);
};

test('phases that a decision marks get their time, the rest what is left', () => {
  const [sample] = measureBook(madeUpBook(sizes.S, 1, 'continuous'), solver, (snapshot, by, mark) => {
    mark?.('rows');
    burn(20);
    mark?.('search');
    burn(10);
    mark?.('round');
    mark?.('explain');
    const proposal = rebalance(snapshot, by);
    return proposal;
  });
  expect(sample.split.solve).toBeGreaterThan(sample.split.round);
  expect(sample.split.round).toBeGreaterThan(3);
  expect(sample.split.explain).toBeLessThan(sample.split.solve);
  expect(Object.values(sample.split).reduce((sum, ms) => sum + ms, 0)).toBeCloseTo(sample.ms, 6);
});

test('a solver that hands problems on has them counted per account', () => {
  const counting = { name: 'counting', fallbacks: 5, solve: solver.solve.bind(solver) };
  const samples = measureBook(madeUpBook(sizes.household, 1, 'continuous'), counting, (snapshot, by) => {
    counting.fallbacks += 2;
    return rebalance(snapshot, by);
  });
  expect(samples.map(({ fallbacks }) => fallbacks)).toEqual([2, 2, 2]);
});

test('a run has the shape that is promised', () => {
  const report = Report.parse(runSize({ ...sizes.S, warmUp: 4 }, [['highs', solver]], 2));
  expect(report.highs?.S).toMatchObject({ n: 2, fallbacks: 0, continuous: { n: 2 }, core: { n: 2, unsolved: 0, excessBpWorst: 0 } });
  expect(report.highs!.S!.cpuMsP90).toBeGreaterThanOrEqual(report.highs!.S!.cpuMsMedian);
  expect(report.memory?.S?.rssMb).toBeGreaterThan(10);
  expect(report.native).toBeUndefined();
});
