import { readTerm } from './term';

test.each([
  ['SHORT', 'short'],
  ['Long', 'long'],
  ['L', 'long'],
  ['ST', 'short'],
  ['Long Term', 'long'],
  ['Short-term', 'short'],
  ['SHARES', null],
  ['Various', null],
  [null, null],
])('%s is %s', (text, term) => expect(readTerm(text)).toBe(term));
