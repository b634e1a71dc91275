import { sixtyForty, snapshotOf } from '../examples';
import { lotsOf, subjectAssets } from './subject';

const snapshot = snapshotOf(sixtyForty({ vti: { sector: 'Broad', issuer: 'Vanguard' } }));

test.each([
  ['Symbol', ' vti ', [1]], ['Asset class', 'US EQUITY', [1]], ['Sector', 'broad', [1]], ['Issuer', 'vanguard', [1]],
  ['Symbol', 'VT', []], ['Sector', '', []], ['Tag', 'VTI', []], ['Screen', 'VTI', []],
] as const)('%s "%s"', (on, value, assets) => {
  expect(subjectAssets({ on, value }, snapshot)).toEqual(assets);
});

test('lots of assets', () => {
  expect(lotsOf(snapshot, [1])).toEqual([1]);
  expect(lotsOf(snapshot, [])).toEqual([]);
});
