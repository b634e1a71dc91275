import { placesUnknown } from '../contract/places';
import type { Finding } from './check';
import { gather } from './gather';

const finding = (row: number | undefined, more: Partial<Finding> = {}): Finding => ({ table: 'holdings', row, column: 'costBasis', message: 'It is blank.', accounts: ['A'], ...more });
const linesOf = (...findings: readonly Finding[]) => gather('H04', 'skip', findings, placesUnknown).map(({ rows, lines }) => [rows, lines]);

test('a skip names its rows, each once', () => {
  expect(linesOf(finding(7), finding(9), finding(9))).toEqual([[3, [7, 9]]]);
});

test('where one row is not known, none is named: the doubt cannot be kept to rows', () => {
  expect(linesOf(finding(7), finding(undefined))).toEqual([[2, undefined]]);
});

test('milder issues name none', () => {
  expect(gather('H07', 'warn', [finding(7)], placesUnknown)[0]).not.toHaveProperty('lines');
  expect(linesOf(finding(7, { severity: 'warn' }))).toEqual([[1, undefined]]);
});
