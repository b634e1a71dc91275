import type { Contents, CustodianFile, ImportFormat } from '../format';
import { noHeader } from '../table/blocks';
import { findHoldings, readHoldings } from './holdings';
import { findTransactions, readTransactions } from './transactions';

/**
 * Vanguard, Download Center, "A spreadsheet-compatible CSV file" (`OfxDownload.csv`): two tables in one file.
 *
 * ```
 * Account Number,Investment Name,Symbol,Shares,Share Price,Total Value,
 * 10020030,VANGUARD TOTAL STOCK MARKET ETF,VTI,1.012,378.23,382.77,
 * 10020030,VANGUARD FEDERAL MONEY MARKET INVESTOR CL,VMFXX,100,1,100,          the settlement fund: money
 * 10020030,U S TREASURY NOTE INFLATION INDEX NOTE 1.875 01/15/36,null,5000,…   a bond has no symbol
 * (three blank lines)
 * Account Number,Trade Date,Settlement Date,Transaction Type,Transaction Description,Investment Name,Symbol,Shares,Share Price,Principal Amount,…
 * 10020030,2026-01-30,2026-01-30,Dividend,Dividend Received,VANGUARD FEDERAL …,VMFXX,0.00000,0.0,10.42,0.0,10.42,0.0,CASH,
 * ```
 *
 * Fund-only and 529 accounts: `Fund Account Number,Fund Name,Price,Shares,Total Value`.
 */
export const vanguardDownload: ImportFormat = {
  title: 'Vanguard, Download Center (CSV)',
  about: [
    '*Balances*, *Download Center*, a spreadsheet-compatible CSV file (`OfxDownload.csv`): holdings of all accounts chosen, then their transactions.',
    'The holdings have neither cost nor lots; download *Cost basis*, *Unrealized gains* for those.',
    'The settlement fund `VMFXX` is read as money. Bonds and portfolios of a 529 plan have no symbol, only a name.',
    'A file that prints every amount without a sign gets it from the type of transaction: what is bought costs money.',
  ],
  recognizes,
  read,
};

function recognizes(file: CustodianFile): number {
  const [holdings, transactions] = [findHoldings(file), findTransactions(file)];
  if (holdings.length === 0 && transactions.length === 0) return 0;
  const isNamed = /OfxDownload/i.test(file.name ?? '');
  return holdings.length > 0 && transactions.length > 0 ? 1 : isNamed ? 0.95 : 0.9;
}

function read(file: CustodianFile): Contents {
  const [holdings, transactions] = [findHoldings(file), findTransactions(file)];
  if (holdings.length === 0 && transactions.length === 0) return noHeader(file, 'Account Number, Shares and Total Value');
  const readings = [...holdings.map((block) => readHoldings(file, block)), ...transactions.map((block) => readTransactions(file, block))];
  return { rows: readings.flatMap(({ rows }) => rows).sort((a, b) => a.line - b.line), issues: readings.flatMap(({ issues }) => issues) };
}
