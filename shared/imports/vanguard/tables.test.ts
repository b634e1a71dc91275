import { textFile } from '../custodian-file';
import { findHoldings } from './holdings';
import { endAtNextHeader } from './tables';

test('a table ends where the next of any kind begins, even one that nothing reads', () => {
  const file = textFile('Account Number,Investment Name,Symbol,Shares,Share Price,Total Value\n1,A,AA,1,2,2\n\nPlan Number,Plan Name,Fund Name,Balance\n2,B,C,3');
  expect(findHoldings(file).map(({ end }) => end)).toEqual([3]);
  expect(endAtNextHeader(file, [])).toEqual([]);
});
