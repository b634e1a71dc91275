import { describe, expect, it } from '@jest/globals';
import { sampleTables } from '../../shared/sample/sample-book';
import { accountsOf, runBody } from './run-request';

const known = ['A', 'B', 'C'];

describe('the scope', () => {
  it('means accounts of the Accounts table only, in its order', () => {
    expect(accountsOf({ kind: 'all' }, [], known)).toEqual(known);
    expect(accountsOf({ kind: 'selection' }, ['C', 'nobody', 'A'], known)).toEqual(['A', 'C']);
    expect(accountsOf({ kind: 'chosen', accounts: ['B'] }, ['A'], known)).toEqual(['B']);
  });
});

describe('the request', () => {
  const tables = sampleTables({ asOf: '2026-11-20' });
  const ids = tables.accounts.map(({ accountId }) => accountId);

  it('names no accounts when all are meant', () => {
    const { body, asked } = runBody(tables, '2026-11-20', { kind: 'all' }, ids, []);
    expect(JSON.parse(body)).not.toHaveProperty('accounts');
    expect(asked).toBe(7);
  });

  it('does not ask for accounts of which rows could not be read', () => {
    const { body, asked } = runBody(tables, '2026-11-20', { kind: 'all' }, ids, [{ code: 'G04', severity: 'skip', message: '', rows: 1, accounts: [ids[0]] }]);
    expect(asked).toBe(6);
    expect((JSON.parse(body) as { accounts: string[] }).accounts).toEqual(ids.slice(1));
  });

  it('holds no account names', () => {
    const { body } = runBody(tables, '2026-11-20', { kind: 'all' }, ids, []);
    const names = tables.accounts.flatMap(({ accountName }) => accountName ?? []);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(body).not.toContain(name);
  });
});
