import { ofxSpelling } from './spelling';

test.each([
  ['+00000005231.36', 5231.36],
  ['-0000000000042.12300', -42.123],
  ['000000025.635000000', 25.635],
  ['1234,5', 1234.5],
  ['-0,25', -0.25],
  ['1,234.56', 1234.56],
  ['1,234', NaN],
  ['many', NaN],
])('%s is %d', (text, amount) => expect(ofxSpelling.readAmount(text)).toBe(amount));

test.each([
  ['20120908033034.000[-4:EDT]', '2012-09-08'],
  ['20110727', '2011-07-27'],
  ['200508270100', '2005-08-27'],
  ['2011-07-27', '2011-07-27'],
  ['20111327', null],
  ['0', null],
])('%s is %s', (text, day) => expect(ofxSpelling.readDay(text)).toBe(day));
