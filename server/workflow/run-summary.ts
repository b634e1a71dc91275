import type { Decision, RunResult, RunSummary } from '../../shared/api/result';
import { contractVersion } from '../../shared/contract';
import { lawAt } from '../../shared/tax/law';
import { sumCents, toCents, toPlaces, type IsoDate } from '../../shared/units';
import { engineVersion } from '../../shared/version';
import { fingerprint } from '../../shared/workbook/fingerprint';

/** What a run is, besides its rows. */
export interface RunFacts {
  readonly runId: string;
  readonly asOf: IsoDate;
  readonly currency: string;
  readonly inputsFingerprint: string;
  readonly riskLevel: RunSummary['riskLevel'];
  readonly scope: string;
  readonly partial: boolean;
}

/** A run's totals and fingerprints. */
export function runSummary(rows: Pick<RunResult, 'trades' | 'scores' | 'exceptions'>, facts: RunFacts): RunSummary {
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

/** Rows without account names, which stay in the workbook: a run has one fingerprint wherever it was decided. */
const unnamed = (rows: readonly object[]): object[] => rows.map((row) => ({ ...row, account: null }));
