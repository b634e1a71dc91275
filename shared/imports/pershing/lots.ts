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
  let from = 0;
  rows.forEach(({ key }, index) => {
    if (rows[index + 1]?.key === key) return;
    const group = rows.slice(from, index + 1).map(({ row }) => row);
    const isAfter = group[0].kind === 'lot' && group.at(-1)?.kind === 'position' && group.filter(({ kind }) => kind === 'position').length === 1;
    ordered.push(...(isAfter ? group.slice(-1) : []));
    for (const row of isAfter ? group.slice(0, -1) : group) ordered.push(row);
    from = index + 1;
  });
  return ordered;
}
