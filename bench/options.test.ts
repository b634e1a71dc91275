import { readOptions } from './options';

const known = ['native', 'highs'];

test('everything is measured when nothing is asked for', () => {
  expect(readOptions([], known)).toEqual({ sizes: ['S', 'M', 'L', 'index', 'household'], solvers: known, peer: false });
});

test('lists keep the usual order, and trades of a peer ask for the peers', () => {
  const options = readOptions(['--sizes', 'M,S', '--accounts', '3', '--solvers', 'highs', '--peer-trades', 'there', '--json', 'out.json'], known);
  expect(options).toMatchObject({ sizes: ['S', 'M'], books: 3, solvers: ['highs'], peer: true, peerTrades: 'there', json: 'out.json' });
});

test.each([
  [['--sizes', 'XL'], /XL.*Maybe/],
  [['--solvers', 'glpk'], /glpk.*native, highs/],
  [['--accounts', 'many'], /whole number/],
  [['--fast'], /fast/],
])('%p is refused', (args, message) => expect(() => readOptions(args, known)).toThrow(message));
