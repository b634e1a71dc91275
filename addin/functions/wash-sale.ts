import { latestLaw } from '../../shared/tax/law';
import { lossSaleBlock } from '../../shared/tax/wash-evidence';
import { purchasesAround } from '../../shared/tax/recent-trades';
import { answer } from './answer';
import { dateFrom, numberFrom, rangesFrom, textFrom } from './arguments';
import { invalid } from './cell-error';
import { transactionsFrom } from './transactions-range';

/**
 * Whether a loss sale would be a wash sale: same shares bought, reinvested or on order within 30 days, in any account listed.
 * @customfunction WASHSALE
 * @helpurl https://rebal.example/fn/WASHSALE/v1
 * @param symbol Security to be sold at a loss.
 * @param saleDate Trade date of the sale, such as rb_AsOf.
 * @param transactions Transactions with their header row, such as rb_Transactions[#All].
 * @param [sameAs] Symbols that count as substantially identical: a range, or text with commas.
 * @param [days] Days on each side of the sale; 30 unless given.
 * @returns Clear, or until when and by which purchase it is blocked.
 */
export function washSale(symbol: unknown, saleDate: unknown, transactions: unknown[][], sameAs?: unknown[][], days?: unknown): string {
  return answer('WASHSALE', () => {
    const [table, identical] = rangesFrom(transactions, sameAs);
    const sold = symbolsIn(textFrom(symbol));
    if (sold.length !== 1)
      throw invalid(sold.length === 0 ? 'Symbol is blank.' : `Symbol is "${textFrom(symbol).slice(0, 60)}", it must be one symbol.`);
    const sale = dateFrom(saleDate, 'Sale date');
    const wanted = new Set([...sold, ...identical.flat().flatMap((cell) => (cell === 0 ? [] : symbolsIn(textFrom(cell))))]);
    const purchases = purchasesAround(
      transactionsFrom(table, (name) => wanted.has(name)),
      sale,
      windowFrom(days),
    );
    return lossSaleBlock(purchases) ?? 'Clear';
  });
}

const symbolsIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[,;\s]+/)
    .filter(Boolean);

/** A window of 0 days cannot be told from a blank cell on the desktop, and no law has one. */
function windowFrom(days: unknown): number {
  const found = numberFrom(days, 'Days', 0) || latestLaw().washWindowDays;
  if (!Number.isInteger(found) || found < 0 || found > 365) throw invalid(`Days is ${found}, it must be a whole number between 1 and 365.`);
  return found;
}
