import type { Issue } from '../../issue';
import type { CellTable, CustodianFile, ImportRow } from '../format';
import { importIssue } from '../issues';
import { endMissing } from './statement-end';
import type { StatementFacts } from './statement-facts';
import { positionSections } from './statement-positions';
import type { Statement } from './statement-parts';
import { complainOfStrayRows } from './stray-rows';

/** What is wrong with a statement as a whole. */
export function complaintsOf(file: CustodianFile, table: CellTable, statement: Statement, facts: StatementFacts, rows: readonly ImportRow[]): Issue[] {
  const single = [otherLanguage(file, table, statement), headerGone(file, table, statement), missingAccount(file, rows), endMissing(file, table, statement, facts, rows)];
  return [...single.filter((issue) => issue !== undefined), ...complainOfStrayRows(file, table, statement.start, statement.end)];
}

const english = 'Maybe it is in another language: download it in English.';

/** A statement of which nothing was read. */
export function nothingRead({ name }: CustodianFile): Issue {
  const message = 'The statement has none of the sections Open Positions, Cash Report or Trades.';
  return importIssue('I01', { file: name }, { message, fix: english });
}

/** A section whose name has letters other than English ones: positions may be in it, under a name that we do not know. */
function otherLanguage({ name }: CustodianFile, { cells }: CellTable, { blocks }: Statement): Issue | undefined {
  const foreign = blocks.find(({ section }) => /[^\p{ASCII}]/u.test(section));
  if (!foreign) return undefined;
  const message = `The section “${foreign.section}” on line ${foreign.headerRow + 1} was not read.`;
  return importIssue('I01', { file: name, line: foreign.headerRow + 1 }, { message, found: cells[foreign.headerRow][0], fix: english });
}

function headerGone({ name }: CustodianFile, { cells }: CellTable, { headless }: Statement): Issue | undefined {
  const row = headless.find((index) => positionSections.test(cells[index][0].trim()) || /^(?:Cash Report|Trades)$/.test(cells[index][0].trim()));
  if (row === undefined) return undefined;
  const message = `${cells[row][0].trim()} on line ${row + 1} has no header row; it was not read.`;
  return importIssue('I01', { file: name, line: row + 1 }, { message, fix: 'Maybe rows were deleted or sorted before the file was saved.' });
}

function missingAccount({ name }: CustodianFile, rows: readonly ImportRow[]): Issue | undefined {
  const anonymous = rows.find(({ account, kind }) => account === null && kind !== 'skip');
  if (!anonymous) return undefined;
  const message = 'The statement does not name the account its positions belong to.';
  return importIssue('I03', { file: name, line: anonymous.line }, { message, fix: 'Maybe its Account Information was deleted; choose the account.' });
}
