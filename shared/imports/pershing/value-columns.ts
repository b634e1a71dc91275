/** Which columns hold what positions are worth; absent when the file has none. */
export interface ValueColumns {
  /** In the currency of the position. */
  readonly marketValue?: number;
  /** In dollars, whatever the position's currency. */
  readonly dollarValue?: number;
  /** Dollars for one unit of the position's currency. */
  readonly exchangeRate?: number;
}

const isValue = (name: string): boolean => /^(market|current)? ?value\b/i.test(name.trim());
const isDollars = (name: string): boolean => /\(USDE\)|\(to USDE?\)/i.test(name);

/**
 * NetX360+ heads a value `Market Value (Position CCY)`, and beside it, in any order, `Market Value (USDE)`: the same in dollars. `usual` is
 * the column that other names lead to.
 */
export function findValueColumns(header: readonly string[], usual: number | undefined): ValueColumns {
  const find = (holds: (name: string) => boolean) => {
    const column = header.findIndex(holds);
    return column < 0 ? undefined : column;
  };
  const dollarValue = find((name) => isValue(name) && isDollars(name));
  const own = usual === dollarValue ? find((name) => isValue(name) && !isDollars(name)) : usual;
  return { marketValue: own, dollarValue, exchangeRate: find((name) => /^FX Rate\b/i.test(name.trim())) };
}
