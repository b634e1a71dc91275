import type { CellTable } from '../custodian-file';
import { readCusip } from '../table/cusip';
import { readHeader, type Fields } from '../table/header';
import { isMissing } from '../table/values';
import type { Block } from './blocks';

/** What `Financial Instrument Information` says about a symbol. */
interface Instrument {
  readonly description: string | null;
  readonly cusip: string | null;
}

/** Instruments by symbol; one entry may name several symbols. */
export type Instruments = ReadonlyMap<string, Instrument>;

const fields = {
  symbol: ['Symbol'],
  description: ['Description'],
  securityId: ['Security ID', 'SecurityID', 'CUSIP'],
} satisfies Fields;

/** Reads the section that names the instruments of a statement. */
export function readInstruments({ cells }: CellTable, blocks: readonly Block[]): Instruments {
  const known = new Map<string, Instrument>();
  for (const { section, headerRow, start, end } of blocks) {
    if (section !== 'Financial Instrument Information') continue;
    const columns = readHeader(cells[headerRow], fields);
    const cell = (row: readonly string[], column: number | undefined) => (column === undefined || isMissing(row[column]) ? null : row[column].trim());
    for (const row of cells.slice(start, end)) {
      const id = cell(row, columns.securityId);
      const entry = { description: cell(row, columns.description), cusip: readCusip(id) };
      for (const symbol of (cell(row, columns.symbol) ?? '').split(/,\s*/)) if (symbol && !known.has(symbol)) known.set(symbol, entry);
    }
  }
  return known;
}
