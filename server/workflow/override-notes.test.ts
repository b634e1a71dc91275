import { sixtyForty, snapshotOf } from '../optimizer/examples';
import { overrideNotes } from './override-notes';

const override = { kind: 'Hold security' as const, symbol: 'VTI', until: '2026-12-15', reason: 'Transfer pending', source: 'Overrides row 2 (Firm, by j.lee)' };
const notes = (...overrides: Parameters<typeof overrideNotes>[0]['account']['overrides'] & object) => overrideNotes(snapshotOf(sixtyForty({ overrides })));

test('what binds an account is told with its end, its reason and its row', () => {
  expect(notes(override)).toEqual([expect.objectContaining({
    severity: 'Info', code: 'override', whatHappened: 'Hold security VTI until 2026-12-15: Transfer pending.', source: 'Overrides row 2 (Firm, by j.lee)',
  })]);
  expect(notes({ ...override, kind: 'No buys', symbol: undefined })[0].whatHappened).toBe('No buys until 2026-12-15: Transfer pending.');
});

test('a hold of what the account neither holds nor wants is not told, and without overrides nothing is', () => {
  expect(notes({ ...override, symbol: 'QQQ' })).toEqual([]);
  expect(overrideNotes(snapshotOf(sixtyForty()))).toEqual([]);
});
