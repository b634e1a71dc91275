import type { Decision, RunResult, RunSummary, ScoreRow } from '../../shared/api/result';
import type { Account, Book } from '../../shared/book/book';
import { decisionUnits } from '../../shared/book/units';
import { check } from '../../shared/checks';
import { contractVersion, type Tables } from '../../shared/contract';
import { placesUnknown, type Places } from '../../shared/contract/places';
import { toWire } from '../../shared/contract/wire';
import type { Issue } from '../../shared/issue';
import { lawAt } from '../../shared/tax/law';
import { sumCents, toCents, toPlaces, type IsoDate } from '../../shared/units';
import { engineVersion } from '../../shared/version';
import { fingerprint } from '../../shared/workbook/fingerprint';
import type { AccountRows, DecideUnit, RunOptions } from '../jobs/types';
import { confine, type Confined } from './confine';
import { dataIssueRows } from './data-issue-rows';
import { bookSlicer, type Unit, type UnitOutcome } from './unit';

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

export type DecideUnits = DecideUnit<Unit, UnitOutcome>;

/** Accounts handed to a worker at once: the securities travel with them, so few large parcels beat many small ones. */
const parcelSize = 16;

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
  return { run: summary(rows, facts), ...rows };
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

/** Units packed into parcels; accounts that must be decided together stay together. */
function parcelsOf({ book, suspended }: Confined, scope: readonly Account[], tables: Tables, runId: string): Unit[] {
  const slice = bookSlicer(book);
  const wanted = new Set(scope.map(({ id }) => id));
  const groups = Object.fromEntries((tables.groups ?? []).map((group) => [group.group.toLowerCase(), group]));
  const size = Math.min(parcelSize, Math.max(1, Math.floor(scope.length / 8)));
  const parcels: { accounts: Account[]; decide: string[] }[] = [];
  for (const unit of decisionUnits(book)) {
    const decide = unit.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
    if (decide.length === 0) continue;
    const last = parcels.at(-1);
    if (last && last.decide.length + decide.length <= size) {
      last.accounts.push(...unit);
      last.decide.push(...decide);
    } else parcels.push({ accounts: [...unit], decide: [...decide] });
  }
  return parcels.map(({ accounts, decide }) => ({
    book: slice(accounts), decide, groups, runId,
    suspended: Object.fromEntries(decide.flatMap((id) => { const reason = suspended.get(id); return reason ? [[id, reason]] : []; })),
  }));
}

/** Rows without account names, which stay in the workbook: a run has one fingerprint wherever it was decided. */
const unnamed = (rows: readonly object[]): object[] => rows.map((row) => ({ ...row, account: null }));

interface RunFacts {
  readonly runId: string;
  readonly asOf: IsoDate;
  readonly currency: string;
  readonly inputsFingerprint: string;
  readonly riskLevel: RunSummary['riskLevel'];
  readonly scope: string;
  readonly partial: boolean;
}

function summary(rows: Pick<RunResult, 'trades' | 'scores' | 'exceptions'>, facts: RunFacts): RunSummary {
  const { trades, exceptions } = rows;
  // A household's row only adds up those of its accounts.
  const scores = rows.scores.filter(({ level }) => level !== 'Household');
  const decisions: Record<Decision, number> = { Trade: 0, 'No trade': 0, Review: 0, Blocked: 0, Skipped: 0 };
  for (const { decision } of scores) decisions[decision] += 1;
  const trading = scores.filter(({ decision }) => decision === 'Trade' || decision === 'Review');
  const value = trading.reduce((sum, score) => sum + (score.value ?? 0), 0);
  const netScore = trading.reduce((sum, { terms }) => sum + (terms ? Object.values(terms).reduce((a, b) => a + b, 0) : 0), 0);
  const side = (action: 'Buy' | 'Sell'): number => sumCents(trades.filter((trade) => trade.action === action).map(({ amount }) => amount));
  return {
    id: facts.runId, asOf: facts.asOf, engine: engineVersion, contract: contractVersion, law: lawAt(facts.asOf).version, currency: facts.currency,
    accounts: scores.length, decisions, trades: trades.length, bought: side('Buy'), sold: side('Sell'),
    estTax: toCents(scores.reduce((sum, { estTax }) => sum + (estTax ?? 0), 0)),
    netScore: toCents(netScore),
    netScoreBp: value > 0 ? toPlaces((netScore / value) * 10_000, 2) : 0,
    value: toCents(value),
    inputsFingerprint: facts.inputsFingerprint,
    outputsFingerprint: fingerprint([trades, rows.scores, exceptions].map(unnamed)),
    riskLevel: facts.riskLevel, scope: facts.scope, partial: facts.partial,
  };
}
