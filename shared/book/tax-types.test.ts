import { allTaxTypes, parseTaxTypes } from './tax-types';

test.each([undefined, '', ' ', 'All', 'Taxable, all'])('%p is every tax type', (text) => {
  expect(parseTaxTypes(text)).toEqual({ taxTypes: allTaxTypes, unknown: [] });
});

test('a list is read in any spelling, separator and order', () => {
  expect(parseTaxTypes('roth; Taxable').taxTypes).toEqual(['Taxable', 'Tax-free']);
  expect(parseTaxTypes('IRA,401(k)').taxTypes).toEqual(['Tax-deferred']);
});

test('what names no tax type is told, and approves nothing', () => {
  expect(parseTaxTypes('Taxble')).toEqual({ taxTypes: [], unknown: ['Taxble'] });
});
