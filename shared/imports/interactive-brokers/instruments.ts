import type { CellTable } from '../custodian-file';
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
      const entry = { description: cell(row, columns.description), cusip: id && isCusip(id) ? id : null };
      for (const symbol of (cell(row, columns.symbol) ?? '').split(/,\s*/)) if (symbol && !known.has(symbol)) known.set(symbol, entry);
    }
  }
  return known;
}

/** Nine characters that begin with a digit or a country's letter and end with a check digit; an ISIN has twelve. */
const isCusip = (id: string) => /^[0-9A-Z]{8}\d$/.test(id);
