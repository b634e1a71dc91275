import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision, RunResult } from '../../shared/api/result';
import type { Tables } from '../../shared/contract';
import { solvers } from '../../server/optimizer/solvers';
import { decideUnit } from '../../server/workflow/decide-unit';
import { runBook } from '../../server/workflow/run-book';
import { assertInvariants } from '../invariants';

/** A story; see README.md. Trades are `account symbol`, or `account symbol lot`. */
interface Case {
  readonly story: string;
  readonly asOf: string;
  readonly tables: Tables;
  readonly expect: {
    readonly decisions?: Readonly<Record<string, Decision>>;
    readonly sold?: readonly string[];
    readonly bought?: readonly string[];
    readonly notSold?: readonly string[];
    readonly notBought?: readonly string[];
  };
}

const files = readdirSync(__dirname).filter((name) => name.endsWith('.json'));

/** The trades of one side in both spellings, with and without the lot. */
function spelled({ trades }: RunResult, side: 'Buy' | 'Sell'): string[] {
  return trades
    .filter(({ action }) => action === side)
    .flatMap(({ accountId, symbol, lotId }) => [`${accountId} ${symbol}`, `${accountId} ${symbol} ${lotId ?? ''}`.trim()]);
}

describe.each(files)('%s', (name) => {
  const { story, asOf, tables, expect: wanted } = JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as Case;

  test(story, async () => {
    const solver = await solvers.native();
    const run = () => runBook({ tables, asOf }, { decideUnit: async (unit, signal) => decideUnit(unit, solver, signal) });
    const result = await run();
    assertInvariants(tables, result);
    const [sold, bought] = [spelled(result, 'Sell'), spelled(result, 'Buy')];
    expect(Object.fromEntries(result.scores.map(({ accountId, decision }) => [accountId, decision]))).toMatchObject(wanted.decisions ?? {});
    expect(sold).toEqual(expect.arrayContaining([...(wanted.sold ?? [])]));
    expect(bought).toEqual(expect.arrayContaining([...(wanted.bought ?? [])]));
    for (const trade of wanted.notSold ?? []) expect(sold).not.toContain(trade);
    for (const trade of wanted.notBought ?? []) expect(bought).not.toContain(trade);
    expect(await run()).toEqual(result);
  });
});
