import { definitionOf, type TableName } from '../../contract';
import { looseHeader, matchHeaders } from '../../contract/match';
import { nearest } from '../../contract/nearest';
import { headerWords } from '../../imports/generic/header-words';
import { fieldsOf } from '../map-rows';
import { foreignWords } from './foreign-words';

/** How well a header says a column of a table, 0 to 1. */
export type HeaderScores = ReadonlyMap<string, number>;

interface Name {
  readonly property: string;
  readonly words: readonly string[];
  readonly weight: number;
}

/** A word of the contract counts in full, one of the user's own language less: it needs the cells to agree. */
const [ownWord, foreignWord] = [0.95, 0.72];

/** The names of a table's columns by each of their words. */
type Names = ReadonlyMap<string, readonly Name[]>;

const namesByTable = new Map<TableName, Names>();

function namesOf(table: TableName): Names {
  const known = namesByTable.get(table);
  if (known) return known;
  const foreign = foreignWords[table]?.columns ?? {};
  const names = new Map<string, Name[]>();
  for (const [property, { header, aliases }] of Object.entries(definitionOf(table).columns)) {
    const all = [...[header, ...aliases].map((name) => [name, ownWord] as const), ...(foreign[property] ?? []).map((name) => [name, foreignWord] as const)];
    for (const [name, weight] of all) {
      const words = headerWords(name);
      for (const word of new Set(words)) names.set(word, [...(names.get(word) ?? []), { property, words, weight }]);
    }
  }
  namesByTable.set(table, names);
  return names;
}

const scored = new Map<string, HeaderScores>();
const mostScored = 50_000;

/** What a header can mean in a table, by its words. */
export function scoreHeader(table: TableName, header: string): HeaderScores {
  const key = `${table}|${header}`;
  const known = scored.get(key);
  if (known) return known;
  const scores = score(table, header);
  if (scored.size < mostScored) scored.set(key, scores);
  return scores;
}

function score(table: TableName, header: string): HeaderScores {
  const [exact] = matchHeaders([header], fieldsOf(table)).columns.keys();
  const best = new Map<string, number>(exact === undefined ? [] : [[exact, 0.98]]);
  const words = headerWords(header);
  if (words.length === 0 || words.length > 8) return best;
  const names = namesOf(table);
  for (const { property, words: name, weight } of new Set(words.flatMap((word) => names.get(word) ?? []))) {
    const value = weight * likeness(words, name);
    if (value >= 0.2) best.set(property, Math.max(best.get(property) ?? 0, value));
  }
  return best;
}

/** The column whose name a header misspells by a letter or two; undefined for short words, which are near too many. */
export function misspelled(table: TableName, header: string): string | undefined {
  const typed = looseHeader(header);
  if (typed.length <= 4) return undefined;
  return Object.entries(definitionOf(table).columns).find(([, { header: own, aliases }]) => nearest(typed, [own, ...aliases].map(looseHeader)) !== undefined)?.[0];
}

/** Words in common: all of them, all of the name within the header, all of the header within the name, or some. */
function likeness(header: readonly string[], name: readonly string[]): number {
  const has = new Set(header);
  const common = new Set(name.filter((word) => has.has(word))).size;
  const [mine, theirs] = [has.size, new Set(name).size];
  if (common === 0) return 0;
  if (common === mine && common === theirs) return 1;
  if (common === theirs) return 0.5 + 0.4 * (theirs / mine);
  if (common === mine) return 0.4 + 0.35 * (mine / theirs);
  return 0.4 * (common / (mine + theirs - common));
}

/** How well the name of a sheet or an Excel table says a table of the contract, 0 to 1. */
export function scoreTableName(table: TableName, names: readonly (string | undefined)[]): number {
  const { sheet, aliases } = definitionOf(table);
  const known = [...[sheet, ...aliases].map((name) => ({ name, weight: 1 })), ...(foreignWords[table]?.sheet ?? []).map((name) => ({ name, weight: 0.9 }))];
  const words = names.flatMap((name) => (name === undefined ? [] : [headerWords(name.replace(/^(tbl|table)[_ ]?/i, ''))]));
  return Math.max(0, ...words.flatMap((one) => known.map(({ name, weight }) => weight * (one.length === 0 ? 0 : likeness(one, headerWords(name))))));
}
