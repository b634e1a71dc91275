import type { ImportRow } from '../format';
import type { CellReader } from './cell-reader';

/** The cost of a row, where it is in the currency of its value: a cost that its header puts in another one is left out, and said. */
export function readCost(reader: CellReader, currency: string | null): Pick<ImportRow, 'unitCost' | 'costBasis'> {
  const read = (field: 'unitCost' | 'costBasis'): number | null => {
    const [amount, other] = [reader.amount(field), reader.statedCurrencyOf(field)];
    if (!amount || other === null || currency === null || other === currency) return amount;
    const message = `The cost on line ${reader.line} is in ${other}, but the value in ${currency}; the cost was left out.`;
    reader.complain('I28', field, { found: String(amount), message, fix: 'Maybe another column has the cost in the currency of the value.' });
    return null;
  };
  return { unitCost: read('unitCost'), costBasis: read('costBasis') };
}

/** Most rows agree where this much of the checks of a table holds. */
const agreed = 0.7;

/** Says that value less cost is not the gain of the row, in a table where it mostly is. */
export function checkStatedGain(reader: CellReader, gain: number | null, { marketValue, costBasis }: Pick<ImportRow, 'marketValue' | 'costBasis'>): void {
  if (gain === null || marketValue === null || costBasis === null || (reader.support ?? 0) < agreed) return;
  if (Math.abs(marketValue - costBasis - gain) <= 0.02 + Math.abs(marketValue) * 0.01) return;
  const message = `Line ${reader.line} has a value of ${marketValue} and a cost of ${costBasis}, but a gain of ${gain}.`;
  reader.complain('I14', 'gain', { found: String(gain), message, fix: 'Maybe value and cost are in different currencies, or a cell was edited.' });
}
