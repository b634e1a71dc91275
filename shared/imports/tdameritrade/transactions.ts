import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import { certaintyOf, type Mark } from '../table/certainty';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isNote } from '../table/notes';
import { sumKnown } from '../table/sums';
import { complainOfNoAccount } from '../table/unnamed-account';
import { wholeLines } from '../table/whole-lines';
import { findTransactionAction } from './actions';

/**
 * TD Ameritrade, history and statements, "Download": retail, and the institutional (Veo) variant. The firm ended in 2023.
 *
 * ```
 * DATE,TRANSACTION ID,DESCRIPTION,QUANTITY,SYMBOL,PRICE,COMMISSION,AMOUNT,REG FEE,SHORT-TERM RDM FEE,FUND REDEMPTION FEE, DEFERRED SALES CHARGE
 * 04/04/2023,49200000001,Sold 80 ORLN @ 17.25,80,ORLN,17.25,0.00,1379.98,0.02,,,
 * ***END OF FILE***
 *
 * DATE,DESCRIPTION,SYMBOL,TRANS TYPE,QUANTITY,PRICE,NET AMOUNT,COMMISSION,TRANS ID           institutional
 * ```
 */
export const tdameritradeTransactions: ImportFormat = {
  title: 'TD Ameritrade, transactions (CSV)',
  about: [
    'Kept for histories from before the accounts moved to Schwab in 2023. Retail and institutional downloads are read.',
    'What happened is told by the words of the description; a sweep into the money market is a purchase of its fund, and the cash side of it is `Other`.',
    'Fees are the commission and the fees of the other columns together. The file does not name its account; choose it.',
  ],
  recognizes,
  read,
};

const fields = {
  date: ['DATE', 'TRADE DATE'],
  id: ['TRANSACTION ID', 'TRANS ID'],
  type: ['TRANS TYPE', 'TRANSACTION TYPE'],
  description: ['DESCRIPTION'],
  quantity: ['QUANTITY'],
  symbol: ['SYMBOL'],
  price: ['PRICE'],
  amount: ['AMOUNT', 'NET AMOUNT'],
  account: ['ACCOUNT', 'ACCOUNT NUMBER', 'ACCOUNT #'],
  cusip: ['CUSIP'],
  balance: ['NET CASH BALANCE'],
  commission: ['COMMISSION'],
  regFee: ['REG FEE'],
  shortTermFee: ['SHORT-TERM RDM FEE'],
  redemptionFee: ['FUND REDEMPTION FEE'],
  salesCharge: ['DEFERRED SALES CHARGE'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['date'], ['id'], ['description'], ['amount'], ['symbol']];
const feeFields = ['commission', 'regFee', 'shortTermFee', 'redemptionFee', 'salesCharge'] as const;
const endOfFile = /^\**\s*END OF FILE\s*\**$/i;

function recognizes(file: CustodianFile): number {
  const block = findFirstBlock<Field>(file, fields, needs);
  if (!block) return 0;
  const { columns } = block.header;
  const spelled = block.table.cells[block.header.row].map((cell) => cell.trim().toUpperCase());
  const fees = [columns.regFee, columns.shortTermFee, columns.redemptionFee, columns.salesCharge].filter((column) => column !== undefined);
  const retail = spelled.includes('TRANSACTION ID') && [columns.commission, columns.quantity, columns.price].every((column) => column !== undefined);
  const institutional = ['TRANS TYPE', 'NET AMOUNT', 'TRANS ID'].every((name) => spelled.includes(name));
  const marks: readonly Mark[] = [
    [retail, 0.45],
    [retail && fees.length > 0, 0.3],
    [fees.length > 1, 0.15],
    [institutional, 0.75],
    [block.table.cells.some(([first]) => endOfFile.test(first?.trim() ?? '')), 0.15],
  ];
  return certaintyOf(0.1, marks);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs);
  return blocks.length === 0
    ? noHeader(file, 'DATE, TRANSACTION ID, DESCRIPTION and AMOUNT')
    : joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  if (block.header.columns.account === undefined) {
    complainOfNoAccount(reader, block.header.row + 1, 'transactions', 'Choose the account: TD Ameritrade leaves it out.');
  }
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, (candidate) => isNote(candidate, ['id', 'description', 'amount']))) {
    reader.subject = { symbol: line.text('symbol'), account: line.text('account') };
    rows.push(readTransaction(line, reader));
  }
  return { rows, issues: reader.issues };
}

function readTransaction(line: Line<Field>, reader: LineReader<Field>): ImportRow {
  const [quantity, amount, symbol, description] = [line.amount('quantity'), line.amount('amount'), line.text('symbol'), line.text('description')];
  return importRow('transaction', line.number, {
    account: line.text('account'),
    date: line.day('date'),
    action: findTransactionAction(line.text('type'), description, { quantity, amount }),
    symbol,
    cusip: line.text('cusip'),
    description,
    quantity: quantity === null || quantity === 0 ? null : Math.abs(quantity),
    price: line.amount('price'),
    amount,
    fees: sumKnown(feeFields.map((field) => line.amount(field))),
    transactionId: readId(line, reader),
    assetType: isOption(symbol, description) ? 'option' : null,
  });
}

/** A spreadsheet that writes a long number as `1.02235E+10` has lost its last digits. */
function readId(line: Line<Field>, reader: LineReader<Field>): string | null {
  const id = line.text('id');
  if (id === null || !/^\d[.,]?\d*E\+?\d+$/i.test(id)) return id;
  const message = `${fields.id[0]} is “${id}” on line ${line.number}: its last digits are lost.`;
  reader.complain('I02', line.number, 'id', { found: id, message, fix: 'Maybe a spreadsheet rounded it; import the file as it was downloaded.' });
  return null;
}

/** `ORLN Dec 18 2026 45.0 Call`, or a removal of an option known by its code only. */
const isOption = (symbol: string | null, description: string | null): boolean =>
  /\s(?:Call|Put)$/i.test(symbol ?? '') || /^REMOVAL OF OPTION/i.test(description ?? '');
