import { textFile } from '../custodian-file';
import { importRow } from '../format';
import { LineReader } from '../table/line';
import { checkTotal } from './total';

const row = importRow('total', 7, { account: '432' });
const codes = (amount: number | null, parts: readonly (number | null)[], allParts?: readonly (number | null)[]) => {
  const file = textFile('Symbol\n', 'a.csv');
  const reader = new LineReader(file, file.tables[0], { row: 0, columns: { symbol: 0 } }, { symbol: ['Symbol'] });
  checkTotal(reader, { row, amount, parts, allParts, what: 'Positions' }, 'symbol');
  return reader.issues;
};

test('a difference is said with place, sum and total', () => {
  expect(codes(31, [10, 20])).toMatchObject([{ code: 'H13', cell: 'A7', accounts: ['432'], found: '31' }]);
  expect(codes(31, [10, 20])[0].message).toBe('Positions add up to 30, but the total on line 7 is 31.');
});

test('what is unknown cannot be checked', () => {
  expect(codes(null, [10])).toEqual([]);
  expect(codes(31, [10, null])).toEqual([]);
  expect(codes(30.01, [10, 20])).toEqual([]);
});

test('a total below nothing may be that of all accounts', () => {
  expect(codes(30, [], [10, 20])).toEqual([]);
  expect(codes(31, [], [10, 20])).toHaveLength(1);
});
