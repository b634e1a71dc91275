import { readTables } from '../../shared/contract/parse';
import { readInput } from '../../shared/mapping/read-input';
import { openExport } from '../../shared/imports/open';
import { readExport, type Reading } from '../../shared/imports';
import { NotAWorkbookError, openXlsx } from '../../server/xlsx';
import { zipOf } from '../../shared/xlsx/test-books';
import { archiveMutations, partMutations, partsOf } from './archives';
import { attacks } from './attacks';
import { bookSeeds } from './books';
import { bytesDamaged } from './bytes';
import { Chance } from './chance';
import { encodings } from './encodings';
import { untold } from './contradictions';
import { impossibleFigure, silentError } from './judge';
import type { Mutated, Mutation } from './mutation';
import { accidents } from './accidents';
import { tableMutations } from './tables';
import { sources, type Source } from './texts';

/** A case that was run: what was done to what, and what is wrong with the reading. */
export interface Outcome {
  readonly what: string;
  readonly fault?: string;
  /** The file as it was mutated, for a look at it. */
  readonly bytes?: Uint8Array;
}

export type Run = (chance: Chance) => Promise<Outcome>;

/** Everything that can be dropped on us, by where it comes from. */
export const families = {
  exports: runExport,
  workbooks: runWorkbook,
  books: runBook,
  attacks: runAttack,
} as const satisfies Readonly<Record<string, Run>>;

export type Family = keyof typeof families;

/** The case of a number: the same on every machine. */
export const chanceOf = (seed: number, number: number): Chance => new Chance(seed * 1_000_003 + number);

const textMutations: readonly (readonly [string, Mutation])[] = Object.entries({ ...tableMutations, ...accidents, ...encodings, ...bytesDamaged });

async function runExport(chance: Chance): Promise<Outcome> {
  for (;;) {
    const source = chance.pick(sources);
    const [name, mutate] = chance.pick(textMutations);
    const mutated = mutate(source, chance);
    if (mutated) return judged(`${name}: ${source.format} ${source.name}`, source, mutated);
  }
}

async function judged(what: string, source: Source, mutated: Mutated): Promise<Outcome> {
  const reading = await readAll(mutated, mutated.name ?? source.name);
  const { expectation } = mutated;
  return { what, fault: impossibleFigure(reading) ?? (expectation && (silentError(source.truth, reading, expectation) ?? untold(source, reading, expectation))), bytes: mutated.bytes };
}

/** Opens and reads as the pane and the terminal do. */
export async function readAll({ bytes }: Mutated, name: string | undefined): Promise<Reading> {
  const { files, issues } = await openExport(bytes, name);
  const readings = files.map(readExport);
  return {
    format: readings[0]?.format,
    confidence: readings[0]?.confidence ?? 0,
    asOf: readings[0]?.asOf,
    rows: readings.flatMap(({ rows }) => rows),
    issues: [...issues, ...readings.flatMap((reading) => reading.issues)],
  };
}

const tables = sources.filter(({ cells }) => cells !== undefined);
const mutationsOfParts = Object.entries(partMutations);
const mutationsOfArchives = Object.entries(archiveMutations);

/** An export that a spreadsheet saved as a workbook, with a part or the archive damaged. */
async function runWorkbook(chance: Chance): Promise<Outcome> {
  const source = chance.pick(tables);
  const parts = partsOf(source.cells ?? []);
  const whole = await readAll({ bytes: await zipOf(parts) }, 'book.xlsx');
  const ofArchive = chance.real() < 0.4;
  const [name, mutate] = ofArchive ? chance.pick(mutationsOfArchives) : chance.pick(mutationsOfParts);
  const expected = ofArchive ? 'same or refused' : (mutate as (typeof partMutations)[string])(parts, chance);
  const packed = await zipOf(parts);
  const bytes = ofArchive ? await (mutate as (typeof archiveMutations)[string])(packed, chance) : packed;
  const reading = await readAll({ bytes }, 'book.xlsx');
  const isRefused = reading.rows.length === 0 && reading.issues.some(({ severity }) => severity === 'stop');
  const differs = expected && !isRefused && JSON.stringify(reading.rows) !== JSON.stringify(whole.rows);
  return { what: `${name}: ${source.format} ${source.name} as workbook`, fault: impossibleFigure(reading) ?? (differs ? 'the reading changed in silence' : undefined), bytes };
}

/** A book of ours, with its parts or its archive damaged: read, or refused as no workbook. */
async function runBook(chance: Chance): Promise<Outcome> {
  const seeds = await bookSeeds();
  const { name, parts } = chance.pick(seeds);
  const changed = { ...parts };
  const [what, mutate] = chance.pick([...mutationsOfParts, ...mutationsOfArchives]);
  const ofArchive = what in archiveMutations;
  if (!ofArchive) (mutate as (typeof partMutations)[string])(changed, chance);
  const packed = await zipOf(changed);
  const bytes = ofArchive ? await (mutate as (typeof archiveMutations)[string])(packed, chance) : packed;
  return { what: `${what}: book ${name}`, fault: await bookFault(bytes), bytes };
}

/** Reads a workbook as the commands do; only a NotAWorkbookError may be thrown. */
async function bookFault(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const { tables: read } = readTables(await readInput(await openXlsx(bytes)));
    const odd = (read.holdings ?? []).flatMap((row) => Object.entries(row)).find(([, value]) => typeof value === 'number' && !Number.isFinite(value));
    return odd && `${odd[0]} is ${odd[1]}`;
  } catch (error) {
    if (error instanceof NotAWorkbookError) return undefined;
    throw error;
  }
}

async function runAttack(chance: Chance): Promise<Outcome> {
  const [name, attack] = chance.pick(Object.entries(attacks));
  const mutated = await attack(chance);
  const fault = impossibleFigure(await readAll(mutated, mutated.name));
  return { what: `${name}: attack`, fault: fault ?? (mutated.name?.endsWith('.xlsx') ? await bookFault(mutated.bytes) : undefined), bytes: mutated.bytes };
}
