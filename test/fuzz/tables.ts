import { readAmount } from '../../shared/imports/table/values';
import type { Chance } from './chance';
import type { Expectation } from './judge';
import { saved, type Mutation } from './mutation';
import { delimited, type Source } from './texts';

type Grid = string[][];

/** A mutation of the cells of a delimited file. */
export const ofCells = (change: (cells: Grid, chance: Chance, source: Source) => ReturnType<Mutation>): Mutation =>
  (source, chance) => (source.cells ? change(source.cells.map((row) => [...row]), chance, source) : undefined);

/** A cell with a figure in a row that the reading took, as indices. */
export function figureCell({ cells = [], truth }: Source, chance: Chance): { row: number; column: number } | undefined {
  const lines = truth.rows.filter(({ kind }) => kind !== 'skip').map(({ line }) => line);
  const places = lines.flatMap((line) => cells[line - 1]?.map((cell, column) => ({ row: line - 1, column, cell })) ?? []).filter(({ cell }) => /\d/.test(cell) && Number.isFinite(readAmount(cell) ?? NaN));
  return places.length === 0 ? undefined : chance.pick(places);
}

export const spoiled = (change: (cell: string, chance: Chance) => string, more: Expectation = {}): Mutation => ofCells((cells, chance, source) => {
  const place = figureCell(source, chance);
  if (!place) return undefined;
  const was = readAmount(cells[place.row][place.column]) ?? Number.NaN;
  const cell = change(cells[place.row][place.column], chance);
  cells[place.row][place.column] = cell;
  return saved(delimited(cells), { rewritten: place.row + 1, says: source.format === 'generic-table' ? undefined : (readAmount(cell) ?? Number.NaN), slip: { line: place.row + 1, was, says: readAmount(cell) ?? Number.NaN }, ...more });
});

/** A row that the reading took, as index. */
export const takenRow = ({ truth }: Source, chance: Chance): number | undefined => {
  const taken = truth.rows.filter(({ kind }) => kind !== 'skip' && kind !== 'total');
  return taken.length === 0 ? undefined : chance.pick(taken).line - 1;
};

/** Nothing shows that cells of a row have shifted when it has become as long as a line near it. */
const asLongAsOthers = (cells: Grid, row: number): Expectation =>
  cells.some(({ length }, k) => k !== row && Math.abs(k - row) <= 8 && length === cells[row].length) ? { rewritten: row + 1 } : {};

const odd = ['NaN', 'Infinity', '-Infinity', '1e400', '-1e400', '1e308', '9'.repeat(400), '-0', '0x10', '١٢٣', '1.234,56', '12 34', '12\n34', '1,2,3', '--5', '5-5', '#REF!', '#####', '=1+1', '+', '1/0', '½', '1,23', 'TRUE'];
const days = ['02/30/2026', '13/45/2026', '00/00/0000', '0000-00-00', '99/99/9999', '1/1/10000', '2026-02-29', '12/31/1899', '1/1/1', '45000', '2026-1-', '31/12/2026', 'Feb 30, 2026'];

export const tableMutations: Readonly<Record<string, Mutation>> = {
  'a digit changed': spoiled((cell, chance) => {
    const at = chance.pick([...cell.matchAll(/\d/g)].map(({ index }) => index));
    return `${cell.slice(0, at)}${chance.whole(10)}${cell.slice(at + 1)}`;
  }),
  'a figure that is none': spoiled((_cell, chance) => chance.pick(odd)),
  'a figure lost': spoiled(() => ''),
  'a sign changed': spoiled((cell) => (cell.includes('-') ? cell.replace('-', '') : `-${cell}`), { isNarrower: true }), // What signs mean is told from all of them.
  'a day that is none': spoiled((_cell, chance) => chance.pick(days)),
  'formula-like text': ofCells((cells, chance, source) => {
    const row = takenRow(source, chance);
    if (row === undefined) return undefined;
    const column = chance.whole(cells[row].length);
    if (source.truth.rows.some(({ account }) => account !== null && account === cells[row][column])) return undefined; // Another account is another file.
    cells[row][column] = chance.pick(['=', '+', '-', '@', '\t=', "'="]) + chance.pick(["cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', 'SUM(A1:A9)', '1+1']);
    return saved(delimited(cells), { rewritten: row + 1 });
  }),
  'quotes and line ends within a cell': ofCells((cells, chance, source) => {
    const row = takenRow(source, chance);
    if (row === undefined) return undefined;
    const descriptions = new Set(source.truth.rows.map(({ description }) => description));
    const column = cells[row].findIndex((cell) => /[a-z]{3}/i.test(cell) && descriptions.has(cell.trim()));
    if (column < 0) return undefined;
    cells[row][column] += chance.pick(['\n', ' "x" ', ', ', '\r\n\r\n', '\t', ';;;;', ' "']);
    return saved(delimited(cells, { quotes: true }), { rewritten: row + 1 });
  }),
  'a quote that nobody closes': ofCells((cells, chance) => {
    const row = chance.whole(cells.length);
    const text = cells.map((line) => delimited([line]));
    text[row] = `"${text[row]}`;
    return saved(text.join('\n'), { isAnyLine: true });
  }),
  'a cell too many in one row': ofCells((cells, chance, source) => {
    const row = takenRow(source, chance);
    if (row === undefined) return undefined;
    cells[row].splice(chance.whole(cells[row].length), 0, chance.pick(['', '5', 'x']));
    return saved(delimited(cells), asLongAsOthers(cells, row));
  }),
  'a cell too few in one row': ofCells((cells, chance, source) => {
    const row = takenRow(source, chance);
    if (row === undefined || cells[row].length < 2) return undefined;
    cells[row].splice(chance.whole(cells[row].length), 1);
    return saved(delimited(cells), asLongAsOthers(cells, row));
  }),
  'a number with a comma that is not quoted': ofCells((cells, chance, source) => {
    const place = figureCell(source, chance);
    if (!place) return undefined;
    const cell = cells[place.row][place.column].replace(/,/g, '');
    const comma = /^(\D*\d)(\d{3}(?:\D|$).*)$/.exec(cell);
    if (!comma) return undefined;
    cells[place.row].splice(place.column, 1, comma[1], comma[2]);
    return saved(delimited(cells), asLongAsOthers(cells, place.row));
  }),
  'a column inserted': ofCells((cells, chance) => {
    const at = chance.whole(8);
    const text = chance.pick(['', 'x', '7']);
    return saved(delimited(cells.map((row) => (row.length > at ? row.toSpliced(at, 0, text) : row))), {});
  }),
  'a column removed': ofCells((cells, chance) => {
    const width = Math.max(...cells.map(({ length }) => length));
    const at = chance.whole(width);
    return saved(delimited(cells.map((row) => (row.length > 1 ? row.filter((_cell, column) => column !== at) : row))), { isNarrower: true });
  }),
  'a column twice': ofCells((cells, chance) => {
    const width = Math.max(...cells.map(({ length }) => length));
    const at = chance.whole(width);
    return saved(delimited(cells.map((row) => (row.length > at && row.length > 1 ? row.toSpliced(at, 0, row[at]) : row))), {});
  }),
  'columns emptied': ofCells((cells, chance, source) => {
    const place = figureCell(source, chance);
    if (!place) return undefined;
    const taken = new Set(source.truth.rows.map(({ line }) => line - 1));
    return saved(delimited(cells.map((row, k) => (taken.has(k) ? row.map((cell, column) => (column === place.column ? '' : cell)) : row))), { isNarrower: true });
  }),
  'a row removed': ofCells((cells, chance, source) => {
    const row = takenRow(source, chance);
    if (row === undefined) return undefined;
    const text = delimited(cells.filter((_row, k) => k !== row));
    return saved(text, { lineBefore: (line) => (line > row ? line + 1 : line), lost: [row + 1] });
  }),
  'a row twice': ofCells((cells, chance, source) => {
    const row = takenRow(source, chance);
    if (row === undefined) return undefined;
    const isHeld = source.truth.rows.some(({ line, kind, quantity, symbol }) => line === row + 1 && kind === 'position' && quantity && symbol !== null);
    return saved(delimited(cells.toSpliced(row, 0, cells[row])), { lineBefore: (line) => (line > row + 1 ? line - 1 : line), told: isHeld ? row + 2 : undefined });
  }),
  'another delimiter': ofCells((cells, chance) => saved(delimited(cells, { delimiter: chance.pick(['\t', ';', '|', ':']) }), {})),
  'quoted everywhere, padded': ofCells((cells, chance) => {
    const width = Math.max(...cells.map(({ length }) => length)) + chance.whole(300);
    return saved(delimited(cells.map((row) => [...row, ...Array<string>(width - row.length).fill('')]), { quotes: true, newline: '\r\n' }), { isWhole: true });
  }),
  'a header spelled wrong': ofCells((cells, chance) => {
    const header = cells.findIndex((row) => row.filter((cell) => /[a-z]{2}/i.test(cell)).length > 3);
    if (header < 0) return undefined;
    const at = chance.whole(cells[header].length);
    cells[header][at] = chance.pick(['', '???', cells[header][at].toUpperCase(), ` ${cells[header][at]} `]);
    return saved(delimited(cells), { isNarrower: true });
  }),
};
