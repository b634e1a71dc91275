import type { ImportRow } from './format';

/** All a file says about one position: its own row, and the rows of its lots when they were expanded. */
export interface ImportedPosition {
  /** Absent in files that list lots only. */
  readonly parent?: ImportRow;
  readonly lots: readonly ImportRow[];
}

/** Rows of positions and lots, grouped: a lot belongs to the position above it when account and symbol agree. */
export function groupPositions(rows: readonly ImportRow[]): ImportedPosition[] {
  const positions: { parent?: ImportRow; lots: ImportRow[] }[] = [];
  for (const row of rows) {
    const above = positions.at(-1);
    if (row.kind === 'position') positions.push({ parent: row, lots: [] });
    else if (row.kind === 'lot' && above?.parent && isSame(above.parent, row)) above.lots.push(row);
    else if (row.kind === 'lot') positions.push({ lots: [row] });
  }
  return positions;
}

const isSame = (a: ImportRow, b: ImportRow) => a.account === b.account && a.symbol === b.symbol;
