import type { Issue } from '../issue';
import { parseAddress, quoteSheet } from '../workbook/address';
import type { Located } from './locate';

/** G15: merged cells below the header, in columns that are read. Only the first of them holds the value. */
export function mergedIssue({ name, region, headerIndex, match }: Located): Issue | undefined {
  const { sheet, top, left, merged = [] } = region;
  const columns = [...match.columns.values()].map((at) => left + at);
  const inRows = merged.filter((range) => {
    const [first, last = first] = range.split(':').map(parseAddress);
    return first && last && last.row > top + headerIndex && columns.some((column) => column >= first.column && column <= last.column);
  });
  if (inRows.length === 0) return undefined;
  const [found] = inRows;
  return {
    code: 'G15', severity: 'warn', table: name, sheet, cell: found.split(':')[0], found, rows: inRows.length,
    message: `Cells ${quoteSheet(sheet)}!${found} are merged: the first holds the value, the others are read as blank.`,
    fix: 'Unmerge them and fill each cell.',
  };
}
