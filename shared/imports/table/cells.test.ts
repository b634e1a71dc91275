import { isBlankRow, readCells } from './cells';

test('keeps blank lines, so that a row number is a line number', () => {
  expect(readCells('a,b\n\nc,d')).toEqual([['a', 'b'], [''], ['c', 'd']]);
});

test('reads CRLF, a byte order mark and quoted cells alike', () => {
  const rows = [
    ['Symbol', 'Value $'],
    ['Smith, "J."', '1,000'],
  ];
  expect(readCells('Symbol,Value $\n"Smith, ""J.""","1,000"')).toEqual(rows);
  expect(readCells('\uFEFFSymbol,Value $\r\n"Smith, ""J.""","1,000"')).toEqual(rows);
});

test('finds tabs, semicolons and bars, even when quoted text is full of commas', () => {
  expect(readCells('"a,b,c,d,e"\tx\n1\t2')).toEqual([
    ['a,b,c,d,e', 'x'],
    ['1', '2'],
  ]);
  expect(readCells('Banner\nSymbol;Quantity\nVTI;2')[2]).toEqual(['VTI', '2']);
  expect(readCells('Account|Symbol|Name\nA-1|VTI|Vanguard, Inc.')[1]).toEqual(['A-1', 'VTI', 'Vanguard, Inc.']);
});

test('a quoted cell of megabytes overflows nothing', () => {
  expect(readCells(`a,b\n"${'x,""'.repeat(1_000_000)}",2`)[1]).toHaveLength(2);
});

test('does not trim: leading blanks carry meaning', () => {
  expect(readCells('     10/04/2018,1')[0][0]).toBe('     10/04/2018');
});

test('a row of blanks and padding commas is blank', () => {
  expect(isBlankRow(['', '  ', '\t'])).toBe(true);
  expect(isBlankRow(['', '0'])).toBe(false);
});
