import { arrangeLots, type HeldRow } from './arrange-lots';
import { importRow } from '../format';

/** `VTI 100 2020-01-02 =5000`: a symbol (`.` for a row that leaves it out), shares, a day (`-` unknown, `*` several), a cost. */
function held(lines: readonly string[]): HeldRow[] {
  let symbol = '';
  return lines.map((line, k) => {
    const [name, quantity, day, cost] = line.split(' ');
    if (name !== '.') symbol = name;
    const acquired = /^\d/.test(day ?? '') ? day : null;
    return {
      row: importRow('position', k + 1, { account: '1', symbol, quantity: Number(quantity), acquired, costBasis: cost ? Number(cost.slice(1)) : null }),
      continued: name === '.',
      several: day === '*',
    };
  });
}

const kinds = (...lines: string[]) => arrangeLots(held(lines)).map(({ kind }) => kind[0]).join('');

test('no days, only positions, of one security too', () => {
  expect(kinds('VTI 100', 'AGG 50')).toBe('pp');
  expect(kinds('VTI 100', 'VTI 60', 'VTI 40')).toBe('ppp');
});

test('only lots', () => {
  expect(kinds('VTI 10 2020-01-02', 'VTI 20 2021-01-02', 'AGG 5 2021-01-02', 'AGG 7 -')).toBe('llll');
  expect(kinds('VTI 100 2020-01-02 =900', 'VTI 50 2021-01-02 =500', 'VTI 50 2022-01-02 =600')).toBe('lll');
  expect(kinds('VTI 10 2020-01-02', '. 20 2021-01-02', '. 5 2021-01-02')).toBe('lll');
});

test('a position without a day, then its lots, named again or not', () => {
  expect(kinds('VTI 30 -', 'VTI 10 2020-01-02', 'VTI 20 2021-01-02', 'AGG 5 -', 'AGG 5 2021-01-02')).toBe('pllpl');
  expect(kinds('VTI 30 -', '. 10 2020-01-02', '. 20 2021-01-02')).toBe('pll');
  expect(kinds('VTI 30', '. 10', '. 20')).toBe('pll');
});

test('a position with a day of its own, when costs add up as well', () => {
  expect(kinds('VTI 100 2020-01-02 =1100', 'VTI 50 2020-01-02 =500', 'VTI 50 2022-01-02 =600')).toBe('pll');
});

test('the same security as two positions, one below the other', () => {
  expect(kinds('VTI 30 -', 'VTI 10 2020-01-02', 'VTI 20 2021-01-02', 'VTI 7 -', 'VTI 7 2021-03-02')).toBe('pllpl');
});

test('where others are nested, lots that do not add up still belong to the position above', () => {
  expect(kinds('VTI 30 -', 'VTI 10 2020-01-02', 'VTI 20 2021-01-02', 'AGG 9 -', 'AGG 5 2021-01-02', 'AGG 3 2021-01-03')).toBe('pllpll');
});

test('a sum below its lots is a total', () => {
  expect(kinds('VTI 10 2020-01-02', 'VTI 20 2021-01-02', 'VTI 30 -')).toBe('llt');
});

test('a row of several days is a position', () => {
  expect(kinds('VTI 10 2020-01-02', 'AGG 20 *')).toBe('lp');
});
