import type { ImportRow } from '../format';
import type { LineReader } from '../table/line';
import { addsUp } from '../table/sums';
import { complainOfTotal } from '../table/total';
import type { HoldingsField } from './holdings-columns';

/** Compares the rows with the number of rows that the banner states, if it does. */
export function checkCount(reader: LineReader<HoldingsField>, line: number, rows: readonly ImportRow[], stated: number | null): void {
  const found = rows.filter(({ kind }) => kind !== 'total').length;
  if (stated === null || stated === found) return;
  const message = `The file says that it has ${stated} rows; ${found} were found.`;
  reader.complain('H13', line, undefined, { message, fix: 'Maybe rows were filtered out or deleted before the file was saved.' });
}

/** A total counts the rows above it, or those since the total before; whether cash is among them, reports differ. */
export function checkTotals(reader: LineReader<HoldingsField>, rows: readonly ImportRow[]): void {
  let from = 0;
  rows.forEach(({ kind, marketValue, line }, index) => {
    if (kind !== 'total') return;
    const sections = [rows.slice(from, index), rows.slice(0, index)].map((section) => section.filter((row) => row.kind !== 'total'));
    const candidates = sections.flatMap((section) => [section, section.filter((row) => row.kind === 'position')]).map((counted) => counted.map((row) => row.marketValue));
    from = index + 1;
    if (marketValue === null || candidates.some((parts) => addsUp(parts, marketValue))) return;
    complainOfTotal(reader, { line, field: 'marketValue', total: marketValue, parts: candidates[0], what: 'The rows above' });
  });
}
