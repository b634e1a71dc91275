import { nameKey } from '../../book/names';
import type { TableRow } from '../../contract';
import type { ImportRow } from '../format';

type Named = Pick<ImportRow, 'symbol' | 'cusip'>;

/** Letters and digits only: `BRK.B`, `BRK/B` and `BRKB` are one share. */
const bare = (symbol: string): string => symbol.toUpperCase().replace(/[^A-Z0-9]/g, '');

/**
 * The book's symbol for a row of a file: the same symbol, the Custodian symbol of Securities, the CUSIP, or the symbol without punctuation when
 * one security only has it. A security the book does not know keeps the file's symbol, or its CUSIP; null when it has neither.
 */
export function symbolFinder(securities: readonly TableRow<'securities'>[]): (row: Named) => string | null {
  const bySymbol = unique(securities, ({ symbol }) => nameKey(symbol));
  const byCustodian = unique(securities, ({ custodianSymbol }) => custodianSymbol && nameKey(custodianSymbol));
  const byCusip = unique(securities, ({ cusip }) => cusip && bare(cusip));
  const byLetters = unique(securities, ({ symbol }) => bare(symbol) || undefined);
  return ({ symbol, cusip }) => {
    const found = symbol === null ? undefined : (bySymbol.get(nameKey(symbol)) ?? byCustodian.get(nameKey(symbol)));
    const known = found ?? (cusip === null ? undefined : byCusip.get(bare(cusip))) ?? (symbol === null ? undefined : byLetters.get(bare(symbol)));
    return known ?? symbol ?? cusip;
  };
}

/** Symbols by a key; keys of several securities are left out. */
function unique(securities: readonly TableRow<'securities'>[], key: (row: TableRow<'securities'>) => string | undefined): Map<string, string> {
  const found = new Map<string, string | undefined>();
  for (const row of securities) {
    const name = key(row);
    if (name !== undefined) found.set(name, !found.has(name) || found.get(name) === row.symbol ? row.symbol : undefined);
  }
  return new Map([...found].flatMap(([name, symbol]) => (symbol === undefined ? [] : [[name, symbol] as const])));
}
