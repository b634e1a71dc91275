import type { Cell, Region } from '../workbook/port';
import type { OutputSheet } from './sheet';

/** A row read back from an output sheet: a cell for each column that is still there, by key. Dates are serial numbers. */
export type ReadRow<Row extends object> = Partial<Record<keyof Row & string, Cell>>;

/** The rows of an output sheet as the workbook holds them now; columns are found by header, blank rows are left out. */
export function readRows<Row extends object>(output: OutputSheet<Row>, region: Region | undefined): ReadRow<Row>[] {
  const [headers = [], ...body] = region?.values ?? [];
  const places = new Map(headers.map((header, index) => [spelling(header), index]));
  const columns = output.columns.flatMap(({ key, header }) => {
    const place = places.get(spelling(header));
    return place === undefined ? [] : [{ key, place }];
  });
  return body
    .filter((row) => row.some((cell) => cell !== null && cell !== ''))
    .map((row) => Object.fromEntries(columns.map(({ key, place }) => [key, row[place] ?? null])) as ReadRow<Row>);
}

function spelling(header: Cell): string {
  return String(header ?? '')
    .trim()
    .toLowerCase();
}
