import fc from 'fast-check';
import { isCusip, isIsin } from './security-numbers';

test.each(['037833100', '922908769', '17275R102', '38259P508', '68389X105'])('%s is a CUSIP', (cusip) => expect(isCusip(cusip)).toBe(true));
test.each(['US0378331005', 'US9229087690', 'AU0000XVGZA3', 'GB0002634946'])('%s is an ISIN', (isin) => expect(isIsin(isin)).toBe(true));
test.each(['', '03783310', '0378331000', '037833-00'])('"%s" is no CUSIP', (text) => expect(isCusip(text)).toBe(false));

test('any other check digit is wrong', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), (shift) => {
    expect(isCusip(`03783310${(0 + shift) % 10}`)).toBe(false);
    expect(isIsin(`US037833100${(5 + shift) % 10}`)).toBe(false);
  }));
});
