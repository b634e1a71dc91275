import type { Problem } from '../../problem';

/**
 * How the columns of a problem hang together, worked out once per set of entries. Columns are grouped in blocks: those of
 * one form, or one column alone. Rows with entries in a single block are local, one a block at most, and are
 * eliminated with it; the others are global and meet in one dense matrix.
 */
export interface Structure {
  readonly blocks: number;
  /** Block b holds columns `blockColumns[blockStarts[b]]` to `blockColumns[blockStarts[b + 1] − 1]`; forms come first. */
  readonly blockStarts: Int32Array;
  readonly blockColumns: Int32Array;
  /** Rows that bound or cost something, global ones first: their index in the problem. */
  readonly rows: Int32Array;
  readonly globals: number;
  /** Global rows that block b touches: `touched[touchStarts[b]]` on, ascending, those on the form alone first. */
  readonly touchStarts: Int32Array;
  readonly touched: Int32Array;
  /** Factor of the block's form in each. */
  readonly touchForm: Float64Array;
  /** By block, how many rows touch it by its form alone. */
  readonly formOnly: Int32Array;
  /** By column, its own entries: position among the block's touched rows after the form-only ones, and factor. */
  readonly directStarts: Int32Array;
  readonly directSpots: Int32Array;
  readonly directValues: Float64Array;
  /** By block, the index of its local row among `rows`, −1 for none; the form's factor there, and by column its own. */
  readonly localRow: Int32Array;
  readonly localForm: Float64Array;
  readonly localValues: Float64Array;
  /** Most rows that one block touches. */
  readonly widest: number;
}

const known = new WeakMap<Int32Array, Structure>();

/** The structure of a problem; problems that differ in bounds, costs and centers only share it. */
export function structureOf(problem: Problem): Structure {
  const found = known.get(problem.indices);
  if (found) return found;
  const made = analyze(problem);
  known.set(problem.indices, made);
  return made;
}

/** A row that bounds nothing and costs nothing plays no part. */
export const isIdle = ({ rowLower, rowUpper, rowCurvature }: Problem, r: number): boolean =>
  rowCurvature[r] === 0 && rowLower[r] === -Infinity && rowUpper[r] === Infinity;

function analyze(problem: Problem): Structure {
  const blockOf = blocksOf(problem);
  const { local, globals } = splitRows(problem, blockOf.of, blockOf.blocks);
  const localOf = new Int32Array(blockOf.blocks).fill(-1);
  const locals = [...local].map(([block, row], k) => {
    localOf[block] = globals.length + k;
    return row;
  });
  return {
    blocks: blockOf.blocks, ...listBlocks(blockOf.of, blockOf.blocks),
    rows: Int32Array.from([...globals, ...locals]), globals: globals.length,
    ...touches(problem, blockOf.of, blockOf.blocks, globals),
    localRow: localOf, ...localEntries(problem, local),
  };
}

function blocksOf({ cost, formOf, formCurvature }: Problem): { of: Int32Array; blocks: number } {
  let blocks = formCurvature.length;
  return { of: Int32Array.from(cost, (_, j) => (formOf[j] >= 0 ? formOf[j] : blocks++)), blocks };
}

function listBlocks(of: Int32Array, blocks: number): Pick<Structure, 'blockStarts' | 'blockColumns'> {
  const blockStarts = new Int32Array(blocks + 1);
  for (const block of of) blockStarts[block + 1] += 1;
  for (let b = 0; b < blocks; b += 1) blockStarts[b + 1] += blockStarts[b];
  const next = blockStarts.slice();
  const blockColumns = new Int32Array(of.length);
  of.forEach((block, j) => { blockColumns[next[block]++] = j; });
  return { blockStarts, blockColumns };
}

/** The first row of each block that touches nothing else is local; rows on forms alone come first among the globals. */
function splitRows(problem: Problem, of: Int32Array, blocks: number): { local: Map<number, number>; globals: number[] } {
  const columns = problem.cost.length;
  const local = new Map<number, number>();
  const onForms: number[] = [];
  const onColumns: number[] = [];
  for (let r = 0; r < problem.rowLower.length; r += 1) {
    const entries = problem.indices.subarray(problem.starts[r], problem.starts[r + 1]);
    if (entries.length === 0) continue;
    const block = entries[0] < columns ? of[entries[0]] : entries[0] - columns;
    const isLocal = blocks > 1 && entries.every((k) => (k < columns ? of[k] : k - columns) === block);
    if (isLocal && !local.has(block)) local.set(block, r);
    else if (entries.every((k) => k >= columns)) onForms.push(r);
    else onColumns.push(r);
  }
  return { local, globals: [...onForms, ...onColumns] };
}

/** Which global rows touch which block, those on forms alone first, and the columns' own entries. */
function touches(
  problem: Problem, of: Int32Array, blocks: number, globals: readonly number[],
): Pick<Structure, 'touchStarts' | 'touched' | 'touchForm' | 'formOnly' | 'directStarts' | 'directSpots' | 'directValues' | 'widest'> {
  const { starts, indices, values, cost: { length: columns } } = problem;
  const found = findTouches(problem, of, blocks, globals);
  const formOnly = new Int32Array(blocks);
  const touchStarts = new Int32Array(blocks + 1);
  for (let t = 0; t < found.count; t += 1) {
    touchStarts[found.block[t] + 1] += 1;
    if (found.direct[t] === 0) formOnly[found.block[t]] += 1;
  }
  for (let b = 0; b < blocks; b += 1) touchStarts[b + 1] += touchStarts[b];
  const nextForm = touchStarts.slice(0, blocks);
  const nextMixed = nextForm.map((start, b) => start + formOnly[b]);
  const touched = new Int32Array(found.count);
  const touchForm = new Float64Array(found.count);
  const spots = new Int32Array(found.count);
  for (let t = 0; t < found.count; t += 1) {
    const b = found.block[t];
    const place = found.direct[t] === 0 ? nextForm[b]++ : nextMixed[b]++;
    touched[place] = found.row[t];
    touchForm[place] = found.form[t];
    spots[t] = place - touchStarts[b] - formOnly[b];
  }
  const directStarts = new Int32Array(columns + 1);
  for (const r of globals) for (let e = starts[r]; e < starts[r + 1]; e += 1) if (indices[e] < columns) directStarts[indices[e] + 1] += 1;
  for (let j = 0; j < columns; j += 1) directStarts[j + 1] += directStarts[j];
  const next = directStarts.slice();
  const directSpots = new Int32Array(directStarts[columns]);
  const directValues = new Float64Array(directStarts[columns]);
  for (const r of globals) {
    for (let e = starts[r]; e < starts[r + 1]; e += 1) {
      if (indices[e] >= columns) continue;
      const place = next[indices[e]]++;
      directSpots[place] = spots[found.ofEntry[e]];
      directValues[place] = values[e];
    }
  }
  let widest = 0;
  for (let b = 0; b < blocks; b += 1) widest = Math.max(widest, touchStarts[b + 1] - touchStarts[b]);
  return { touchStarts, touched, touchForm, formOnly, directStarts, directSpots, directValues, widest };
}

/** Pairs of a global row and a block it has entries in, by row: the form's factor, and whether columns have entries of their own. */
interface Touches {
  readonly count: number;
  readonly row: Int32Array;
  readonly block: Int32Array;
  readonly form: Float64Array;
  readonly direct: Uint8Array;
  /** By entry of the problem, its pair. */
  readonly ofEntry: Int32Array;
}

function findTouches({ starts, indices, values, cost: { length: columns } }: Problem, of: Int32Array, blocks: number, globals: readonly number[]): Touches {
  const most = indices.length;
  const found = {
    row: new Int32Array(most), block: new Int32Array(most), form: new Float64Array(most), direct: new Uint8Array(most), ofEntry: new Int32Array(most),
  };
  const last = new Int32Array(blocks).fill(-1);
  let count = 0;
  globals.forEach((r, row) => {
    const first = count;
    for (let e = starts[r]; e < starts[r + 1]; e += 1) {
      const k = indices[e];
      const block = k < columns ? of[k] : k - columns;
      if (last[block] < first) {
        last[block] = count;
        found.row[count] = row;
        found.block[count] = block;
        count += 1;
      }
      const pair = last[block];
      found.ofEntry[e] = pair;
      if (k >= columns) found.form[pair] += values[e];
      else found.direct[pair] = 1;
    }
  });
  return { count, ...found };
}

function localEntries(problem: Problem, local: ReadonlyMap<number, number>): Pick<Structure, 'localForm' | 'localValues'> {
  const columns = problem.cost.length;
  const localForm = new Float64Array(columns + problem.formCurvature.length);
  const localValues = new Float64Array(columns);
  for (const [block, r] of local) {
    for (let e = problem.starts[r]; e < problem.starts[r + 1]; e += 1) {
      const k = problem.indices[e];
      if (k < columns) localValues[k] += problem.values[e];
      else localForm[block] += problem.values[e];
    }
  }
  return { localForm, localValues };
}
