import type { Header } from '../table/header';
import type { Line } from '../table/line';
import { readTerm } from '../table/term';
import { readAmount } from '../table/values';
import type { LotField } from './lot-fields';

/**
 * Where a row of lot details stands under its header. Exports with columns for wash sales leave the cell of "Transaction CPS" out, so
 * what follows stands one column too far left: `moved`. `lost` is a row that is out of place in another way.
 */
export type Alignment = 'straight' | 'moved' | 'lost';

/** The header for rows that lack the cell of "Transaction CPS"; undefined when there is no such column. */
export function moveHeader({ row, columns }: Header<LotField>): Header<LotField> | undefined {
  const missing = columns.transactionCps;
  if (missing === undefined) return undefined;
  const moved: Partial<Record<LotField, number>> = {};
  for (const field of Object.keys(columns) as LotField[]) {
    const column = columns[field];
    if (column !== undefined && column !== missing) moved[field] = column > missing ? column - 1 : column;
  }
  return { row, columns: moved };
}

/** How a row stands, by where its holding period is and where quantity times price is the market value. */
export function findAlignment(straight: Line<LotField>, moved: Line<LotField>): Alignment {
  if (readTerm(straight.text('term'))) return 'straight';
  if (readTerm(moved.text('term'))) return isPriced(moved) ? 'moved' : 'lost';
  if (straight.cells.some((cell) => /^(?:short|long)\b/i.test(cell.trim()))) return 'lost';
  return !isPriced(straight) && isPriced(moved) ? 'moved' : 'straight';
}

/** A bond is priced per 100 of face, an option is for 100 shares. */
const units = [1, 0.01, 100] as const;

function isPriced({ text }: Line<LotField>): boolean {
  const [quantity, price, value] = [text('quantity'), text('price'), text('value')].map((cell) => readAmount(cell ?? undefined));
  if (quantity === null || price === null || value === null) return false;
  return units.some((unit) => Math.abs(quantity * price * unit - value) <= 0.01 + Math.abs(value) * 0.002);
}
