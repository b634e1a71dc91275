import type { Issue } from '../../issue';
import type { CustodianFile, ImportRow } from '../format';
import { importIssue } from '../issues';

/** `30` and `41.15`; longer ones are CUSIPs whose zeros are lost, or numbers of funds. Exchanges abroad number companies, too. */
const isNumber = ({ symbol, currency }: ImportRow): boolean => /^-?\$?(?:\d{1,3}|[\d,]*\.\d+)$/.test(symbol ?? '') && (currency === null || currency === 'USD');

/** Rows with a number where their symbol should be: cells have shifted, and none of its figures can be trusted. */
export function complainOfOddSymbols(file: CustodianFile, rows: readonly ImportRow[]): Issue[] {
  return rows.filter((row) => row.kind !== 'skip' && row.kind !== 'total' && isNumber(row)).map(({ line, symbol, account }) =>
    importIssue('I02', { file: file.name, line }, {
      rowKey: symbol ?? undefined,
      accounts: account === null ? undefined : [account],
      found: symbol ?? undefined,
      message: `Line ${line} has “${symbol ?? ''}” for a symbol.`,
      fix: 'Maybe cells of the row have shifted.',
    }));
}
