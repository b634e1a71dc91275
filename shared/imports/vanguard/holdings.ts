import { importRow, type Contents, type CustodianFile, type ImportRow } from '../format';
import { worth } from '../table/asset-type';
import { findBlocks, type Block } from '../table/blocks';
import { isCutOff } from '../table/cut';
import { cutLine } from '../table/cut-line';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isSentence } from '../table/sentence';
import { addsUp, sumKnown } from '../table/sums';
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

/** The tables of holdings: `Investment Name` and `Total Value` are Vanguard's words. */
export function findHoldings(file: CustodianFile): Block<Field>[] {
  const blocks = findBlocks<Field>(file, fields, [['name'], ['shares'], ['value', 'price']]).filter(({ table, header }) => {
    const names = table.cells[header.row].map((cell) => cell.trim().toLowerCase());
    const hasName = names.includes('investment name') || names.includes('fund name');
    return hasName && !names.some((name) => /date|transaction type/.test(name)) && (names.includes('total value') || names.includes('share price'));
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
    else if (isCutOff(file, block.table, block.header, line.number - 1)) reader.complain('I02', line.number, undefined, cutLine(line.number, line.cells));
    else if (!isSentence(line.cells)) rows.push(readHolding(line));
  }
  if (rows.some(({ account, kind }) => account === null && kind !== 'total')) {
    reader.subject = {};
    reader.complain('I03', block.header.row + 1, undefined, { message: 'The file does not say which account its holdings belong to.', fix: 'Choose the account.' });
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
  const amounts = rows.slice(rows.findLastIndex(({ kind }) => kind === 'total') + 1).map((row) => row.marketValue);
  if (marketValue !== null && amounts.length > 0 && !addsUp(amounts, marketValue)) {
    reader.complain('H13', line.number, 'value', {
      message: `The rows above line ${line.number} add up to ${sumKnown(amounts) ?? 0}, but its total is ${marketValue}.`,
      fix: 'Maybe rows were filtered out or deleted before the file was saved.',
    });
  }
  return importRow('total', line.number, { marketValue });
}
