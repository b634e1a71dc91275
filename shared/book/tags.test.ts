import { exampleMarket } from './examples';
import { symbolFinder } from './securities';
import { tagScore, withTags } from './tags';
import type { Row } from './rows';

const { securities } = exampleMarket({ XOM: 'US equity', VTI: 'US equity' });
const tagged = (...rows: Row<'tags'>[]) => withTags(securities, rows, symbolFinder(securities));

test('a blank score is 1, names have no case', () => {
  const book = tagged({ symbol: 'xom', tag: ' Fossil fuel ' }, { symbol: 'XOM', tag: 'Carbon', score: 0.62 });
  expect(book.get('XOM')?.tags).toEqual({ 'fossil fuel': 1, carbon: 0.62 });
  expect(tagScore(book.get('XOM')!, 'FOSSIL FUEL')).toBe(1);
  expect(tagScore(book.get('VTI')!, 'Fossil fuel')).toBe(0);
});

test('the higher of two scores counts, in any order', () => {
  const rows = [{ symbol: 'XOM', tag: 'Carbon', score: 0.2 }, { symbol: 'XOM', tag: 'carbon', score: 0.6 }];
  expect(tagged(...rows).get('XOM')?.tags).toEqual({ carbon: 0.6 });
  expect(tagged(...rows.reverse()).get('XOM')?.tags).toEqual({ carbon: 0.6 });
});

test('unknown securities, blank tags and scores that are no number change nothing', () => {
  expect(tagged({ symbol: 'ZZZZ', tag: 'Carbon' }, { symbol: 'XOM', tag: ' ' }, { symbol: 'XOM', tag: 'Carbon', score: NaN })).toBe(securities);
});

test('a tag named like a property of objects is a tag like any other', () => {
  const book = tagged({ symbol: 'XOM', tag: 'Carbon' });
  expect(tagScore(book.get('XOM')!, 'constructor')).toBe(0);
  expect(tagScore(tagged({ symbol: 'XOM', tag: '__proto__', score: 0.4 }).get('XOM')!, '__proto__')).toBe(0.4);
});
