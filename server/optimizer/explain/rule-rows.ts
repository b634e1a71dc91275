import { outcome } from '../linear';
import type { Plan } from '../plan';
import { rowValue } from '../row-value';
import { violation, type Row } from '../rows/row';
import type { AccountSnapshot } from '../snapshot';

/** What people call one rule: every row of one name and source, such as `never sell AAPL` over all its lots. */
export interface RuleRows {
  readonly name: string;
  readonly source: string;
  /** At least one. */
  readonly rows: readonly Row[];
}

export const ruleKey = ({ name, source }: Pick<Row, 'name' | 'source'>): string => `${name}\n${source}`;

/** Rows by rule, in order of first appearance. */
export function rulesOf(rows: readonly Row[]): RuleRows[] {
  const rules = new Map<string, { name: string; source: string; rows: Row[] }>();
  for (const row of rows) {
    const key = ruleKey(row);
    const rule = rules.get(key) ?? { name: row.name, source: row.source, rows: [] };
    rule.rows.push(row);
    rules.set(key, rule);
  }
  return [...rules.values()];
}

/** True for the row that only keeps an account from borrowing: nobody asked for it, and nobody can take it back. */
export const isOverdraft = (row: Row, { cash, settings }: AccountSnapshot): boolean =>
  row.code === 'cash-floor' && cash.due + cash.reserve + settings.cashMinimum === 0;

/** The row required exactly: nothing makes it give way. */
export const required = (row: Row): Row => ({ ...row, tier: 'fixed' });

/** The row required as far as a plan meets it: its bounds are moved by what the plan misses. */
export function requiredAsMet(row: Row, snapshot: AccountSnapshot, plan: Plan): Row {
  const by = violation(row, rowValue(row, snapshot, plan, outcome(snapshot, plan)));
  if (by === 0) return required(row);
  return {
    ...required(row),
    ...(row.min === undefined ? {} : { min: row.min - by }),
    ...(row.max === undefined ? {} : { max: row.max + by }),
  };
}
