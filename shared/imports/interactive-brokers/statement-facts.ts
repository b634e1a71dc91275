import type { IsoDate } from '../../units';
import type { Cells } from '../custodian-file';
import { isMissing, readDay } from '../table/values';

/** What a statement says about itself, in its first sections. */
export interface StatementFacts {
  readonly title: string | null;
  readonly account: string | null;
  readonly accountName: string | null;
  readonly baseCurrency: string | null;
  /** Last day of the period. */
  readonly asOf: IsoDate | null;
}

/** Reads `Statement,Data,Period,"January 1, 2026 - May 29, 2026"` and its like, whether or not their header rows are there. */
export function readFacts(rows: Cells): StatementFacts {
  const fact = (section: RegExp, name: string) => {
    const row = rows.find(([first, kind, field, value]) => section.test((first ?? '').trim()) && isData(kind) && (field ?? '').trim() === name && !isMissing(value));
    return row ? row[3].trim() : null;
  };
  const period = fact(/^Statement$/, 'Period');
  const account = fact(/^Account Information$/, 'Account');
  return {
    title: fact(/^Statement$/, 'Title'),
    account: account && account.replace(/\s*\(.*$/, ''),
    accountName: fact(/^Account Information$/, 'Account Alias'),
    baseCurrency: fact(/^(?:Account Information|Summary)$/, 'Base Currency'),
    asOf: period && readDay(period.split(/\s[-–]\s|\s+to\s+/).at(-1)),
  };
}

const isData = (kind: string | undefined) => (kind ?? '').trim().toLowerCase() === 'data';
