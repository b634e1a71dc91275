import { symbolFinder } from './book-symbols';

const find = symbolFinder([
  { symbol: 'VTI', cusip: '922908769' },
  { symbol: 'BRK.B', custodianSymbol: 'BRK B US' },
  { symbol: 'T-4.5-2030', cusip: '91282CAB1' },
  { symbol: 'AB.C' },
  { symbol: 'A.BC' },
]);

test.each<[string | null, string | null, string | null]>([
  ['vti', null, 'VTI'],
  [null, '922908769', 'VTI'],
  ['BRK/B', null, 'BRK.B'],
  ['BRKB', null, 'BRK.B'],
  ['BRK B US', null, 'BRK.B'],
  ['912828', '91282CAB1', 'T-4.5-2030'],
  ['ABC', null, 'ABC'],
  ['NEW', '123456789', 'NEW'],
  [null, '123456789', '123456789'],
  [null, null, null],
])('symbol %s, CUSIP %s is %s', (symbol, cusip, expected) => expect(find({ symbol, cusip })).toBe(expected));
