import fc from 'fast-check';
import { renameSheet, translate } from './prepare';
import { tokenize } from './tokens';

describe('the pieces of a formula', () => {
  it('tell references, tables, functions and names apart', () => {
    const kinds = tokenize("=SUM('My ''x'''!A1:B2,$C$3,tbl[[#All],[a'] b]],rate)&\"A1\"&LOG10(2)").filter(({ kind }) => kind !== 'other');
    expect(kinds.map(({ kind, text }) => [kind, text])).toEqual([
      ['function', 'SUM'],
      ['reference', "'My ''x'''!A1:B2"],
      ['reference', '$C$3'],
      ['table', "tbl[[#All],[a'] b]]"],
      ['name', 'rate'],
      ['string', '"A1"'],
      ['function', 'LOG10'],
    ]);
  });

  it('join to the formula again, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        expect(
          tokenize(text)
            .map((token) => token.text)
            .join(''),
        ).toBe(text),
      ),
    );
  });
});

describe('a formula that moves', () => {
  it('takes its relative references along', () => {
    expect(translate('=A1+$A1+A$1+$A$1+Sheet2!B2:C3+SUM(D:D)+"A1"', 2, 1)).toBe('=B3+$A3+B$1+$A$1+Sheet2!C4:D5+SUM(E:E)+"A1"');
  });

  it('is itself again on the way back', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(20), (rows, columns) => {
        const formula = "='Q 1'!C3*SUM($A$1:B9)-rate";
        expect(translate(translate(formula, rows, columns), -rows, -columns)).toBe(formula);
      }),
    );
  });

  it('follows the new name of its sheet', () => {
    expect(renameSheet('=Sheet1!A1+sheet1!B2+Sheet10!C3+"Sheet1!A1"', 'Sheet1', 'My sheet')).toBe(
      "='My sheet'!A1+'My sheet'!B2+Sheet10!C3+\"Sheet1!A1\"",
    );
  });
});
