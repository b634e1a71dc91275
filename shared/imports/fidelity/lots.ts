import type { Contents, CustodianFile, ImportFormat } from '../format';
import { findBlocks, noHeader } from '../table/blocks';
import { markParents } from '../table/parents';
import { findDay } from './day';
import { HoldingsReading } from './holdings-reading';
import { holdingFields, type HoldingField } from './holding';

/**
 * Fidelity, tax lots: the *Purchase history / lots* of positions.
 *
 * ```
 * Account Name,Symbol,Description,Acquired,Term,Total Gain/Loss,Total Gain/Loss (%),Current Value,Quantity,Average Cost Basis,Cost Basis Total
 * Taxable,KLMN,KLMN INC,Mar-15-2020,Long,"$6,000.00",50.00%,"$18,000.00",50.000,$240.00,"$12,000.00"
 * Taxable,KLMN,KLMN INC,Jul-06-2026,Short,-$12.00,--,"$3,588.00",10.000,$360.00,"$3,600.00"
 * ```
 */
export const fidelityLots: ImportFormat = {
  title: 'Fidelity, tax lots (CSV)',
  about: [
    'Positions page, a position, *Purchase history / lots*, saved as CSV.',
    'There is no price: it is the current value divided by the quantity.',
    'Many of these files name accounts (*Taxable*) without their numbers; then you say which account each file is.',
  ],
  recognizes,
  read,
};

const needs: readonly (readonly HoldingField[])[] = [['symbol'], ['acquired'], ['quantity'], ['value', 'cost', 'unitCost']];

/** Names that only Fidelity's header has. */
const marks = [/^current value$/i, /^average cost basis$/i, /^cost basis (?:total|per share)$/i, /^(?:\$ )?total gain\/loss(?: \$| dollar)?$/i, /^acquired$/i];

function recognizes(file: CustodianFile): number {
  const scores = findBlocks(file, holdingFields, needs).map(({ table, header }) => {
    const names = table.cells[header.row].map((cell) => cell.trim());
    if (names.some((cell) => /^(?:proceeds|date sold|run date)$/i.test(cell))) return 0;
    return marks.filter((pattern) => names.some((cell) => pattern.test(cell))).length * 0.19 + (header.columns.term === undefined ? 0 : 0.05);
  });
  return Math.max(0, ...scores);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks(file, holdingFields, needs);
  if (blocks.length === 0) return noHeader(file, 'Symbol, Acquired and Quantity');
  const readings = blocks.map((block) => new HoldingsReading(file, block, 'lot').contents());
  return { asOf: findDay(file), rows: readings.flatMap(({ rows }) => markParents(rows)), issues: readings.flatMap(({ issues }) => issues) };
}
