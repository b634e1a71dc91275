import { definitionOf, type TableName } from '../../contract';
import { cellReader } from '../../contract/cells';
import { dateOrderOf, datesFromText } from '../../contract/cells/date';
import { numberFromText } from '../../contract/cells/number';
import type { Column } from '../../contract/column';
import { judgePercents } from '../../contract/percent-scale';
import { findDecimalMark, parseAmount } from '../../imports/generic/amounts';
import type { Cell } from '../../workbook/port';
import { changeOf, type Change } from '../changes';
import type { Block } from './blocks';

/** A change of cells that a guess proposes; it is never made before a person has said so. */
export interface ChangeGuess {
  readonly change: Change;
  readonly because: string;
  /** Cells that it changes. */
  readonly count: number;
  /** The first of them: what the cell holds, and what it would be read as. */
  readonly preview: readonly { readonly before: Cell; readonly after: Cell }[];
}

type Proposal = Pick<ChangeGuess, 'change' | 'because'>;

/** Cells shown of each change. */
const shown = 3;

/** What a column needs to be read as the contract means it; undefined when it can be read as it is. */
export function guessChange(table: TableName, property: string, block: Block, at: number): ChangeGuess | undefined {
  const column = definitionOf(table).columns[property];
  const cells = block.rows.map((row) => row[at] ?? null).filter((cell) => cell !== null && cell !== '');
  const proposal = propose(column, cells);
  return proposal && withPreview(proposal, cells);
}

/** A change with its preview; undefined when it would change nothing. */
export function withPreview(proposal: Proposal, cells: readonly Cell[]): ChangeGuess | undefined {
  const change = changeOf(proposal.change, cells);
  const changed = cells.map((before) => ({ before, after: change(before) })).filter(({ before, after }) => before !== after);
  return changed.length === 0 ? undefined : { ...proposal, count: changed.length, preview: changed.slice(0, shown) };
}

function propose(column: Column, cells: readonly Cell[]): Proposal | undefined {
  if (column.type === 'date') return dates(cells);
  if (column.type === 'text' || column.type === 'list') return undefined;
  return percents(column, cells) ?? textNumbers(cells) ?? signs(column, cells);
}

/** Days that are text and can be read in two ways. Days that can be read in one way only tell the order of all. */
function dates(cells: readonly Cell[]): Proposal | undefined {
  const texts = cells.filter((cell): cell is string => typeof cell === 'string');
  const doubtful = texts.filter((text) => datesFromText(text.trim()).length > 1);
  if (doubtful.length === 0) {
    const years = texts.filter((text) => /^(3[2-9]|[4-9]\d)[-/.]\d{1,2}[-/.]\d{1,2}$/.test(text.trim()));
    return years.length > 0 ? { change: 'Text→date YMD', because: `“${years[0]}” begins with a year` } : undefined;
  }
  const orders = new Map(texts.flatMap((text) => { const order = dateOrderOf(text); return order ? [[order, text] as const] : []; }));
  if (orders.size > 1) return undefined;
  const [[order, text]] = orders.size === 1 ? [...orders] : [['month', ''] as const];
  const change = order === 'day' ? 'Text→date DMY' : 'Text→date MDY';
  return { change, because: text === '' ? `“${doubtful[0]}” can be read in two ways and no other date tells; months come first in the United States` : `“${text}” can only be read with the ${order} first` };
}

/** Text that spells numbers, in American or in European decimals. */
function textNumbers(cells: readonly Cell[]): Proposal | undefined {
  const texts = cells.filter((cell): cell is string => typeof cell === 'string');
  if (texts.length === 0) return undefined;
  const decimal = findDecimalMark(texts, false);
  const spelled = texts.filter((text) => typeof (decimal === ',' ? parseAmount(text, ',') : numberFromText(text)) === 'number');
  if (spelled.length * 2 < texts.length) return undefined;
  return { change: 'Text→number', because: decimal === ',' ? `“${spelled[0]}” is text with a decimal comma` : `“${spelled[0]}” is text` };
}

function percents(column: Column, cells: readonly Cell[]): Proposal | undefined {
  if (column.type !== 'percent') return undefined;
  // A text with a percent sign is a fraction already.
  if (cells.some((cell) => typeof cell === 'string' && /%\s*$/.test(cell))) return undefined;
  const read = cellReader(column);
  const values = cells.flatMap((cell, index) => {
    const { value } = read(cell, { date1904: false });
    return typeof value === 'number' ? [{ value, row: {}, rowNumber: index }] : [];
  });
  const { tooBig } = judgePercents(values, column);
  if (tooBig.length === 0 || tooBig.length * 2 < values.filter(({ value }) => value !== 0).length) return undefined;
  return { change: '÷100', because: `its values look like ${tooBig[0].value} where ${tooBig[0].value} % is expected` };
}

/** Most values are below zero in a column that has no values below zero. */
function signs({ min, type }: Column, cells: readonly Cell[]): Proposal | undefined {
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number' && cell !== 0);
  const below = numbers.filter((value) => value < 0);
  if (type === 'percent' || min === undefined || min < 0 || below.length * 2 <= numbers.length) return undefined;
  return { change: '×−1', because: `most of its values are below zero, such as ${below[0]}` };
}
