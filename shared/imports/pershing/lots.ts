import type { ImportRow } from '../format';

/** A row of a report on lots: the sum of a security, or one of its lots. */
export interface LotRow {
  /** Rows of one key, one after the other, are one security of one account. */
  readonly key: string;
  readonly row: ImportRow;
}

/** Puts the sum of a security before its lots, where the report prints it after them. */
export function sumsFirst(rows: readonly LotRow[]): ImportRow[] {
  const ordered: ImportRow[] = [];
  for (let from = 0; from < rows.length; ) {
    const next = rows.findIndex(({ key }, index) => index > from && key !== rows[from].key);
    const group = rows.slice(from, next < 0 ? rows.length : next).map(({ row }) => row);
    const isAfter = group[0].kind === 'lot' && group.at(-1)?.kind === 'position' && group.filter(({ kind }) => kind === 'position').length === 1;
    ordered.push(...(isAfter ? [...group.slice(-1), ...group.slice(0, -1)] : group));
    from += group.length;
  }
  return ordered;
}
