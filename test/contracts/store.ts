import { afterEach, describe, expect, test } from '@jest/globals';
import type { SealedAccount } from '../../shared/api/sealed-rows';
import type { NewRun, Store, StoreLimits } from '../../server/store/store';
import { StoreFull } from '../../server/store/store';

const head = { run: '{"id":"R-1"}', dataIssues: '[]' };
const never = new AbortController().signal;

const newRun = (id: string, more: Partial<NewRun> = {}): NewRun => ({ id, digest: `digest of ${id}`, total: 3, ...more });
const sealed = (accountId: string, text = `{"accountId":"${accountId}"}`): SealedAccount => ({
  accountId,
  scores: text,
  trades: '',
  exceptions: '',
});
const everything = { after: 0, limit: 1000, maxText: 1_000_000 };

/** What every store must do, whatever holds its runs; `open` makes an empty store with the given bounds. */
export function storeContract(name: string, open: (limits: StoreLimits) => Promise<Store>): void {
  describe(`${name} keeps the contract of a store`, () => {
    let now = 1_000_000;
    const opened: Store[] = [];
    const openWith = async (limits: Partial<StoreLimits> = {}): Promise<Store> => {
      const store = await open({ maxRuns: 10, maxText: 10_000, keepFor: 60_000, maxEvents: 100, now: () => now, ...limits });
      opened.push(store);
      return store;
    };
    const endedRun = async (store: Store, id: string, rows: readonly SealedAccount[] = []): Promise<void> => {
      await store.createRun(newRun(id));
      await store.appendRows(id, rows);
      await store.setStatus(id, { status: 'done', head });
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    test('a created run can be read', async () => {
      const store = await openWith();
      expect(await store.createRun(newRun('a'))).toMatchObject({ kind: 'created', run: { id: 'a', status: 'queued', seq: 0 } });
      expect(await store.getRun('a')).toMatchObject({ id: 'a', done: 0, total: 3, createdAt: now, hasResults: false });
    });

    test('an unknown run is answered, not thrown', async () => {
      const store = await openWith();
      expect(await store.getRun('x')).toBeUndefined();
      expect(await store.setStatus('x', { status: 'running' })).toBe(false);
      expect(await store.appendRows('x', [sealed('1')])).toBe(false);
      expect(await store.pageResults('x', everything)).toBeUndefined();
      expect(await store.events('x', 0)).toEqual([]);
      expect(await store.deleteRun('x')).toBe(false);
      await store.recordProgress('x', { done: 1, total: 1, accountId: '1' });
      await store.changed('x', 0, never);
    });

    test('one key makes one run, however many ask at once', async () => {
      const store = await openWith({ maxRuns: 100 });
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, n) => store.createRun(newRun(`r${n}`, { key: 'k', digest: 'same' }))),
      );
      expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
      expect(new Set(outcomes.map((outcome) => 'run' in outcome && outcome.run.id)).size).toBe(1);
    });

    test('one key with other content is a conflict, and free again when its run is deleted', async () => {
      const store = await openWith();
      await store.createRun(newRun('a', { key: 'k' }));
      expect(await store.createRun(newRun('b', { key: 'k' }))).toEqual({ kind: 'conflict' });
      await store.deleteRun('a');
      expect(await store.createRun(newRun('b', { key: 'k' }))).toMatchObject({ kind: 'created' });
    });

    test('a final state is never left', async () => {
      const store = await openWith();
      await store.createRun(newRun('a'));
      expect(await store.setStatus('a', { status: 'running' })).toBe(true);
      expect(await store.setStatus('a', { status: 'failed', error: 'It broke.' })).toBe(true);
      expect(await store.setStatus('a', { status: 'running' })).toBe(false);
      expect(await store.setStatus('a', { status: 'done', head })).toBe(false);
      await store.recordProgress('a', { done: 3, total: 3, accountId: '3' });
      expect(await store.getRun('a')).toMatchObject({ status: 'failed', error: 'It broke.', done: 0, endedAt: now, hasResults: false });
    });

    test('progress never goes back', async () => {
      const store = await openWith();
      await store.createRun(newRun('a'));
      await store.recordProgress('a', { done: 2, total: 3, accountId: '2' });
      await store.recordProgress('a', { done: 1, total: 3, accountId: '1' });
      expect(await store.getRun('a')).toMatchObject({ done: 2, now: '2' });
    });

    test('events are numbered in order and can be resumed', async () => {
      const store = await openWith();
      await store.createRun(newRun('a'));
      await store.setStatus('a', { status: 'running' });
      await store.recordProgress('a', { done: 1, total: 3, accountId: '1' });
      await store.setStatus('a', { status: 'done', head });
      const all = await store.events('a', 0);
      expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(all[1]).toEqual({ seq: 2, kind: 'progress', progress: { done: 1, total: 3, accountId: '1' } });
      expect(await store.events('a', 2)).toEqual([expect.objectContaining({ seq: 3, kind: 'status', status: 'done' })]);
      expect((await store.getRun('a'))?.seq).toBe(3);
    });

    test('old events are forgotten, the last ones kept', async () => {
      const store = await openWith({ maxEvents: 10 });
      await store.createRun(newRun('a', { total: 100 }));
      for (let done = 1; done <= 100; done++) await store.recordProgress('a', { done, total: 100, accountId: `${done}` });
      const kept = await store.events('a', 0);
      expect(kept.length).toBeLessThanOrEqual(20);
      expect(kept.slice(-10).map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, n) => 91 + n));
    });

    test('a change wakes those who wait', async () => {
      const store = await openWith();
      await store.createRun(newRun('a'));
      const waits = [store.changed('a', 0, never), store.changed('a', 0, never)];
      await store.setStatus('a', { status: 'running' });
      await Promise.all(waits);
      await store.changed('a', 0, never);
    });

    test('waiting ends with the signal, and when the run is deleted', async () => {
      const store = await openWith();
      await store.createRun(newRun('a'));
      await store.changed('a', 0, AbortSignal.timeout(5));
      const wait = store.changed('a', 0, never);
      await store.deleteRun('a');
      await wait;
      expect(await store.getRun('a')).toBeUndefined();
    });

    test('results are readable once the run has ended, page by page, nothing twice and nothing lost', async () => {
      const store = await openWith();
      const ids = Array.from({ length: 7 }, (_, n) => `A-${n}`);
      await store.createRun(newRun('a'));
      await store.appendRows(
        'a',
        ids.slice(0, 4).map((id) => sealed(id)),
      );
      await store.appendRows(
        'a',
        ids.slice(4).map((id) => sealed(id)),
      );
      expect(await store.pageResults('a', everything)).toBeUndefined();
      await store.setStatus('a', { status: 'done', head });
      const seen: string[] = [];
      for (let after: number | undefined = 0; after !== undefined;) {
        const page = await store.pageResults('a', { after, limit: 3, maxText: 1_000_000 });
        expect(page?.head).toEqual(after === 0 ? head : undefined);
        seen.push(...(page?.accounts ?? []).map(({ accountId }) => accountId));
        after = page?.next;
      }
      expect(seen).toEqual(ids);
    });

    test('a page ends early when it grows too long, but is never empty', async () => {
      const store = await openWith();
      await endedRun(store, 'a', [sealed('1', 'x'.repeat(50)), sealed('2', 'x'.repeat(50)), sealed('3', 'x'.repeat(50))]);
      expect(await store.pageResults('a', { after: 0, limit: 10, maxText: 120 })).toMatchObject({ next: 2 });
      expect(await store.pageResults('a', { after: 0, limit: 10, maxText: 1 })).toMatchObject({ next: 1 });
    });

    test('a page beyond the end is empty', async () => {
      const store = await openWith();
      await endedRun(store, 'a', [sealed('1')]);
      expect(await store.pageResults('a', { after: 9, limit: 10, maxText: 100 })).toEqual({
        accounts: [],
        head: undefined,
        next: undefined,
      });
    });

    test('a run without accounts has one page', async () => {
      const store = await openWith();
      await endedRun(store, 'a');
      expect(await store.pageResults('a', everything)).toEqual({ accounts: [], head, next: undefined });
    });

    test('the first rows of an account win', async () => {
      const store = await openWith();
      await endedRun(store, 'a', [sealed('1', '{"first":1}'), sealed('1', '{"second":2}')]);
      expect((await store.pageResults('a', everything))?.accounts).toEqual([sealed('1', '{"first":1}')]);
    });

    test('rows that come after the end are refused', async () => {
      const store = await openWith();
      await endedRun(store, 'a', [sealed('1')]);
      expect(await store.appendRows('a', [sealed('2')])).toBe(false);
      expect((await store.pageResults('a', everything))?.accounts).toHaveLength(1);
    });

    test('a finished run makes room for a new one, an unfinished run does not', async () => {
      const store = await openWith({ maxRuns: 2 });
      await store.createRun(newRun('busy'));
      await endedRun(store, 'finished');
      expect(await store.createRun(newRun('third'))).toMatchObject({ kind: 'created' });
      expect(await store.getRun('finished')).toBeUndefined();
      expect(await store.createRun(newRun('fourth'))).toEqual({ kind: 'full' });
    });

    test('rows make room by forgetting finished runs, and are refused when that does not help', async () => {
      const store = await openWith({ maxText: 100 });
      await endedRun(store, 'old', [sealed('1', 'x'.repeat(60))]);
      await store.createRun(newRun('new'));
      expect(await store.appendRows('new', [sealed('1', 'x'.repeat(60))])).toBe(true);
      expect(await store.getRun('old')).toBeUndefined();
      await expect(store.appendRows('new', [sealed('2', 'x'.repeat(60))])).rejects.toThrow(StoreFull);
    });

    test('a finished run is forgotten after its time, an unfinished one is not', async () => {
      const store = await openWith({ keepFor: 60_000 });
      await endedRun(store, 'finished');
      await store.createRun(newRun('busy'));
      now += 60_001;
      expect(await store.getRun('finished')).toBeUndefined();
      expect(await store.getRun('busy')).toBeDefined();
    });
  });
}
