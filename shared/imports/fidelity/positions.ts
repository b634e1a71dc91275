import type { Contents, CustodianFile, ImportFormat } from '../format';
import { findBlocks, noHeader, type Block } from '../table/blocks';
import { findDay } from './day';
import { HoldingsReading } from './holdings-reading';
import { holdingFields, type HoldingField } from './holding';

/**
 * Fidelity, "Download" on the Positions page: one account or all.
 *
 * ```
 * Account Number,Account Name,Symbol,Description,Quantity,Last Price,…,Current Value,…,Cost Basis Total,Average Cost Basis,Type
 * X10020030,Individual - TOD,KLMN,KLMN INC,100,$40.00,…,$4000.00,…,$3500.00,$35.00,Margin,      one cell longer than the header
 * X10020030,Individual - TOD, -KLMN270115C45,KLMN JAN 15 2027 $45 CALL,-1,$2.10,…,-$210.00,…    a short call
 * X10020030,Individual - TOD,Pending activity,,,,,-$812.40,,,,,,                                trades not yet settled
 * X10020030,Individual - TOD,SPAXX**,HELD IN MONEY MARKET,,,,$52.10,,,,,1.20%,,,Cash,           money: neither quantity nor price
 *
 * "The data and information in this spreadsheet is provided to you solely for your use …"
 * "Date downloaded Apr-23-2026 1:39 p.m ET"
 * ```
 *
 * Older files have one column `Account Name/Number`, `Cost Basis` and `Cost Basis Per Share`.
 */
export const fidelityPositions: ImportFormat = {
  title: 'Fidelity, positions download (CSV)',
  about: [
    'Positions page, *Download*: all accounts of the page in one file.',
    'The file has no lots: each position is read as one lot of unknown date. Download the lots of a position for its tax lots.',
    'A symbol that ends in `**` is the core position, money, unless its price is not a dollar. *Pending activity* is money of trades that have not settled.',
    'The same security held in cash and on margin is two rows; both are read.',
    'A row `BROKERAGELINK` of a workplace plan is left aside when the BrokerageLink account is itself in the file, because it holds the same money.',
  ],
  recognizes,
  read,
};

/** What a header must have to be read at all. */
const needs: readonly (readonly HoldingField[])[] = [['symbol'], ['value', 'price'], ['quantity', 'description']];

/** Names that only Fidelity's header has. */
const marks = [
  /^account(?: number| name\/number| name)?$/i,
  /^last price$/i,
  /^current value$/i,
  /^(?:last price change|today's gain\/loss (?:dollar|percent))$/i,
  /^total gain\/loss (?:dollar|percent)$/i,
  /^percent of (?:account|portfolio)$/i,
  /^(?:cost basis total|average cost basis|cost basis per share)$/i,
];

function recognizes(file: CustodianFile): number {
  return Math.max(0, ...findBlocks(file, holdingFields, needs).map((block) => score(block, file)));
}

function score({ table, header }: Block<HoldingField>, { name }: CustodianFile): number {
  const names = table.cells[header.row].map((cell) => cell.trim().replace(/’/g, "'"));
  const has = (pattern: RegExp) => names.some((cell) => pattern.test(cell));
  if (header.columns.acquired !== undefined || !has(/^current value$/i) || has(/^(?:run date|trade date|date)$/i)) return 0;
  const found = marks.filter(has).length + (/Portfolio_Positions/i.test(name ?? '') ? 1 : 0);
  return Math.min(1, 0.1 + found * 0.18);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks(file, holdingFields, needs);
  if (blocks.length === 0) return noHeader(file, 'Symbol, Quantity and Current Value');
  const readings = blocks.map((block) => new HoldingsReading(file, block, 'position').contents());
  return { asOf: findDay(file), rows: readings.flatMap(({ rows }) => rows), issues: readings.flatMap(({ issues }) => issues) };
}
