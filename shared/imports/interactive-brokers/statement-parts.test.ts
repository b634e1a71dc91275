import { readCells } from '../table/cells';
import { statementsOf } from './statement-parts';

const banner = 'Statement,Header,Field Name,Field Value\nStatement,Data,Title,Activity Statement\n';
const trades = 'Trades,Header,Symbol\nTrades,Data,VTI\n';
const parts = (text: string) => statementsOf({ cells: readCells(text) }).map(({ blocks, headless, start, end }) => [blocks.map(({ section }) => section).join(' '), headless, start, end]);

test('one statement, with or without its banner', () => {
  expect(parts(banner + trades)).toEqual([['Statement Trades', [], 0, 5]]);
  expect(parts(trades)).toEqual([['Trades', [], 0, 3]]);
  expect(parts(`Fees,Data,USD\n${banner}${trades}`)).toEqual([['Statement Trades', [0], 0, 6]]);
});

test('two statements, joined', () => {
  expect(parts(banner + trades + banner + trades)).toEqual([['Statement Trades', [], 0, 4], ['Statement Trades', [], 4, 9]]);
});

test('a banner above the first of which rows stand', () => {
  expect(parts(trades + banner + trades)).toEqual([['Trades', [], 0, 2], ['Statement Trades', [], 2, 7]]);
});
