import { freely, lot, sixtyForty, snapshotOf, taxProfile, type SixtyForty } from '../examples';
import { basisPoints, formulate, percent, regimesOf } from '../formulation';
import { rowsOf } from '../rows';
import type { Row } from '../rows/row';
import type { AccountSnapshot } from '../snapshot';
import { solvers } from '../solvers';
import type { Solver } from '../solvers/solver';
import { withoutWashRows } from './feasibility';
import { pricesInWords } from './prices';

let solver: Solver;
beforeAll(async () => { solver = await solvers.native(); });

const snapshot = snapshotOf(sixtyForty());
const row = (name: string, rest: Partial<Row>): Row => ({ name, source: 'Restrictions row 2', code: 'c', tier: 'fixed', expression: {}, ...rest });
const sale = (l: number): Row => row('never sell VTI', { expression: { sells: [[l, 1]] }, max: 0 });

test.each<[string, Row, string]>([
  ['a budget', row('net gains of the year within $5,000', { expression: { sells: [[0, -0.1], [1, 0.5]] }, max: 0.05 }), 'Net gains of the year within $5,000 (Restrictions row 2): each extra $1,000 is worth $41'],
  ['a budget of one lot', row('net gains of the year within $0', { expression: { sells: [[1, 0.5]] }, max: 0 }), 'Net gains of the year within $0 (Restrictions row 2): each extra $1,000 is worth $41'],
  ['tax', row('tax of the year within $900', { max: 0.009, measure: 'tax' }), 'Tax of the year within $900 (Restrictions row 2): each extra $1,000 is worth $41'],
  ['a least', row('at least 50.0 % in BND', { expression: { weights: [[0, 1]] }, min: 0.5 }), 'At least 50.0 % in BND (Restrictions row 2): each $1,000 less is worth $41'],
  ['a band', row('Bonds between 20.0 % and 50.0 %', { expression: { weights: [[0, 1]] }, min: 0.2, max: 0.5 }), 'Bonds between 20.0 % and 50.0 % (Restrictions row 2): each $1,000 of room is worth $41'],
  ['no purchase', row('never buy BND', { expression: { buys: [[0, 1]] }, max: 0 }), 'Never buy BND (Restrictions row 2): the first $1,000 bought is worth $41'],
  ['no sale', sale(1), 'Never sell VTI (Restrictions row 2) costs up to 287.0 bp: the first $1,000 sold is worth $41'],
])('the price of %s', (_, bound, sentence) => {
  expect(pricesInWords(snapshot, [{ row: bound, price: 4.1 }])).toEqual([sentence]);
});

test('one rule over many lots is one sentence: its best lot at the margin, all of them as the ceiling', () => {
  // BND is 25 % of the account and VTI 70 %.
  expect(pricesInWords(snapshot, [{ row: sale(0), price: 1 }, { row: sale(1), price: 2 }])).toEqual([
    'Never sell VTI (Restrictions row 2) costs up to 165.0 bp: the first $1,000 sold is worth $20',
  ]);
});

test('the dearest rule comes first, what is worth nothing is left out, and the order of rows changes nothing', () => {
  const prices = [
    { row: row('a', { max: 0.1 }), price: 1 }, { row: row('b', { max: 0.1 }), price: 3 },
    { row: row('c', { max: 0.1 }), price: 1 }, { row: row('d', { max: 0.1 }), price: 0.049 },
  ];
  const sentences = pricesInWords(snapshot, prices);
  expect(sentences.map((sentence) => sentence[0])).toEqual(['B', 'A', 'C']);
  expect(pricesInWords(snapshot, [...prices].reverse())).toEqual(sentences);
});

test('that an account does not borrow is nothing to price', () => {
  const floor = rowsOf(snapshot).find(({ code }) => code === 'cash-floor')!;
  expect(pricesInWords(snapshot, [{ row: floor, price: 5 }])).toEqual([]);
  const reserved = snapshotOf(sixtyForty({ settings: { cashMinimum: 3000 } }));
  const [sentence] = pricesInWords(reserved, [{ row: rowsOf(reserved).find(({ code }) => code === 'cash-floor')!, price: 5 }]);
  expect(sentence).toBe('Keep at least $3,000 in cash (Settings: Cash minimum): each $1,000 less is worth $50');
});

describe('against problems solved again', () => {
  /** The least cost under some rows, basis points. */
  function least(of: AccountSnapshot, rows: readonly Row[]): number {
    return Math.min(...regimesOf(of).map((regime) => {
      const solved = solver.solve(withoutWashRows(formulate(of, rows, regime)), { time: 10 });
      return solved.status === 'optimal' ? solved.objective : Infinity;
    }));
  }
  /** What a row's limit is worth at the margin, by raising it a little. */
  function marginal(of: AccountSnapshot, rows: readonly Row[], bound: Row): number {
    const step = 1e-4;
    return (least(of, rows) - least(of, rows.map((other) => (other === bound ? { ...bound, max: bound.max! + step } : other)))) / (step * percent);
  }
  const solved = (more: SixtyForty): AccountSnapshot => snapshotOf(sixtyForty(more));

  test('a thousand dollars more of gains budget save what the sentence says', () => {
    const gains = [lot('BND', 2500 / 9, 80, '2024-01-02'), lot('VTI', 350, 100, '2020-01-02')];
    const budget = (gainsBudget: number): SixtyForty => ({ lots: gains, tax: { ...taxProfile, gainsBudget }, settings: { taxCare: 'Off' } });
    const narrow = solved(budget(1000));
    const wide = solved(budget(1100));
    const rows = rowsOf(narrow);
    const bound = rows.find(({ code }) => code === 'gains-budget')!;
    const [sentence] = pricesInWords(narrow, [{ row: bound, price: marginal(narrow, rows, bound) }]);
    const saved = ((least(narrow, rows) - least(wide, rowsOf(wide))) / basisPoints) * narrow.value;
    const said = Number(/is worth \$([\d,]+)$/.exec(sentence)![1].replace(',', ''));
    expect(said).toBeGreaterThan(10);
    // The curve bends a little over the hundred dollars tried.
    expect(Math.abs(saved * 10 - said)).toBeLessThan(0.02 * said + 1);
  });

  test('what a prohibition costs in all is never above its ceiling', () => {
    const restrictions = [{ rule: 'Never sell' as const, on: 'Symbol' as const, value: 'VTI', strictness: 'hard' as const, source: 'Restrictions row 2' }];
    const bound = solved({ restrictions, settings: { ...freely, taxCare: 'Low' } });
    const rows = rowsOf(bound);
    const never = rows.find(({ code }) => code === 'never-sell')!;
    const [sentence] = pricesInWords(bound, [{ row: never, price: marginal(bound, rows, never) }]);
    const ceiling = Number(/costs up to ([\d.]+) bp/.exec(sentence)![1]);
    const costs = least(bound, rows) - least(bound, rows.filter((other) => other !== never));
    expect(costs).toBeGreaterThan(0);
    expect(ceiling).toBeGreaterThanOrEqual(costs);
  });
});
