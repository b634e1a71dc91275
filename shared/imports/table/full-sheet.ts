import type { Issue } from '../../issue';
import type { CustodianFile } from '../custodian-file';
import { importIssue } from '../issues';
import { isBlankRow } from './cells';

/** Rows that a sheet has room for: of Excel 97 to 2003 and LibreOffice before 3.3, and of Excel since 2007. */
const rooms: readonly number[] = [65_536, 1_048_576];

/** Tables that end where a sheet does: a spreadsheet that opened a longer file and saved it left out the rest. */
export function complainOfFullSheet({ name, tables }: CustodianFile): Issue[] {
  return tables.flatMap(({ cells, sheet }) => {
    if (!rooms.some((room) => cells.length === room || cells.length === room + 1)) return [];
    const line = cells.findLastIndex((row) => !isBlankRow(row)) + 1;
    if (!rooms.includes(line)) return [];
    const message = `The rows end on line ${line}, where a spreadsheet has no room for more.`;
    return [importIssue('I13', { file: name ?? sheet, line }, { message, fix: 'Maybe the file was longer; use it as it was downloaded.' })];
  });
}
