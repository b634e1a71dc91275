import Decimal from 'decimal.js';
import type { Cell } from '../../workbook/port';

/** The cell of a property as the row has it now; null when blank, undefined when the sheet lacks the column. */
type Look = (property: string) => Cell | undefined;

/** A cost in dollars goes into Unit cost where the sheet has only that column, or the row uses it; a cost that is cleared goes from both. */
export function unitCostCells(cells: Readonly<Record<string, Cell>>, look: Look): Readonly<Record<string, Cell>> {
  if (cells.costBasis === undefined || look('unitCost') === undefined) return cells;
  const isUnit = look('costBasis') === undefined || (isFilled(look('unitCost')) && !isFilled(look('costBasis')));
  if (cells.costBasis === null) return { ...cells, unitCost: null };
  const quantity = cells.quantity ?? look('quantity');
  if (!isUnit || typeof quantity !== 'number' || quantity === 0) return isFilled(look('unitCost')) ? { ...cells, unitCost: null } : cells;
  const { costBasis, ...others } = cells;
  return { ...others, unitCost: new Decimal(costBasis as number).div(quantity).toDecimalPlaces(6).toNumber() };
}

const isFilled = (cell: Cell | undefined): boolean => cell !== undefined && cell !== null && cell !== '';
