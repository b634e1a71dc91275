import { importRow, type Contents, type CustodianFile, type ImportRow } from '../format';
import { worth } from '../table/asset-type';
import { findBlocks, type Block } from '../table/blocks';
import { complainOfCut, isCutOff } from '../table/cut';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isSentence } from '../table/notes';
import { checkTotal } from '../table/total';
import { complainOfNoAccount } from '../table/unnamed-account';
import { isSettlementFund, readSecurity } from './security';
import { endAtNextHeader } from './tables';

const fields = {
  account: ['Account Number', 'Fund Account Number', 'Account'],
  name: ['Investment Name', 'Fund Name', 'Name', 'Description'],
  symbol: ['Symbol', 'Ticker', 'Ticker Symbol'],
  shares: ['Shares', 'Quantity'],
  price: ['Share Price', 'Price'],
  value: ['Total Value', 'Market Value', 'Value', 'Balance'],
} satisfies Fields;

type Field = keyof typeof fields;

/** The tables of holdings: `Investment Name` and `Total Value` are Vanguard's words. Costs and gains are another custodian's: this download has none. */
export function findHoldings(file: CustodianFile): Block<Field>[] {
  const blocks = findBlocks<Field>(file, fields, [['name'], ['shares'], ['value', 'price']]).filter(({ table, header }) => {
    const names = table.cells[header.row].map((cell) => cell.trim().toLowerCase());
    const hasName = names.includes('investment name') || names.includes('fund name');
    return hasName && !names.some((name) => /date|transaction type|\b(?:cost|basis|gains?|goal)\b/.test(name)) && (names.includes('total value') || names.includes('share price'));
  });
  return endAtNextHeader(file, blocks);
}

/** Holdings of one or several accounts. */
export function readHoldings(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const rows: ImportRow[] = [];
  for (const line of reader.lines(block.end)) {
    reader.subject = { account: line.text('account'), symbol: line.text('symbol') };
    if (isTotal(line)) rows.push(readTotal(line, rows, reader));
    else if (isCutOff(file, block, line.number - 1)) complainOfCut(reader, line);
    else if (!isSentence(line.cells)) rows.push(readHolding(line));
  }
  if (rows.some(({ account, kind }) => account === null && kind !== 'total')) {
    reader.subject = {};
    complainOfNoAccount(reader, block.header.row + 1, 'holdings', 'Choose the account.');
  }
  return { rows, issues: reader.issues };
}

function readHolding(line: Line<Field>): ImportRow {
  const [account, symbol, description] = [line.text('account'), line.text('symbol'), line.text('name')];
  const security = readSecurity(symbol, description);
  const [quantity, price, stated] = [line.amount('shares'), line.amount('price'), line.amount('value')];
  const marketValue = stated ?? worth(quantity, price, security.assetType);
  if (!isSettlementFund(symbol, description) || (price !== null && price !== 1)) {
    return importRow('position', line.number, { account, ...security, description, quantity, price, marketValue });
  }
  const amount = marketValue ?? quantity;
  return importRow('cash', line.number, { account, symbol: symbol ?? 'CASH', description, quantity: amount, price: 1, marketValue: amount, assetType: 'cash' });
}

const isTotal = (line: Line<Field>): boolean =>
  line.text('shares') === null && [line.text('account'), line.text('name'), line.text('symbol')].some((label) => /^(?:account |grand |portfolio )?total\b/i.test(label ?? ''));

/** A total of the rows above it, back to the total before. */
function readTotal(line: Line<Field>, rows: readonly ImportRow[], reader: LineReader<Field>): ImportRow {
  const marketValue = line.amount('value');
  const parts = rows.slice(rows.findLastIndex(({ kind }) => kind === 'total') + 1).map((row) => row.marketValue);
  if (parts.length > 0) checkTotal(reader, { line: line.number, field: 'value', total: marketValue, parts, what: 'The rows above' });
  return importRow('total', line.number, { marketValue });
}
