import type { CellTable, CustodianFile } from './custodian-file';

/** Banner, header and enough rows to know them by. */
const leadingRows = 300;
/** Totals, disclaimers and the day of the download. */
const trailingRows = 40;

/** No export has as many columns; a lone cell far to the right makes a sheet as wide as Excel. */
const leadingColumns = 400;

/** The beginning and the end of each table of a file: what formats are asked to recognize, so that asking them all takes as long for any file. */
export function excerptOf(file: CustodianFile): CustodianFile {
  let tables: readonly CellTable[] | undefined;
  return {
    name: file.name,
    text: file.text,
    get tables() {
      tables ??= file.tables.map(shorten);
      return tables;
    },
  };
}

function shorten(table: CellTable): CellTable {
  const { cells } = table;
  const rows = cells.length <= leadingRows + trailingRows ? cells : [...cells.slice(0, leadingRows), ...cells.slice(-trailingRows)];
  return { ...table, cells: rows.map((row) => (row.length > leadingColumns ? row.slice(0, leadingColumns) : row)) };
}
