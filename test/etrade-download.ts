import type { TableRow } from '../shared/contract';

type Held = TableRow<'holdings'>;

const slashed = (day: string): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;

/** An E*TRADE portfolio download of an account, told by its last digits: each position followed by its lots, then cash. */
export function etradeDownload(tail: string, lots: readonly Held[], cash: number, prices: ReadonlyMap<string, number>, day = '11/20/2026'): string {
  const symbols = [...new Set(lots.map(({ symbol }) => symbol))];
  const line = (name: string, acquired: string, price: number, quantity: number, cost: number): string =>
    [name, acquired, price, quantity, (quantity * price - cost).toFixed(4), cost / quantity, (quantity * price).toFixed(4)].join(',');
  const rows = symbols.flatMap((symbol) => {
    const own = lots.filter((lot) => lot.symbol === symbol);
    const price = prices.get(symbol) ?? 0;
    const sum = (of: (lot: Held) => number): number => own.reduce((total, lot) => total + of(lot), 0);
    return [
      line(symbol, slashed(own[0].acquired ?? '2020-01-02'), price, sum(({ quantity }) => quantity), sum(({ costBasis }) => costBasis ?? 0)),
      ...own.map(({ acquired = '2020-01-02', quantity, costBasis = 0 }) => line(`     ${slashed(acquired)}`, slashed(acquired), price, quantity, costBasis)),
    ];
  });
  const value = lots.reduce((total, { symbol, quantity }) => total + quantity * (prices.get(symbol) ?? 0), cash);
  return [
    'Account Summary', 'Account,Net Account Value', `"Brokerage -${tail}",${value.toFixed(2)}`, '', 'View Summary - 1',
    'Symbol,Date Added,Last Price $,Quantity,Total Gain $,Price Paid $,Value $', ...rows, `CASH,,,,,,${cash}`, `TOTAL,,,,,,${value.toFixed(2)}`, '', `Generated at ${day} 04:15:09 PM ET`,
  ].join('\n');
}
