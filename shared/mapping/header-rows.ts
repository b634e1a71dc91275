import { looseHeader } from '../contract/match';
import type { Cell, Region } from '../workbook/port';

/** Text of a header cell; a number or a blank cell has none. */
export const headerText = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '');

/** A merged cell stands over several columns, but only its first holds the text. */
export function spread(row: readonly Cell[]): string[] {
  let last = '';
  return row.map((cell) => (last = headerText(cell) || last));
}

/**
 * What the columns may be called when `index` is the last row of the header: by the cell itself, by what stands above it too,
 * and by a merged cell above it. Where the cell is blank, the one above may be merged down.
 */
export function headerNames(values: Region['values'], index: number, height: 1 | 2): string[][] {
  const own = values[index].map(headerText);
  const above = height === 2 && index > 0 ? values[index - 1] : undefined;
  if (!above) return own.map((text) => (text === '' ? [] : [text]));
  const wide = spread(above);
  return own.map((text, at) => {
    const plain = headerText(above[at]);
    if (text === '') return plain === '' ? [] : [plain];
    return [...new Set([text, `${plain} ${text}`.trim(), `${wide[at]} ${text}`.trim()])];
  });
}

/** A header found: its last row, and the column of each wanted name. */
export interface FoundHeader {
  readonly index: number;
  readonly height: 1 | 2;
  /** By loose name. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The first header that has all of the wanted names, else the one that has most; two rows only where they say more than one. */
export function findHeaderOf(values: Region['values'], wanted: ReadonlySet<string>, onlyFirst: boolean): FoundHeader | undefined {
  let best: FoundHeader | undefined;
  const heights = onlyFirst ? [1] as const : [1, 2] as const;
  for (const height of heights) {
    const end = onlyFirst ? 1 : values.length;
    for (let index = height - 1; index < Math.min(end, values.length); index += 1) {
      if (!values[index].some((cell) => typeof cell === 'string')) continue;
      const columns = columnsOf(headerNames(values, index, height), wanted);
      if (columns.size > (best?.columns.size ?? 0)) best = { index, height, columns };
      if (columns.size === wanted.size) return best;
    }
  }
  return best;
}

/** The columns that bear wanted names. Of two with one name, the one nearest to the others: tables may stand side by side. */
function columnsOf(names: readonly (readonly string[])[], wanted: ReadonlySet<string>): Map<string, number> {
  const places = new Map<string, number[]>();
  names.forEach((variants, at) => {
    const name = variants.map(looseHeader).find((one) => wanted.has(one));
    if (name !== undefined) places.set(name, [...(places.get(name) ?? []), at]);
  });
  const sure = [...places.values()].filter(({ length }) => length === 1).flat();
  const middle = sure.length > 0 ? sure.reduce((sum, at) => sum + at, 0) / sure.length : 0;
  return new Map([...places].map(([name, columns]) => [name, columns.reduce((best, at) => (Math.abs(at - middle) < Math.abs(best - middle) ? at : best))]));
}
