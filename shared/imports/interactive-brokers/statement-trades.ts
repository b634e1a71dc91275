import Decimal from 'decimal.js';
import type { Issue } from '../../issue';
import type { IsoDate } from '../../units';
import { importRow, type ImportAction, type ImportRow } from '../format';
import type { Fields } from '../table/header';
import type { Line } from '../table/line';
import { onlyFinest, type Leveled } from './finest';
import { kindOf, sectionLines, type Section } from './statement-section';
import { findAssetType, findTerm } from './terms';

const fields = {
  level: ['DataDiscriminator'],
  category: ['Asset Category'],
  currency: ['Currency'],
  account: ['Account'],
  symbol: ['Symbol'],
  date: ['Date/Time', 'Trade Date', 'Date'],
  quantity: ['Quantity'],
  price: ['T. Price', 'Trade Price', 'Price'],
  proceeds: ['Proceeds'],
  fee: ['Comm/Fee', 'Comm/Tax', 'Commission', 'Comm'],
  basis: ['Basis', 'Cost Basis'],
  realized: ['Realized P/L'],
  code: ['Code', 'Codes'],
} satisfies Fields;

type Field = keyof typeof fields;

/** Orders (or their executions) as transactions, and the lots they closed. */
export function readTrades(section: Section): { readonly rows: readonly ImportRow[]; readonly issues: readonly Issue[] } {
  const { reader, end } = sectionLines<Field>(section, fields, ['symbol', 'date', 'quantity']);
  const reads: Leveled[] = [];
  let sale: ImportRow | undefined;
  for (const line of reader.lines(end)) {
    const level = (line.text('level') ?? '').toUpperCase();
    const account = line.text('account') ?? section.facts.account;
    reader.subject = { account, symbol: line.text('symbol') };
    const known = { ...subjectOf(line, section), account };
    if (kindOf(line) !== 'data' || level === 'WASHSALE') reads.push({ row: importRow('skip', line.number, known), level });
    else if (level === 'CLOSEDLOT') reads.push({ row: closedLot(line, known, sale !== undefined && sale.symbol === known.symbol ? sale.date : null), level });
    else {
      sale = trade(line, known);
      reads.push({ row: sale, level });
    }
  }
  return { rows: onlyFinest(reads, ['ORDER', 'TRADE']), issues: reader.issues };
}

function subjectOf(line: Line<Field>, { facts, instruments }: Section): Partial<ImportRow> {
  const symbol = line.text('symbol');
  const instrument = instruments.get(symbol ?? '');
  return {
    accountName: facts.accountName,
    symbol,
    cusip: instrument?.cusip ?? null,
    description: instrument?.description ?? null,
    assetType: findAssetType(line.text('category')),
    currency: line.text('currency'),
  };
}

function trade(line: Line<Field>, known: Partial<ImportRow>): ImportRow {
  const [quantity, proceeds, fee] = [line.amount('quantity'), line.amount('proceeds'), line.amount('fee')];
  const side: ImportAction = quantity === null ? 'Other' : quantity < 0 ? 'Sell' : 'Buy';
  return importRow('transaction', line.number, {
    ...known,
    date: line.day('date'),
    action: /forex/i.test(line.text('category') ?? '') ? 'Other' : side,
    quantity: quantity ? Math.abs(quantity) : null,
    price: line.amount('price'),
    amount: proceeds === null ? null : new Decimal(proceeds).plus(fee ?? 0).toNumber(),
    fees: fee === null ? null : new Decimal(0).minus(fee).toNumber(),
  });
}

/** A closed lot has its opening day under Date/Time; the day it closed is that of the trade of its security above it. */
function closedLot(line: Line<Field>, known: Partial<ImportRow>, closed: IsoDate | null): ImportRow {
  const [quantity, basis, gain] = [line.amount('quantity'), line.amount('basis'), line.amount('realized')];
  return importRow('realized-lot', line.number, {
    ...known,
    acquired: line.day('date'),
    closed,
    quantity: quantity ? Math.abs(quantity) : null,
    unitCost: line.amount('price'),
    costBasis: basis,
    gain,
    proceeds: basis === null || gain === null ? null : new Decimal(basis).plus(gain).toNumber(),
    term: findTerm(line.text('code')),
  });
}
