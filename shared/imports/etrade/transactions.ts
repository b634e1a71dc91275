import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findTypeOfName } from '../table/asset-type';
import { bannerOf, findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import { readCusip } from '../table/cusip';
import { certaintyOf, type Mark } from '../table/certainty';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isNote } from '../table/notes';
import { sumKnown } from '../table/sums';
import { checkTotal } from '../table/total';
import { readAmount } from '../table/values';
import { complainOfNoAccount } from '../table/unnamed-account';
import { wholeLines } from '../table/whole-lines';
import { findHistoryAccount, readLabel, type Owner } from './account';
import { findTransactionAction } from './actions';

/**
 * E*TRADE, "Download" on the Transactions page, before 2025 and since.
 *
 * ```
 * For Account:,#####7781
 *
 * TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description
 *
 * 12/31/19,Dividend,MF,GROWX,6.125,-91.88,0,0,GROWTH FUND  REINVEST PRICE $ 15.00     0 is "none"; in late 2024 the type may be 0
 * 11/15/24,Sold Short,OPTN,ORLN Mar 21 '25 $210 Call,-1,611.40,6.12,0.60,…
 * ```
 * ```
 * All Transactions Activity Types
 * Account Activity for Harbor -7781 from Current Year
 * Total:,-17017.67
 * Activity/Trade Date,Transaction Date,Settlement Date,Activity Type,Description,Symbol,Cusip,Quantity #,Price $,Amount $,Commission,Category,Note
 * 02/19/26,02/19/26,02/20/26,Sold Short,PUT  ORLN   02/27/26   260.000,ORLN,--,-1.0,1.1,109.37,0.63,--,--
 * ```
 */
export const etradeTransactions: ImportFormat = {
  title: 'E*TRADE, transaction history (CSV)',
  about: [
    'Transactions page, *Download*, as CSV: the layout of before 2025 and the one since, whose columns differ.',
    'A quantity or a price of 0 means that there is none. Moves between the cash and the margin side of an account are read as `Other`.',
    'An option goes by its contract, so that it is not taken for shares. The total above the rows is checked against their amounts.',
  ],
  recognizes,
  read,
};

const fields = {
  date: ['Activity/Trade Date', 'TransactionDate', 'Trade Date', 'Date'],
  type: ['Activity Type', 'TransactionType'],
  securityType: ['SecurityType'],
  settled: ['Settlement Date'],
  symbol: ['Symbol'],
  cusip: ['Cusip'],
  description: ['Description'],
  quantity: ['Quantity #', 'Quantity', 'Qty #'],
  price: ['Price $', 'Price'],
  amount: ['Amount $', 'Amount', 'Net Amount'],
  commission: ['Commission', 'CommissionAndFees', 'Commission $'],
  fees: ['Fees', 'Fees $'],
  account: ['Account'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['date'], ['type'], ['symbol'], ['amount']];
const isBanner = ([first]: readonly string[]): boolean => /^(?:For Account:|All Transactions|Account Activity for)/i.test(first?.trim() ?? '');

function recognizes(file: CustodianFile): number {
  const block = findFirstBlock<Field>(file, fields, needs);
  if (!block) return 0;
  const spelled = block.table.cells[block.header.row].map((cell) => cell.replace(/\s/g, '').toLowerCase());
  const marks: readonly Mark[] = [
    [spelled.includes('activity/tradedate') && spelled.includes('activitytype'), 0.65],
    [['transactiondate', 'transactiontype', 'securitytype'].every((name) => spelled.includes(name)), 0.65],
    [bannerOf(block).some(isBanner), 0.3],
    [/DownloadTxnHistory/i.test(file.name ?? ''), 0.05],
  ];
  return certaintyOf(0.1, marks);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs, isBanner);
  return blocks.length === 0 ? noHeader(file, 'a date, a type, Symbol and Amount') : joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const owner = findHistoryAccount(bannerOf(block));
  if (owner.account === null && block.header.columns.account === undefined) {
    complainOfNoAccount(reader, block.start + 1, 'transactions', 'Maybe the lines above the header were deleted; choose the account.');
  }
  const transactions: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, (candidate) => isNote(candidate, ['type', 'quantity', 'amount']))) {
    const label = line.text('account');
    transactions.push(readTransaction(line, label === null ? owner : readLabel(label), reader));
  }
  const total = readTotal(block, owner);
  reader.subject = {};
  if (total) checkTotal(reader, { line: total.line, total: total.amount, parts: transactions.map(({ amount }) => amount), what: 'Amounts' });
  return { rows: total ? [total, ...transactions] : transactions, issues: reader.issues };
}

function readTransaction(line: Line<Field>, owner: Owner, reader: LineReader<Field>): ImportRow {
  reader.subject = { ...owner, symbol: line.text('symbol') };
  const [quantity, amount, price] = [line.amount('quantity'), line.amount('amount'), line.amount('price')];
  const description = line.text('description')?.replace(/\s+/g, ' ') ?? null;
  const action = findTransactionAction(line.text('type'), description, { quantity, amount });
  const assetType = findType(line, description);
  return importRow('transaction', line.number, {
    ...owner,
    date: line.day('date'),
    action,
    symbol: assetType === 'option' ? contractOf(line.text('symbol'), description) : line.text('symbol'),
    cusip: readCusip(line.text('cusip')),
    description,
    quantity: quantity ? Math.abs(quantity) : null,
    price: price || statedPrice(description),
    amount,
    fees: sumKnown([line.amount('commission'), line.amount('fees')]),
    assetType,
  });
}

/** A reinvestment states its price in words: `REINVEST PRICE $ 15.00`. */
function statedPrice(description: string | null): number | null {
  const match = /REINVEST PRICE \$\s*([\d,]+(?:\.\d+)?|\.\d+)/i.exec(description ?? '');
  return match ? readAmount(match[1]) : null;
}

function findType(line: Line<Field>, description: string | null): ImportRow['assetType'] {
  if (/^opt/i.test(line.text('securityType') ?? '') || /^(?:call|put) [A-Z0-9.]+ \d{1,2}\/\d{1,2}\/\d{2,4} [\d.]+/i.test(description ?? '')) return 'option';
  return findTypeOfName(line.text('symbol'));
}

/** Before 2025 the symbol is the contract; since then it is the share, and the contract is the description. */
const contractOf = (symbol: string | null, description: string | null): string | null =>
  findTypeOfName(symbol) === 'option' || description === null ? symbol : (/^(?:call|put) \S+ \S+ [\d.]+/i.exec(description)?.[0] ?? symbol);

function readTotal(block: Block<Field>, owner: Owner): ImportRow | undefined {
  const row = bannerOf(block).findIndex(([first]) => /^Total:?$/i.test(first?.trim() ?? ''));
  if (row < 0) return undefined;
  const amount = bannerOf(block)[row].slice(1).map(readAmount).find((value) => value !== null && !Number.isNaN(value));
  return importRow('total', block.start + row + 1, { ...owner, amount: amount ?? null });
}
