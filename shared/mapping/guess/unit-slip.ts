import { nameKey } from '../../book/names';
import type { Cell } from '../../workbook/port';
import { numberFromText } from '../../contract/cells/number';
import type { ChangeGuess } from './guess-change';
import { withPreview } from './guess-change';
import type { TableGuess } from './guess-tables';

const amount = (cell: Cell | undefined): number | undefined => {
  const value = typeof cell === 'string' ? numberFromText(cell) : cell;
  return typeof value === 'number' ? value : undefined;
};

/** Positions compared at least: two may agree by chance. */
const leastCompared = 3;

/** Prices in cents: quantity times price is a hundred times the market value that the holdings state, in nearly all positions. */
export function unitSlip(securities: TableGuess | undefined, holdings: TableGuess | undefined): ChangeGuess | undefined {
  const column = (guess: TableGuess | undefined, property: string): number | undefined => guess?.columns.find((one) => one.property === property)?.at;
  const [symbolAt, priceAt] = ['symbol', 'price'].map((property) => column(securities, property));
  const [heldAt, quantityAt, valueAt] = ['symbol', 'quantity', 'marketValue'].map((property) => column(holdings, property));
  if (!securities || !holdings || [symbolAt, priceAt, heldAt, quantityAt, valueAt].includes(undefined)) return undefined;
  const prices = new Map(securities.block.rows.map((row) => [nameKey(String(row[symbolAt as number] ?? '')), amount(row[priceAt as number])]));
  const ratios = holdings.block.rows.flatMap((row) => {
    const [price, quantity, value] = [prices.get(nameKey(String(row[heldAt as number] ?? ''))), amount(row[quantityAt as number]), amount(row[valueAt as number])];
    return price && quantity && value ? [(price * quantity) / value] : [];
  });
  const slips = ratios.filter((ratio) => ratio > 80 && ratio < 125);
  if (ratios.length < leastCompared || slips.length < ratios.length * 0.9) return undefined;
  const because = `quantity times price is a hundred times “${holdings.columns.find(({ property }) => property === 'marketValue')?.yourColumn}” in ${holdings.block.region.sheet}`;
  return withPreview({ change: '÷100', because }, securities.block.rows.map((row) => row[priceAt as number] ?? null).filter((cell) => cell !== null));
}
