import type { Issue } from '../../issue';
import type { CellTable, CustodianFile, ImportRow } from '../format';
import { importIssue } from '../issues';
import { isBlankRow } from './cells';
import { readAmount } from './values';

/**
 * Rows of a delimited file whose values may stand below other headers than their own. Among rows of 8 cells, a row of 9 has a comma too
 * many, mostly one within a number or a name that is not quoted. A row as long as one near it is none of them: custodians leave out
 * blank cells at the end, in more rows than one.
 */
export function complainOfOddRows(file: CustodianFile, rows: readonly ImportRow[]): Issue[] {
  if (file.text === '') return [];
  return file.tables.flatMap((table) => [...oddRows(file, table, rows), ...swallowedRows(file, table)]);
}

function oddRows(file: CustodianFile, { cells }: CellTable, rows: readonly ImportRow[]): Issue[] {
  const taken = rows.filter(({ kind, line }) => kind !== 'total' && kind !== 'skip' && cells[line - 1] !== undefined);
  const lines = [...new Set(taken.map(({ line }) => line))].sort((a, b) => a - b);
  const odd = new Set(lines.filter((_line, k) => isOdd(cells, lines, k)));
  return taken.filter(({ line }) => odd.has(line)).map(({ line, symbol, account }) =>
    importIssue('I02', { file: file.name, line }, {
      rowKey: symbol ?? undefined,
      accounts: account === null ? undefined : [account],
      found: cells[line - 1].join(','),
      message: `Line ${line} has ${cells[line - 1].length} cells, unlike the lines around it, so its values may stand in the wrong columns.`,
      fix: 'Maybe a comma within a number or a name is not in quotes, or a cell was deleted.',
    }));
}

/** How many rows above and below one are compared with it: tables of other widths may stand in the same file. */
const near = 3;

/** True when no line around one is as long, and some are longer or shorter by a cell. */
function isOdd(cells: CellTable['cells'], lines: readonly number[], index: number): boolean {
  const line = lines[index];
  const { length } = cells[line - 1];
  if (cells[line - 2]?.length === length || cells[line]?.length === length) return false; // Nearly all rows of long files.
  // The line above a row is another row, or the header of a table.
  const others = lines.slice(Math.max(0, index - near), index + near + 1).filter((other) => isSameTable(cells, line, other));
  const beside = new Set([line + 1, ...others.flatMap((other) => [other, other - 1])]);
  const around = [...beside].filter((other) => other !== line).map((other) => cells[other - 1] ?? []).filter((row) => !isBlankRow(row));
  return around.every((row) => row.length !== length) && around.some((row) => Math.abs(row.length - length) === 1);
}

/** True when no blank line is between two. */
const isSameTable = (cells: CellTable['cells'], a: number, b: number): boolean => !cells.slice(Math.min(a, b), Math.max(a, b)).some(isBlankRow);

/** A quote that nobody closes takes what follows up to the next quote into one cell, other rows among it. */
function swallowedRows(file: CustodianFile, { cells, torn = [] }: CellTable): Issue[] {
  const first = torn.find((row) => cells[row]?.some(holdsRow));
  if (first === undefined) return [];
  return [importIssue('I01', { file: file.name, line: first + 1 }, {
    message: `A quotation mark on line ${first + 1} is not closed, so what follows it cannot be told from one cell.`,
    fix: 'Maybe download the file again, without editing it.',
  })];
}

/** True when a line of a cell looks like a row: separators, and a figure between two. */
const holdsRow = (cell: string): boolean =>
  cell.split('\n').some((line) => {
    const parts = line.split(/[,;\t]/);
    return parts.length > 2 && parts.slice(1).some((part) => !Number.isNaN(readAmount(part.replace(/"/g, '')) ?? Number.NaN));
  });
