import { textFile } from '../custodian-file';
import { importRow, type ImportRow } from '../format';
import { complainOfOddSymbols } from './odd-symbols';

const issuesOf = (known: Partial<ImportRow>, kind: ImportRow['kind'] = 'position') => complainOfOddSymbols(textFile('', 'a.csv'), [importRow(kind, 5, { account: 'A', ...known })]);

test.each(['30', '41.15', '1,234.50', '-2'])('%s is no symbol', (symbol) => {
  expect(issuesOf({ symbol })).toEqual([expect.objectContaining({ code: 'I02', cell: 'A5', rowKey: symbol, accounts: ['A'], found: symbol, message: `Line 5 has “${symbol}” for a symbol.` })]);
});

test.each(['VTI', '37833100', '2349', 'BRK.B', '8X8', '912797XY1'])('%s is one', (symbol) => expect(issuesOf({ symbol })).toEqual([]));

test('nor is the number of a company in Hong Kong odd, nor a total', () => {
  expect(issuesOf({ symbol: '700', currency: 'HKD' })).toEqual([]);
  expect(issuesOf({ symbol: '30' }, 'total')).toEqual([]);
});
