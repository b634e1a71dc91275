/** What an E*TRADE column can mean to us, and the headers it goes by; the first is the usual one. */
export const fields = {
  symbol: ['Symbol'],
  quantity: ['Quantity', 'Qty #', 'Qty'],
  price: ['Last Price $', 'Last Price', 'Price $'],
  unitCost: ['Price Paid $', 'Price Paid'],
  gain: ['Total Gain $', 'Total Gain'],
  value: ['Value $', 'Market Value $', 'Value'],
} as const;

export type Field = keyof typeof fields;

/** The header row: where it is and which column holds what. */
export interface Header {
  /** Index of the row, counted from 0. */
  readonly row: number;
  readonly columns: { readonly symbol: number; readonly quantity: number } & Readonly<Partial<Record<Field, number>>>;
}

/** The first row that names a symbol, a quantity, and a price or a value; undefined when there is none. */
export function findHeader(table: readonly (readonly string[])[]): Header | undefined {
  for (const [row, cells] of table.entries()) {
    const columns = readHeader(cells);
    const { symbol, quantity, price, value } = columns;
    if (symbol !== undefined && quantity !== undefined && (price ?? value) !== undefined)
      return { row, columns: { ...columns, symbol, quantity } };
  }
  return undefined;
}

function readHeader(cells: readonly string[]): Partial<Record<Field, number>> {
  const found: Partial<Record<Field, number>> = {};
  const names = cells.map(plain);
  for (const field of Object.keys(fields) as Field[]) {
    const column = fields[field].map((name) => names.indexOf(plain(name))).find((index) => index >= 0);
    if (column !== undefined) found[field] = column;
  }
  return found;
}

/** `$` and `%` stay: they tell a gain in dollars from one in percent. */
function plain(header: string): string {
  return header.toLowerCase().replace(/[\s#*_]/g, '');
}
