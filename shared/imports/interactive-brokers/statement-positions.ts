import { toCents } from '../../units';
import { importRow, type ImportRow } from '../format';
import type { Fields } from '../table/header';
import type { Line, LineReader } from '../table/line';
import { addsUp, sumKnown } from '../table/sums';
import { kindOf, sectionLines, type Section } from './statement-section';
import { findAssetType, findTerm } from './terms';
import type { DatedRow } from './holdings';
import type { Issue } from '../../issue';

const fields = {
  level: ['DataDiscriminator'],
  category: ['Asset Category'],
  currency: ['Currency'],
  account: ['Account'],
  symbol: ['Symbol'],
  description: ['Description'],
  opened: ['Open', 'Open Date', 'Open Date/Time', 'Date/Time'],
  quantity: ['Quantity', 'Position'],
  costPrice: ['Cost Price', 'Average Cost Price', 'Avg Price'],
  costBasis: ['Cost Basis'],
  closePrice: ['Close Price', 'Mark Price', 'Market Price'],
  value: ['Value', 'Market Value', 'Position Value'],
  code: ['Code', 'Codes'],
} satisfies Fields;

type Field = keyof typeof fields;

/** The names of the section over the years. */
export const positionSections = /^(?:(?:Long|Short) )?Open Positions$/;

/** What one section of open positions holds. */
export interface Positions {
  readonly held: readonly DatedRow[];
  /** Total rows, which are checks only. */
  readonly rows: readonly ImportRow[];
  readonly issues: readonly Issue[];
}

/** Reads `Open Positions`, also by its older names `Long Open Positions` and `Short Open Positions`. */
export function readPositions(section: Section): Positions {
  const { reader, end } = sectionLines<Field>(section, fields, ['symbol', 'quantity']);
  const held: DatedRow[] = [];
  const totals: ImportRow[] = [];
  const values: Valued[] = [];
  for (const line of reader.lines(end)) {
    const category = line.text('category') ?? '';
    if (kindOf(line) !== 'data' || line.text('symbol') === null) {
      if (kindOf(line) === 'data') complainOfNoSymbol(reader, line, section);
      totals.push(importRow('skip', line.number, { currency: line.text('currency'), description: category || null, ...dollars(line) }));
      if (kindOf(line) === 'total') values.push({ isTotal: true, category, row: totals[totals.length - 1] });
      continue;
    }
    const row = positionRow(line, reader, section);
    held.push({ row, contract: JSON.stringify([category, row.currency, row.symbol]), reportDate: null });
    if (row.kind === 'position') values.push({ isTotal: false, category, row });
  }
  if (held.some(({ row }) => row.kind === 'position')) checkTotals(values, reader);
  return { held, rows: totals, issues: reader.issues };
}

function complainOfNoSymbol(reader: LineReader<Field>, { number, cells }: Line<Field>, { facts, block }: Section): void {
  reader.subject = { account: facts.account };
  const message = `Line ${number} of ${block.section} has no symbol; it was left out.`;
  reader.complain('I02', number, 'symbol', { found: cells.join(','), message, fix: 'Maybe its cells have shifted.' });
}

function positionRow(line: Line<Field>, reader: LineReader<Field>, { facts, instruments }: Section): ImportRow {
  const symbol = line.text('symbol');
  const account = line.text('account') ?? facts.account;
  const isLot = /lot/i.test(line.text('level') ?? '');
  const instrument = instruments.get(symbol ?? '');
  reader.subject = { account, symbol };
  return importRow(isLot ? 'lot' : 'position', line.number, {
    account,
    accountName: facts.accountName,
    symbol,
    cusip: instrument?.cusip ?? null,
    description: line.text('description') ?? instrument?.description ?? null,
    acquired: isLot ? line.day('opened') : null,
    quantity: line.amount('quantity'),
    unitCost: line.amount('costPrice'),
    price: line.amount('closePrice'),
    ...dollars(line),
    term: isLot ? findTerm(line.text('code')) : null,
    assetType: findAssetType(line.text('category')),
    currency: line.text('currency'),
  });
}

const dollars = (line: Line<Field>) => ({ costBasis: line.amount('costBasis'), marketValue: line.amount('value') });

interface Valued {
  readonly isTotal: boolean;
  readonly category: string;
  readonly row: ImportRow;
}

/**
 * Each asset category has a total per currency, and again one in the base currency, which looks the same: of the totals
 * of a category and currency, one must be the sum.
 */
function checkTotals(values: readonly Valued[], reader: LineReader<Field>): void {
  const keyOf = ({ category, row }: Valued) => JSON.stringify([category, row.currency]);
  for (const key of new Set(values.filter(({ isTotal }) => !isTotal).map(keyOf))) {
    const same = values.filter((valued) => keyOf(valued) === key);
    const totals = same.filter(({ isTotal, row }) => isTotal && row.marketValue !== null).map(({ row }) => row);
    const summed = same.filter(({ isTotal }) => !isTotal).map(({ row }) => row);
    const worths = summed.map(({ marketValue }) => marketValue);
    if (totals.length === 0 || totals.some(({ marketValue }) => addsUp(worths, marketValue ?? 0))) continue;
    reader.subject = {};
    reader.complain('H13', totals[0].line, 'value', {
      message: `The positions in ${summed[0].currency ?? 'no currency'} add up to ${toCents(sumKnown(worths) ?? 0)}, but the total on line ${totals[0].line} is ${toCents(totals[0].marketValue ?? 0)}.`,
      fix: 'Maybe rows were filtered out or deleted before the file was saved.',
    });
  }
}
