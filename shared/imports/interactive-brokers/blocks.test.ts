import { describedBlocks, isDescribed } from './blocks';

const cells = [
  ['Statement', 'Header', 'Field Name', 'Field Value'],
  ['Statement', 'Data', 'Title', 'Activity Statement'],
  ['Trades', 'Header', 'Symbol', 'Quantity'],
  ['Trades', 'Data', 'VTI', '3'],
  ['Trades', 'Total', '', '3'],
  ['Trades', 'Header', 'Symbol', 'Proceeds'],
  ['Trades', 'Data', 'EUR.USD', '3'],
  ['', '', '', ''],
  ['Fees', 'Data', 'USD', '3'],
  ['Statement', 'Data', 'Period', 'May 1, 2026'],
];

test('each header has the rows below it; rows without a header are named', () => {
  const { blocks, headless } = describedBlocks({ cells });
  expect(blocks).toEqual([
    { section: 'Statement', headerRow: 0, start: 1, end: 2 },
    { section: 'Trades', headerRow: 2, start: 3, end: 5 },
    { section: 'Trades', headerRow: 5, start: 6, end: 7 },
    { section: 'Statement', headerRow: 0, start: 9, end: 10 },
  ]);
  expect(headless).toEqual([8]);
});

test('a row is described by its second cell', () => {
  expect(isDescribed(['Trades', ' data '])).toBe(true);
  expect(isDescribed(['Trades', 'VTI'])).toBe(false);
  expect(isDescribed(['', 'Data'])).toBe(false);
});
