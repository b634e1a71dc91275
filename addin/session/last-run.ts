import type { RunResult } from '../../shared/api/result';
import { localTime } from '../../shared/local-day';
import type { LastRun } from './state';

/** A run's totals for the pane. */
export function lastRunOf({ run, exceptions, dataIssues }: RunResult, now: Date, started: Date, asked: number): LastRun {
  return {
    id: run.id,
    at: localTime(now),
    asOf: run.asOf,
    seconds: (now.getTime() - started.getTime()) / 1000,
    accounts: run.accounts,
    asked: Math.max(asked, run.accounts),
    decisions: run.decisions,
    trades: run.trades,
    exceptions: exceptions.length,
    dataIssues: dataIssues.length,
    netBenefit: run.netScore,
    netBenefitBp: run.netScoreBp,
    estTax: run.estTax,
    partial: run.partial,
  };
}
