import { soundTables, exampleDay } from './examples';
import { checkContext, runCheck } from '.';
import type { Tables } from '../contract';

const accounts = (...ids: readonly string[]): Tables => ({ ...soundTables, holdings: [], accounts: ids.map((accountId, index) => ({ row: index + 2, accountId, taxType: 'Exempt', model: 'Growth' })) });
const found = (tables: Tables): (string | undefined)[] => runCheck('H09', checkContext(tables, { asOf: exampleDay })).map(({ found: value }) => value);

test('a number shorter than its siblings has lost its zeros', () => {
  expect(found(accounts('0044710', '0044711', '0044712', '44713'))).toEqual(['44713']);
});

test.each([
  ['too few siblings', ['0044710', '0044711', '44713']],
  ['no sibling begins with a zero', ['1044710', '1044711', '1044712', '44713']],
  ['lengths of two kinds', ['0044710', '0044711', '0044712', '44713', '44714', '44715']],
  ['the whole number is an account of its own', ['0044710', '0044711', '0044713', '44713']],
  ['letters', ['0044710', '0044711', '0044712', 'A4713']],
] as const)('not when there are %s', (_why, ids) => {
  expect(found(accounts(...ids))).toEqual([]);
});
