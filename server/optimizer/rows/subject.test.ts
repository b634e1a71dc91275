import type { ScreenTest } from '../../../shared/book/book';
import { sixtyForty, snapshotOf } from '../examples';
import { caughtAssets, lotsOf, subjectAssets } from './subject';

const coal: ScreenTest = { screen: 'Clean', tag: 'Coal', test: '≥', threshold: 0.5, action: 'Never own' };
const snapshot = snapshotOf(sixtyForty({
  vti: { sector: 'Broad', issuer: 'Vanguard', tags: { coal: 0.6, water: 0 } }, bnd: { tags: { coal: 0.4 } }, book: { screens: new Map([['clean', [coal]]]) },
}));

test.each([
  ['Symbol', ' vti ', [1]], ['Asset class', 'US EQUITY', [1]], ['Sector', 'broad', [1]], ['Issuer', 'vanguard', [1]],
  ['Symbol', 'VT', []], ['Sector', '', []], ['Tag', 'VTI', []], ['Screen', 'VTI', []],
  ['Tag', 'COAL', [0, 1]], ['Tag', 'Water', []], ['Tag', ' ', []], ['Screen', 'Clean', [1]],
] as const)('%s "%s"', (on, value, assets) => {
  expect(subjectAssets({ on, value }, snapshot)).toEqual(assets);
});

test('what one test of a screen catches', () => {
  expect(caughtAssets(coal, snapshot)).toEqual([1]);
  expect(caughtAssets({ ...coal, test: '≤' }, snapshot)).toEqual([0]);
});

test('lots of assets', () => {
  expect(lotsOf(snapshot, [1])).toEqual([1]);
  expect(lotsOf(snapshot, [])).toEqual([]);
});
