import type { Issue } from '../../issue';
import type { CellTable, CustodianFile, ImportRow } from '../format';
import { importIssue } from '../issues';
import { isDescribed, type Block } from './blocks';
import type { StatementFacts } from './statement-facts';
import type { Statement } from './statement-parts';
import { positionSections } from './statement-positions';

/**
 * A statement ends within a section that is not whole, as a download that broke off between two lines does. `Open Positions` ends with a
 * total. `Cash Report` states the sum in base currency first, then each currency: the base currency itself, and those of the positions.
 */
export function endMissing({ name }: CustodianFile, { cells }: CellTable, { blocks }: Statement, { baseCurrency }: StatementFacts, rows: readonly ImportRow[]): Issue | undefined {
  const last = blocks.at(-1);
  if (last === undefined || cells.slice(last.end).some(isDescribed)) return undefined;
  const isCut = positionSections.test(last.section) ? /^data$/i.test(cells[last.end - 1][1].trim()) : isCashCut(cells, last, baseCurrency, rows);
  if (!isCut) return undefined;
  const message = `The statement ends on line ${last.end}, within ${last.section}: what follows there is missing.`;
  return importIssue('I13', { file: name, line: last.end }, { message, fix: 'Maybe the download broke off, or rows were deleted: download it again.' });
}

function isCashCut(cells: CellTable['cells'], { section, start, end }: Block, baseCurrency: string | null, rows: readonly ImportRow[]): boolean {
  if (section !== 'Cash Report' || baseCurrency === null) return false;
  const cash = rows.filter(({ kind, line }) => kind === 'cash' && line > start && line <= end);
  const isSum = ({ line }: ImportRow) => cells[line - 1].some((cell) => /^base currency summary$/i.test(cell.trim()));
  if (cash.some(isSum)) return rows.some(({ kind, currency }) => kind === 'position' && currency !== null && currency !== baseCurrency);
  return cash.length > 0 && !cash.some(({ currency }) => currency === baseCurrency);
}
