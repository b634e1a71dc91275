import { looseHeader, matchHeaders, type Fields } from '../contract/match';
import type { Cell, Region } from '../workbook/port';
import { changeOf, isAltering, readsColumn } from './changes';
import { headerText, type FoundHeader } from './header-rows';
import type { MapRow } from './map-rows';
import { loneCell, titleName } from './section-titles';

/** How a mapped table differs from the user's own cells. */
export interface Adopted {
  /** Headers, as the contract spells them, whose values are not what the cells hold: nothing is written there. */
  readonly altered: ReadonlySet<string>;
  /** Columns of the user's; those from here on stand on no sheet. */
  readonly width: number;
  /** Rows that are read with others, or repeat the header. */
  readonly passed: ReadonlySet<number>;
  /** Headers, as the contract spells them, that the map names and the table does not have: said once. */
  readonly missing: ReadonlySet<string>;
  /** Something lies below the table, so that no row may be added. */
  readonly closed: boolean;
}

interface Options {
  readonly fields: Fields;
  /** Index of the row after the last. */
  readonly end: number;
  /** Columns of tables beside this one. */
  readonly beside: ReadonlySet<number>;
}

/**
 * A region as the map reads it: its header in the contract's words, its cells changed, fixed values and section titles in
 * columns of their own at the right. Rows and columns keep their places, so that messages name the user's own cells.
 */
export function adoptRegion(region: Region, header: FoundHeader, rows: readonly MapRow[], { fields, end, beside }: Options): { readonly region: Region; readonly adopted: Adopted } {
  const values = region.values.slice(0, end);
  const body = values.slice(header.index + 1);
  const width = values.reduce((most, { length }) => Math.max(most, length), 0);
  const columns = rows.flatMap((row) => {
    const at = readsColumn(row.change) && row.change !== 'Left aside' ? header.columns.get(looseHeader(row.yourColumn)) : undefined;
    return at === undefined ? [] : [{ at, row, change: changeOf(row.change, body.map((cells) => cells[at] ?? null)) }];
  });
  const extra = rows.filter(({ change }) => !readsColumn(change));
  const isRepeated = (cells: readonly Cell[]): boolean => columns.length > 1 && columns.every(({ at }) => headerText(cells[at]) !== '' && headerText(cells[at]) === headerText(values[header.index][at]));
  const edges = { from: 0, to: width - 1 };
  const isTitled = extra.some(({ change }) => change === 'Section title');
  let title = isTitled ? titleAbove(values.slice(0, header.index - header.height + 1), edges) : undefined;
  const passed = new Set<number>();
  const read = values.map((cells, index): readonly Cell[] => {
    if (index < header.index) return cells;
    if (index === header.index) return headerCells(cells, { columns, extra, rows, width, fields, beside });
    const lone = isTitled ? loneCell(cells, edges) : undefined;
    const named = lone === undefined || lone === null ? undefined : titleName(lone);
    if (named !== undefined) title = named;
    if (named !== undefined || isRepeated(cells)) passed.add(index);
    if (columns.length === 0 && extra.length === 0) return cells;
    const changed = Array.from({ length: width + extra.length }, (_blank, at): Cell => cells[at] ?? null);
    for (const { at, change } of columns) changed[at] = change(changed[at]);
    const isFilled = columns.some(({ at }) => changed[at] !== null && changed[at] !== '');
    if (isFilled) extra.forEach(({ change, yourColumn }, k) => { changed[width + k] = change === 'Section title' ? (title ?? null) : yourColumn; });
    return changed;
  });
  const altered = new Set(rows.filter(({ change }) => isAltering(change)).map(({ header: name }) => name));
  const found = new Set([...columns.map(({ row }) => row), ...extra].map(({ header: name }) => name));
  const missing = new Set(rows.filter((row) => row.change !== 'Left aside' && !found.has(row.header)).map(({ header: name }) => name));
  return { region: { ...region, values: read }, adopted: { altered, width, passed, missing, closed: end < region.values.length || isTitled } };
}

/** The nearest title above the header: reports put the account there before the first lot. */
function titleAbove(banner: Region['values'], edges: { readonly from: number; readonly to: number }): string | undefined {
  const last = banner.map((cells) => loneCell(cells, edges)).filter((cell) => cell !== undefined && cell !== null).at(-1);
  return last === undefined || last === null ? undefined : titleName(last);
}

interface Header {
  readonly columns: readonly { readonly at: number; readonly row: MapRow }[];
  readonly extra: readonly MapRow[];
  readonly rows: readonly MapRow[];
  readonly width: number;
  readonly fields: Fields;
  readonly beside: ReadonlySet<number>;
}

/** The header in the contract's words. What the map names, and what it leaves aside, no other column can be. */
function headerCells(cells: readonly Cell[], { columns, extra, rows, width, fields, beside }: Header): Cell[] {
  const taken = new Set([...columns.map(({ row }) => row), ...extra].map(({ header }) => header));
  const aside = new Set(rows.filter(({ change }) => change === 'Left aside').map(({ yourColumn }) => looseHeader(yourColumn)));
  const own = new Map(columns.map(({ at, row }) => [at, row.header]));
  const header = Array.from({ length: width }, (_blank, at): Cell => {
    const mapped = own.get(at);
    if (mapped !== undefined) return mapped;
    if (beside.has(at)) return null;
    const text = headerText(cells[at]);
    const [property] = text === '' ? [] : matchHeaders([text], fields).columns.keys();
    return aside.has(looseHeader(text)) || (property !== undefined && taken.has(fields[property].header)) ? null : (cells[at] ?? null);
  });
  return [...header, ...extra.map(({ header: name }) => name)];
}
