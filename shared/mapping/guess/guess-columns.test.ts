import { expect, test } from '@jest/globals';
import type { Cell } from '../../workbook/port';
import { ownSheets, sheet } from '../test-own-book';
import { findBlocks } from './blocks';
import { guessColumns } from './guess-columns';

const guess = (table: Parameters<typeof guessColumns>[0], values: readonly (readonly Cell[])[], links: Parameters<typeof guessColumns>[2] = () => undefined) => guessColumns(table, findBlocks(sheet('Sheet1', values))[0], links);
const named = ({ columns }: ReturnType<typeof guess>): Record<string, string> => Object.fromEntries(columns.map(({ property, yourColumn }) => [property, yourColumn]));

test('each column of a table gets the column that claims it best, with a reason', () => {
  const lots = guess('holdings', ownSheets['Tax lots']);
  expect(named(lots)).toMatchObject({ accountId: 'Client no', symbol: 'Ticker', quantity: 'Shares held', costBasis: 'Amount paid', acquired: 'Bought on', marketValue: 'Worth' });
  expect(lots.columns.find(({ property }) => property === 'symbol')?.because).toBe('the header says “Ticker”; its cells look like tickers');
  expect(named(guess('models', ownSheets.Policy))).toEqual({ model: 'Policy', component: 'Bucket', target: 'Goal' });
});

test('cells that do not suit outweigh the header', () => {
  const { columns, fit } = guess('holdings', [['Account', 'Symbol', 'Quantity'], ['1001', 'VTI', 'many'], ['1002', 'BND', 'few']]);
  expect(columns.map(({ property }) => property)).not.toContain('quantity');
  expect(fit).toBeLessThan(0.7);
});

test('what names each row cannot repeat', () => {
  const [once, repeated] = [['VTI', 'VXUS', 'BND'], ['VTI', 'VTI', 'VTI']].map((symbols) =>
    guess('securities', [['Symbol', 'Price'], ...symbols.map((symbol, k) => [symbol, k + 1])]).columns.find(({ property }) => property === 'symbol')?.confidence ?? 0);
  expect([once > 0.9, repeated < 0.6]).toEqual([true, true]);
});

test('a link to another table says what a header does not', () => {
  const values = [['Ref', 'Wrapper', 'Line'], ['A-1001', 'Taxable', 'Growth'], ['A-1002', 'Roth', 'Income']];
  expect(named(guess('accounts', values)).model).toBeUndefined();
  const linked = guess('accounts', values, (_table, _block, at, property) => (property === 'model' && at === 2 ? { strength: 0.9, because: 'its values are those of “Line” in Data4' } : undefined));
  expect(named(linked).model).toBe('Line');
});

test('two columns that could be it make the guess doubtful', () => {
  const both = guess('securities', [['Ticker', 'Quote', 'Quote', 'Bucket'], ['VTI', 290, 291, 'US'], ['BND', 73, 74, 'Bonds']]);
  expect(both.columns.find(({ property }) => property === 'price')).toMatchObject({ because: expect.stringMatching(/could be it too$/), confidence: expect.closeTo(0.504, 3) });
});

test('lots below titles take their account from the titles', () => {
  expect(guess('holdings', [['Account 4471-0093'], ['Ticker', 'Shares held'], ['VTI', 1]]).columns.at(-1)).toMatchObject({ property: 'accountId', yourColumn: '', because: 'lots stand below titles such as “Account 4471-0093”' });
});
