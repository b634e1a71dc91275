import { describe, expect, it } from '@jest/globals';
import { runRequestSchema } from '../../shared/api/run-request';
import { tablesSchema } from '../../shared/contract/schema';
import type { Issue } from '../../shared/issue';
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

  const parsed = (text: string) => runRequestSchema(tablesSchema).parse(JSON.parse(text));
  const unread: Issue = {
    code: 'G04',
    severity: 'skip',
    sheet: 'Holdings',
    cell: 'D7',
    found: '#N/A',
    rowKey: 'x',
    message: 'Quantity shows #N/A at Holdings!D7.',
    rows: 1,
    accounts: [ids[0]],
  };

  it('is what the service takes, and names no accounts when all are meant', () => {
    expect(parsed(runBody(tables, '2026-11-20', { kind: 'all' }, ids, [unread]))).not.toHaveProperty('accounts');
    expect(parsed(runBody(tables, '2026-11-20', { kind: 'selection' }, ids.slice(0, 2), [])).accounts).toEqual(ids.slice(0, 2));
  });

  it('says which accounts have rows that could not be read, but not what their cells hold', () => {
    const { issues } = parsed(runBody(tables, '2026-11-20', { kind: 'all' }, ids, [unread, { ...unread, severity: 'warn' }]));
    expect(issues).toEqual([
      { code: 'G04', severity: 'skip', sheet: 'Holdings', cell: 'D7', message: unread.message, rows: 1, accounts: [ids[0]] },
    ]);
  });

  it('holds no account names', () => {
    const body = runBody(tables, '2026-11-20', { kind: 'all' }, ids, []);
    const names = tables.accounts.flatMap(({ accountName }) => accountName ?? []);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(body).not.toContain(name);
  });
});
