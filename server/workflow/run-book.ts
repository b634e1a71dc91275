import type { RunResult, RunSummary, ScoreRow } from '../../shared/api/result';
import type { Account, Book } from '../../shared/book/book';
import { check } from '../../shared/checks';
import type { Tables } from '../../shared/contract';
import { placesUnknown, type Places } from '../../shared/contract/places';
import { toWire } from '../../shared/contract/wire';
import type { Issue } from '../../shared/issue';
import type { IsoDate } from '../../shared/units';
import { fingerprint } from '../../shared/workbook/fingerprint';
import type { AccountRows, RunOptions } from '../jobs/types';
import { confine } from './confine';
import { dataIssueRows } from './data-issue-rows';
import { parcelsOf } from './parcels';
import { runSummary } from './run-summary';
import type { Unit, UnitOutcome } from './unit';

/** What a run decides on. */
export interface RunInput {
  readonly tables: Tables;
  readonly asOf: IsoDate;
  /** Account IDs to decide; absent = all. The others still count for wash sales. */
  readonly accounts?: readonly string[];
  /** What the caller already found, in reading cells or by the same checks; checks of the tables are made here all the same. */
  readonly issues?: readonly Issue[];
  /** Where rows came from, so that issues name cells. */
  readonly places?: Places;
  /** Prices of the run before by symbol, for check S03. */
  readonly lastPrices?: Readonly<Record<string, number>>;
}

/**
 * Runs a whole book: checks it, decides its units side by side, and gathers the rows in an order that does not depend
 * on the order of input rows. A `stop` issue refuses the run: the result then holds the issues and nothing else.
 * When stopped it resolves with the finished accounts and `run.partial` true.
 */
export async function runBook(input: RunInput, { signal, onAccount, decideUnit }: RunOptions<Unit, UnitOutcome>): Promise<RunResult> {
  const { tables, asOf, places = placesUnknown, lastPrices } = input;
  const issues = withoutRepeats(input.issues ?? [], check(tables, { asOf, places, lastPrices }));
  const inputsFingerprint = fingerprint({ tables: withoutRows(toWire(tables)), asOf, accounts: input.accounts ? [...input.accounts].sort() : 'all' });
  const runId = `R-${asOf.replace(/-/g, '')}-${inputsFingerprint.slice(0, 6)}`;
  const refused = issues.some(({ severity }) => severity === 'stop');
  const confined = confine(issues, tables, asOf);
  const { book } = confined;
  const scope = scopeOf(book, input.accounts);
  const parcels = refused ? [] : parcelsOf(confined, scope, tables, runId);
  const total = parcels.reduce((sum, { decide }) => sum + decide.length, 0);
  let done = 0;
  let riskLevel: RunSummary['riskLevel'] = 0;
  const households: ScoreRow[] = [];
  const outcomes = await Promise.all(parcels.map(async (parcel): Promise<readonly AccountRows[]> => {
    if (signal?.aborted) return [];
    const outcome = await decideUnit(parcel, signal).catch((error: unknown) => {
      if (signal?.aborted) return { accounts: [] };
      throw error;
    });
    if ('riskLevel' in outcome && (outcome.riskLevel ?? 0) > riskLevel) riskLevel = outcome.riskLevel!;
    if ('households' in outcome) households.push(...(outcome.households ?? []));
    for (const rows of outcome.accounts) onAccount?.(done += 1, total, rows.score.accountId, rows);
    return outcome.accounts;
  }));
  const accounts = outcomes.flat().sort((a, b) => compare(a.score.household, b.score.household) || compare(a.score.accountId, b.score.accountId));
  const rows = {
    trades: accounts.flatMap(({ trades }) => trades),
    scores: withHouseholds(accounts.map(({ score }) => score), households),
    exceptions: accounts.flatMap(({ exceptions }) => exceptions),
    dataIssues: dataIssueRows(issues),
  };
  const facts = { runId, asOf, currency: book.currency, inputsFingerprint, riskLevel, scope: scopeWords(scope, input.accounts), partial: accounts.length < total };
  return { run: runSummary(rows, facts), ...rows };
}

/** What the caller found and what was found here; where both found the same, the caller's knows the cells. */
function withoutRepeats(given: readonly Issue[], found: readonly Issue[]): Issue[] {
  const known = new Set(given.map(({ code, severity }) => `${severity} ${code}`));
  return [...given, ...found.filter(({ code, severity }) => !known.has(`${severity} ${code}`))];
}

/** The row of a household managed Together comes before those of its accounts. */
function withHouseholds(accounts: readonly ScoreRow[], households: readonly ScoreRow[]): ScoreRow[] {
  const first = new Map(households.map((row) => [row.household, row]));
  return accounts.flatMap((row, k) => {
    const whole = accounts[k - 1]?.household === row.household ? undefined : first.get(row.household);
    return whole ? [whole, row] : [row];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the service sees of the rows, without row numbers and in an order of their own: sorting a sheet is no change of input. */
function withoutRows(tables: Tables): Record<string, string[]> {
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [
    name, ((rows ?? []) as readonly object[]).map((row) => fingerprint({ ...row, row: null })).sort(),
  ]));
}

/** Accounts that can be decided: not closed, not held elsewhere, and asked for. */
function scopeOf(book: Book, asked?: readonly string[]): Account[] {
  const wanted = asked && new Set(asked);
  return book.accounts.filter(({ id, status }) => status !== 'Closed' && status !== 'Held away' && (!wanted || wanted.has(id)));
}

function scopeWords(scope: readonly Account[], asked?: readonly string[]): string {
  if (!asked) return `All ${scope.length}`;
  return asked.length <= 5 ? asked.join(', ') : `${scope.length} chosen`;
}
