import { readAmount } from '../../shared/imports/table/values';
import type { ImportRow } from '../../shared/imports/format';
import { columnsOf, facts, type Fact } from './columns';
import { saved, type Mutation } from './mutation';
import { ofCells, spoiled, takenRow } from './tables';
import { delimited, type Source } from './texts';

const isFigure = (cell: string): boolean => /\d/.test(cell) && Number.isFinite(readAmount(cell) ?? Number.NaN);
const isHeld = ({ kind }: ImportRow): boolean => kind === 'position' || kind === 'lot';
/** Rows that the reading took, as indices, and what was read of each. */
const takenRows = ({ truth }: Source): Map<number, ImportRow> => new Map(truth.rows.filter(({ kind }) => kind !== 'skip').map((row) => [row.line - 1, row]));

/** The same file with each figure of a taken row spelled otherwise. */
const respelled = (respell: (figure: string) => string): Mutation => ofCells((cells, _chance, source) => {
  const taken = takenRows(source);
  const isRead = (row: ImportRow | undefined, cell: string): boolean => row !== undefined && isFigure(cell) && facts.some((fact) => Math.abs(row[fact] ?? Number.NaN) === Math.abs(readAmount(cell) ?? Number.NaN));
  return saved(delimited(cells.map((row, k) => row.map((cell) => (isRead(taken.get(k), cell) ? respell(cell) : cell)))), { isWhole: true });
});

const inGroups = (figure: string, separator: string): string => figure.replace(/,/g, '').replace(/(?<![\d.])\d{4,}(?=\.|\D|$)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, separator));
const withoutMinus = (figure: string): string => figure.replace(/^(\$?)-(\$?)/, '$1$2').replace(/^\((.*)\)$/, '$1');
const isNegative = (figure: string): boolean => (readAmount(figure) ?? 0) < 0;

const swapped = (row: readonly string[], a: number, b: number): string[] => row.map((cell, k) => (k === a ? (row[b] ?? '') : k === b ? row[a] : cell));

/** Facts that cannot change places without a contradiction, and those that show it. */
const telling: readonly (readonly [a: Fact, b: Fact, ...others: Fact[]])[] = [
  ['price', 'marketValue', 'quantity'], ['quantity', 'marketValue', 'price'], ['proceeds', 'costBasis', 'gain'], ['proceeds', 'gain', 'costBasis'],
];

/** Accidents that happen to files between the custodian and us. */
export const accidents: Readonly<Record<string, Mutation>> = {
  'a digit doubled': spoiled((cell, chance) => {
    const at = chance.pick([...cell.matchAll(/\d/g)].map(({ index }) => index));
    return `${cell.slice(0, at + 1)}${cell.slice(at)}`;
  }),
  'two columns under each other’s headers': ofCells((cells, chance, source) => {
    const rows = source.truth.rows.filter(({ kind }) => kind !== 'skip' && kind !== 'total' && kind !== 'cash');
    const columns = columnsOf(source, rows);
    const possible = telling.filter((named) => named.every((fact) => columns[fact] !== undefined) && new Set(named.map((fact) => columns[fact])).size === named.length);
    if (possible.length === 0 || source.format === 'generic-table') return undefined;
    const [a, b, other] = chance.pick(possible);
    const [left, right] = [columns[a] ?? 0, columns[b] ?? 0];
    const differing = rows.filter((row) => row.assetType === null && row[a] && row[b] && row[other] && Math.abs(Math.abs(row[a] / row[b]) - 1) > 0.2);
    if (differing.length < 2) return undefined;
    const taken = takenRows(source);
    return saved(delimited(cells.map((row, k) => (taken.has(k) ? swapped(row, left, right) : row))), { told: 0, isUntraced: true });
  }),
  'a row moved by one cell': ofCells((cells, chance, source) => {
    const row = takenRow(source, chance);
    if (row === undefined || cells[row].length < 3) return undefined;
    const at = chance.whole(cells[row].length - 1);
    const isRight = chance.real() < 0.5;
    cells[row] = isRight ? [...cells[row].slice(0, at), '', ...cells[row].slice(at, -1)] : [...cells[row].slice(0, at), ...cells[row].slice(at + 1), ''];
    const columns = columnsOf(source, source.truth.rows.filter(isHeld));
    const read = source.truth.rows.find(({ line }) => line === row + 1);
    const isStated = read !== undefined && source.format !== 'generic-table' && isHeld(read) && read.assetType === null && (['quantity', 'price', 'marketValue'] as const).every((fact) => read[fact] && columns[fact] !== undefined && columns[fact] >= at && isFigure(cells[row][columns[fact]] ?? ''));
    return saved(delimited(cells), { rewritten: row + 1, told: isStated ? row + 1 : undefined });
  }),
  'decimal commas': ofCells((cells, _chance, source) => {
    const taken = takenRows(source);
    const turn = (figure: string) => figure.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
    return saved(delimited(cells.map((row, k) => (taken.has(k) ? row.map((cell) => (isFigure(cell) ? turn(cell) : cell)) : row)), { delimiter: ';' }), {});
  }),
  'separators of thousands lost': respelled((figure) => figure.replace(/,/g, '')),
  'separators of thousands everywhere': respelled((figure) => inGroups(figure, ',')),
  'blanks between thousands': respelled((figure) => inGroups(figure, '\u00a0')),
  'minus in parentheses': respelled((figure) => (isNegative(figure) ? `(${withoutMinus(figure)})` : figure)),
  'minus at the end': respelled((figure) => (isNegative(figure) ? `${withoutMinus(figure)}-` : figure)),
  'minus of a typesetter': respelled((figure) => (isNegative(figure) ? `−${withoutMinus(figure)}` : figure)),
  'signs lost in a column': ofCells((cells, chance, source) => {
    const rows = source.truth.rows.filter(({ kind }) => kind !== 'skip');
    const columns = columnsOf(source, rows.filter((row) => isHeld(row) || row.kind === 'transaction'));
    const fact = chance.pick(['quantity', 'marketValue', 'amount'] as const);
    const column = columns[fact];
    if (column === undefined || source.format === 'generic-table') return undefined;
    const isShort = rows.some((row) => isHeld(row) && (row.quantity ?? 0) < 0 && (row.marketValue ?? 0) < 0 && isNegative(cells[row.line - 1][column]));
    const isLong = rows.some((row) => isHeld(row) && (row.quantity ?? 0) > 0 && (row.marketValue ?? 0) > 0);
    const isPaid = rows.some((row) => row.action === 'Buy' && (row.amount ?? 0) < 0 && isNegative(cells[row.line - 1][column]));
    if (fact === 'amount' ? !isPaid : !(isShort && isLong && columns.quantity !== undefined && columns.marketValue !== undefined)) return undefined;
    const taken = takenRows(source);
    return saved(delimited(cells.map((row, k) => (taken.has(k) && row.length > column ? row.with(column, withoutMinus(row[column])) : row))), { told: 0, isUntraced: true });
  }),
  'the header printed again': ofCells((cells, chance, source) => {
    const lines = [...takenRows(source).keys()].sort((a, b) => a - b);
    const header = cells.slice(0, lines[0]).findLastIndex((row) => row.filter((cell) => /[a-z]{2}/i.test(cell)).length > 3);
    if (header < 0) return undefined;
    const at = chance.pick(lines);
    return saved(delimited(cells.toSpliced(at, 0, cells[header])), { lineBefore: (line) => (line > at + 1 ? line - 1 : line), isWhole: true });
  }),
  'joined to the file of another account': ({ text, truth, cells }) => {
    const accounts = [...new Set(truth.rows.map(({ account }) => account))].filter((account) => account !== null);
    if (!cells || accounts.length === 0 || accounts.some((account) => !/\d{3}$/.test(account))) return undefined;
    const other = accounts.reduce((changed, account) => changed.replaceAll(account, account.replace(/\d/g, (digit) => String((Number(digit) + 5) % 10))), text);
    const whole = text.endsWith('\n') ? text : `${text}\n`;
    const length = cells.length - (text.endsWith('\n') ? 1 : 0);
    return saved(whole + other, { lineBefore: (line) => (line > length ? line - length : line), isWhole: true });
  },
  'days with the day first': ofCells((cells, _chance, source) => {
    const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
    const read = source.truth.rows.filter(({ kind }) => kind !== 'skip').filter(({ acquired, closed, date }) => [acquired, closed, date].some((one) => one !== null));
    const isTurned = read.some(({ line, acquired, closed, date }) => cells[line - 1].some((cell) => {
      const match = day.exec(cell.trim());
      return match && Number(match[2]) > 12 && [acquired, closed, date].includes(`${match[3]}-${match[1].padStart(2, '0')}-${match[2].padStart(2, '0')}`);
    }));
    if (!isTurned) return undefined;
    return saved(delimited(cells.map((row) => row.map((cell) => cell.trim().replace(day, '$2/$1/$3')))), {});
  }),
  'parts in another order': ({ text, cells }, chance) => {
    const parts = text.split(/\n(?:[,;]*\r?\n)+/);
    return cells && parts.length > 2 ? saved(chance.shuffled(parts).join('\n\n'), { isAnyLine: true }) : undefined;
  },
};
