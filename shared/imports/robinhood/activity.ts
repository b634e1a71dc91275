import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isNote } from '../table/notes';
import { complainOfNoAccount } from '../table/unnamed-account';
import { readAmount } from '../table/values';
import { wholeLines } from '../table/whole-lines';
import { findCodeAction, findContract } from './codes';

/**
 * Robinhood, "Account activity report": the newest first. There is no export of positions or lots.
 *
 * ```
 * "Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"
 * "2/10/2026","2/10/2026","2/11/2026","ORLN","Orlean
 * CUSIP: 700112233","Sell","10","$164.00","$1,640.00"                         a description has lines of its own
 * "2/10/2026","2/10/2026","2/11/2026","ORLN","ORLN 3/20/2026 Call $170.00","BTO","1","$1.35","($135.00)"
 * "2/2/2026","2/2/2026","2/2/2026","SPNX","Spun Off","SPR","18S","",""         S: these shares left
 *
 * "","","","","","","","","","The data provided is for informational purposes only. …"
 * ```
 */
export const robinhoodActivity: ImportFormat = {
  title: 'Robinhood, account activity report (CSV)',
  about: [
    'Account, Reports and statements, *Account activity report*. It holds transactions; Robinhood exports no positions and no lots.',
    'An option goes by its contract, such as `ORLN 3/20/2026 Call $170.00`, so that it is not taken for shares.',
    'A quantity such as `18S` means that shares left, in a reverse split for example; the description keeps that mark.',
    'The file does not name its account; choose it.',
  ],
  recognizes,
  read,
};

const fields = {
  date: ['Activity Date'],
  processed: ['Process Date'],
  settled: ['Settle Date', 'Settlement Date'],
  symbol: ['Instrument'],
  description: ['Description'],
  code: ['Trans Code', 'Transaction Code'],
  quantity: ['Quantity'],
  price: ['Price'],
  amount: ['Amount'],
  account: ['Account', 'Account Number', 'Account Name'],
  accountType: ['Account Type'],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['date'], ['code'], ['amount', 'quantity']];

function recognizes(file: CustodianFile): number {
  const columns = findFirstBlock<Field>(file, fields, needs)?.header.columns;
  if (!columns) return 0;
  return 0.55 + (columns.symbol === undefined ? 0 : 0.25) + (columns.processed === undefined ? 0 : 0.1) + (columns.settled === undefined ? 0 : 0.1);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs);
  return blocks.length === 0 ? noHeader(file, 'Activity Date, Trans Code and Amount') : joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  if (block.header.columns.account === undefined) {
    complainOfNoAccount(reader, block.header.row + 1, 'transactions', 'Choose the account: Robinhood leaves it out.');
  }
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, (candidate) => isNote(candidate, ['code', 'quantity', 'price', 'amount']))) {
    reader.subject = { symbol: line.text('symbol'), account: line.text('account') };
    rows.push(readTransaction(line, reader));
  }
  return { rows, issues: reader.issues };
}

function readTransaction(line: Line<Field>, reader: LineReader<Field>): ImportRow {
  const code = line.text('code');
  const { description, cusip } = readDescription(line.text('description'));
  const { quantity, left } = readQuantity(line);
  const amount = line.amount('amount');
  const option = findContract(code, description);
  for (const field of ['date', 'code'] as const) {
    if (line.text(field) !== null) continue;
    reader.complain('I02', line.number, field, { found: '', message: `The transaction on line ${line.number} has no ${fields[field][0]}.` });
  }
  return importRow('transaction', line.number, {
    account: line.text('account'),
    accountType: line.text('accountType'),
    date: line.day('date'),
    action: findCodeAction(code, description, { quantity: left && quantity !== null ? -quantity : quantity, amount }),
    symbol: option?.symbol ?? line.text('symbol'),
    cusip,
    description: left ? [description, `(${line.text('quantity')})`].filter(Boolean).join(' ') : description,
    quantity: quantity === null || quantity === 0 ? null : Math.abs(quantity),
    price: line.amount('price'),
    amount,
    assetType: option ? 'option' : null,
  });
}

/** `18S` is 18 that left. */
function readQuantity(line: Line<Field>): { quantity: number | null; left: boolean } {
  const marked = /^(.*\d)\s*S$/i.exec(line.text('quantity') ?? '');
  const size = marked ? readAmount(marked[1]) : null;
  if (size !== null && !Number.isNaN(size)) return { quantity: size, left: true };
  return { quantity: line.amount('quantity'), left: false };
}

/** `Orlean⏎CUSIP: 700112233⏎Dividend Reinvestment`: the lines as one, without the CUSIP. */
function readDescription(text: string | null): { description: string | null; cusip: string | null } {
  const cusip = /\bCUSIP:?\s*([0-9A-Z*@#]{9})\b/i.exec(text ?? '');
  const rest = (text ?? '').replace(/\bCUSIP:?\s*[0-9A-Z*@#]{0,9}(?![0-9A-Z])/i, ' ').replace(/\s+/g, ' ').trim();
  return { description: rest || null, cusip: cusip ? cusip[1].toUpperCase() : null };
}
