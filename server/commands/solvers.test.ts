import { expect, test } from '@jest/globals';
import { sampleTables } from '../../shared/sample/sample-book';
import { solvers } from '../optimizer/solvers';
import { decideUnit } from '../workflow/decide-unit';
import { runBook } from '../workflow/run-book';
import { asOf } from './fixtures/terminal';
import { unitPool } from './solvers';

test.each([2, 45])('where units of %d accounts are decided does not change what is decided', async (accounts) => {
  const tables = sampleTables({ accounts, seed: 4, asOf });
  const faults: unknown[] = [];
  const pool = await unitPool(accounts, (error) => {
    faults.push(error);
  });
  const solver = await solvers.native();
  try {
    const pooled = await runBook({ tables, asOf }, { decideUnit: pool.decideUnit });
    const direct = await runBook({ tables, asOf }, { decideUnit: async (unit, stop) => decideUnit(unit, solver, stop) });
    expect(pooled).toEqual(direct);
    expect(pooled.scores).toHaveLength(accounts);
    expect(faults).toEqual([]);
  } finally {
    await pool.close();
  }
});
