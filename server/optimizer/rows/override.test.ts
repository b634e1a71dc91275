import type { Override } from '../../../shared/book/book';
import { sixtyForty, snapshotOf } from '../examples';
import { override } from './override';
import { rowsOf } from '.';

const rows = (change: Partial<Override>) => override(snapshotOf(sixtyForty({ overrides: [{ kind: 'No buys', until: '2026-12-15', reason: 'Transfer pending', source: 'Overrides row 2 (Firm, by j.lee)', ...change }] })));
const forbidden = (change: Partial<Override>) => rows(change).map(({ expression: { buys, sells } }) => (buys ? `buy ${buys[0][0]}` : `sell ${sells![0][0]}`));

// Assets and lots: 0 is BND, 1 is VTI.
test.each<[Partial<Override>, readonly string[]]>([
  [{ kind: 'Hold security', symbol: 'VTI' }, ['buy 1', 'sell 1']],
  [{ kind: 'No buys', symbol: 'VTI' }, ['buy 1']], [{ kind: 'No buys' }, ['buy 0', 'buy 1']],
  [{ kind: 'No sells', symbol: 'VTI' }, ['sell 1']], [{ kind: 'No sells' }, ['sell 0', 'sell 1']],
  [{ kind: 'Buy only' }, ['sell 0', 'sell 1']], [{ kind: 'Buy only', symbol: 'BND' }, ['sell 0']],
  [{ kind: 'Suspend' }, []], [{ kind: 'Ignore drift' }, []], [{ kind: 'Hold security', symbol: 'QQQ' }, []],
])('%j forbids %j', (change, expected) => {
  expect(forbidden(change)).toEqual(expected);
});

test('nothing relaxes it, and it says until when, why and where', () => {
  expect(rows({ kind: 'Hold security', symbol: 'VTI' })).toEqual([
    expect.objectContaining({ tier: 'fixed', max: 0, code: 'override', name: 'VTI is not bought until 2026-12-15: Transfer pending', source: 'Overrides row 2 (Firm, by j.lee)' }),
    expect.objectContaining({ tier: 'fixed', max: 0, name: 'VTI is not sold until 2026-12-15: Transfer pending' }),
  ]);
  expect(rows({ kind: 'No sells' })[0].name).toBe('no sales until 2026-12-15: Transfer pending');
});

test('an account without overrides has no such row', () => {
  expect(rowsOf(snapshotOf(sixtyForty())).filter(({ code }) => code === 'override')).toEqual([]);
});
