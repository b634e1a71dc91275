import { untilWhy } from '../../shared/book/overrides';
import type { AccountSnapshot } from '../optimizer/snapshot';
import type { ExceptionFacts } from './exceptions';

/** The overrides that bind an account's plan, one note each: who reads the account's result learns what was stopped, why and where. */
export function overrideNotes({ account, assets }: Pick<AccountSnapshot, 'account' | 'assets'>): ExceptionFacts[] {
  return (account.overrides ?? [])
    .filter(({ symbol }) => symbol === undefined || assets.some((asset) => asset.symbol === symbol))
    .map((override): ExceptionFacts => ({
      severity: 'Info', code: 'override',
      whatHappened: `${override.kind}${override.symbol === undefined ? '' : ` ${override.symbol}`}${untilWhy(override)}.`,
      suggestedFix: 'Remove the row once it is no longer meant.', source: override.source,
    }));
}
