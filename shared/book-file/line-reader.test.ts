import { expect, test } from '@jest/globals';
import { contractVersion } from '../contract';
import { bookHeader } from './header';
import { LineReader, type BadRow } from './line-reader';

const header = JSON.stringify(bookHeader({}));
const lot = { accountId: 'A', symbol: 'VTI', quantity: 5 };

function read(...lines: (string | object)[]) {
  const told: string[] = [];
  const bad: BadRow[] = [];
  const reader = new LineReader({ badLine: (line, problem) => told.push(`${line} ${problem}`), badRow: (row) => bad.push(row) });
  for (const line of lines) reader.add(typeof line === 'string' ? line : JSON.stringify(line));
  return { reader, told, bad };
}

test('rows are numbered by their lines, and blank lines count', () => {
  const { reader, told } = read(`\uFEFF${header}`, '', { holdings: lot }, '   ', { holdings: { ...lot, symbol: 'BND' } });
  expect(told).toEqual([]);
  expect(reader.rows.get('holdings')).toEqual([{ ...lot, row: 3 }, { ...lot, symbol: 'BND', row: 5 }]);
});

test.each([
  ['no JSON', 'not json', 'is not a JSON object'],
  ['a list', '[1]', 'is not a JSON object'],
  ['two names', { holdings: lot, accounts: {} }, 'must have one name, that of its table'],
  ['no name', {}, 'must have one name, that of its table'],
  ['a table nobody knows', { toString: {} }, 'names a table that the contract does not have'],
  ['a row that is a list', { holdings: [lot] }, 'is not a row of holdings'],
  ['an issue that is none', { issue: { code: 7 } }, 'is not an issue'],
])('%s is told by its line and left out, and reading goes on', (_, line, problem) => {
  const { reader, told } = read(header, line, { holdings: lot });
  expect(told).toEqual([`2 ${problem}`]);
  expect(reader.rows.get('holdings')).toHaveLength(1);
});

test('a row with a bad field is handed over as it was sent, and counts as met', () => {
  const { reader, bad } = read(header, { holdings: { ...lot, quantity: 'five' } });
  expect(bad).toMatchObject([{ line: 2, table: 'holdings', row: { quantity: 'five' } }]);
  expect([reader.rows.get('holdings'), reader.met.get('holdings')]).toEqual([undefined, 1]);
});

test.each([
  ['another format', { format: 'other' }],
  ['a newer form', { version: 2 }],
  ['another contract', { contract: '99' }],
  ['a field nobody knows', { surprise: true }],
  ['a day that is none', { asOf: '2026-02-30' }],
  ['a currency in words', { currency: 'dollars' }],
])('%s in the header is hopeless', (_, change) => {
  const { reader, told } = read({ format: 'rebal-book', version: 1, contract: contractVersion, ...change }, { holdings: lot });
  expect(reader.isHopeless).toBe(true);
  expect(told[0]).toMatch(/^1 is not the header of a book file/);
  expect(reader.rows.size).toBe(0);
});

test('what the listener takes is not kept', () => {
  const taken: object[] = [];
  const reader = new LineReader({ badLine: () => undefined, badRow: () => undefined, take: (table, row) => table === 'holdings' && taken.push(row) > 0 });
  for (const line of [header, JSON.stringify({ holdings: lot }), JSON.stringify({ groups: { group: 'Core' } })]) reader.add(line);
  expect(taken).toEqual([lot]);
  expect([...reader.rows.keys()]).toEqual(['groups']);
});
