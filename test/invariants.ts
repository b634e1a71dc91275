import type { RunResult } from '../shared/api/result';
import { buildBook } from '../shared/book/build-book';
import type { Tables } from '../shared/contract';
import { sumCents } from '../shared/units';
import { buys, isOff, sells } from './invariant-checks/case';
import { gains } from './invariant-checks/gains';
import { households } from './invariant-checks/households';
import { cash, limits } from './invariant-checks/limits';
import { scores } from './invariant-checks/scores';
import { amounts, decision, lots, permissions, quantities } from './invariant-checks/trades';
import { washSales } from './invariant-checks/wash-sales';

/**
 * What must hold of every result, whatever decided it. All of it is worked out again from the input tables and the rows
 * of the result; nothing of the optimizer is used.
 */
export function assertInvariants(tables: Tables, result: RunResult): void {
  const broken = brokenInvariants(tables, result);
  if (broken.length > 0) throw new Error(`${broken.length} invariants are broken:\n${broken.join('\n')}`);
}

/** The broken invariants in words; empty when all hold. */
export function brokenInvariants(tables: Tables, result: RunResult): string[] {
  const book = buildBook(tables, result.run.asOf, result.run.currency);
  const accounts = new Map(book.accounts.map((account) => [account.id, account]));
  const scored = result.scores.filter(({ level }) => level !== 'Household');
  const strangers = [...result.trades, ...scored].filter(({ accountId }) => !accounts.has(accountId));
  const cases = scored.flatMap((score) => {
    const account = accounts.get(score.accountId);
    return account ? [{ book, account, score, trades: result.trades.filter(({ accountId }) => accountId === account.id) }] : [];
  });
  return [
    ...strangers.map(({ accountId }) => `${accountId} is in the result and not in Accounts`),
    ...totals(result),
    ...washSales(book, result.trades),
    ...households(book, result),
    ...cases.flatMap((each) => perAccount.flatMap((check) => check(each).map((problem) => `${each.account.id}: ${problem}`))),
  ];
}

/** The summary counts and adds up its own rows. */
function totals({ run, trades, scores: rows }: RunResult): string[] {
  const scores = rows.filter(({ level }) => level !== 'Household');
  const counts = Object.entries(run.decisions).filter(
    ([decision, count]) => scores.filter((score) => score.decision === decision).length !== count,
  );
  const sums = { bought: sumCents(buys(trades).map(({ amount }) => amount)), sold: sumCents(sells(trades).map(({ amount }) => amount)) };
  return [
    ...counts.map(([decision, count]) => `${count} accounts are counted as ${decision}`),
    ...(run.trades === trades.length ? [] : [`${run.trades} trades are counted, ${trades.length} are listed`]),
    ...(run.accounts === scores.length ? [] : [`${run.accounts} accounts are counted, ${scores.length} are listed`]),
    ...(isOff(run.bought, sums.bought) ? [`bought is ${run.bought}, the buys add up to ${sums.bought}`] : []),
    ...(isOff(run.sold, sums.sold) ? [`sold is ${run.sold}, the sells add up to ${sums.sold}`] : []),
    ...(new Set(trades.map(({ tradeId }) => tradeId)).size === trades.length ? [] : ['trade IDs repeat']),
    ...trades.filter(({ runId }) => runId !== run.id).map(({ tradeId }) => `trade ${tradeId} belongs to another run`),
  ];
}

const perAccount = [decision, lots, quantities, amounts, cash, permissions, limits, gains, scores] as const;
