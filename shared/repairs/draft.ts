import { numberFromText } from '../contract/cells/number';
import type { Place } from '../contract/places';
import type { CellRepair, Repair } from './repair';

interface DraftWay {
  readonly says: string;
  readonly cells: Map<string, CellRepair>;
  /** New rows, so that two findings about one missing thing add one row. */
  readonly rows: Set<string>;
}

/** The ways to mend one issue, while its cells are met one by one. */
export class RepairDraft {
  private readonly ways = new Map<string, DraftWay>();

  constructor(private readonly code: string, private readonly place: Place, private readonly column: string | undefined) {}

  /** A cell of a way; a later value for the same cell counts. */
  put(way: string, says: string, cell: CellRepair | undefined): void {
    if (cell) this.way(way, says).cells.set(keyOf(cell), cell);
  }

  /** A new row of a way, unless the way adds the same row already. */
  putRow(way: string, says: string, key: string, cells: () => readonly CellRepair[]): void {
    const draft = this.way(way, says);
    if (draft.rows.has(key)) return;
    draft.rows.add(key);
    for (const cell of cells()) draft.cells.set(keyOf(cell), cell);
  }

  drop(way: string): void {
    this.ways.delete(way);
  }

  repairs(): Repair[] {
    const { code, place: { sheet, cell }, column } = this;
    return [...this.ways].filter(([, { cells }]) => cells.size > 0).map(([way, { says, cells }]) => {
      const list = [...cells.values()];
      return { code, sheet, cell, column, way, says, asks: way !== '' || list.some(changesFigure), cells: list };
    });
  }

  private way(name: string, says: string): DraftWay {
    const known = this.ways.get(name) ?? { says, cells: new Map(), rows: new Set() };
    this.ways.set(name, known);
    return known;
  }
}

const keyOf = ({ region, cell }: CellRepair): string => `${region.sheet}!${cell}`;

/** True unless what REBAL reads in the cell stays the same, or is a name. */
function changesFigure({ before, after, kind }: CellRepair): boolean {
  if (kind === 'date') return true;
  if (typeof after === 'string') return false;
  return (typeof before === 'string' ? numberFromText(before) : before) !== after;
}
