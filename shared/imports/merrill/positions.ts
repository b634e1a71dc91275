import { importRow, type Contents, type CustodianFile, type ImportFormat, type ImportRow } from '../format';
import { bannerOf, findBlocks, findFirstBlock, joinContents, noHeader, type Block } from '../table/blocks';
import { certaintyOf, type Mark } from '../table/certainty';
import type { Fields } from '../table/header';
import { LineReader, type Line } from '../table/line';
import { isNote } from '../table/notes';
import { addsUp, lessKnown } from '../table/sums';
import { complainOfTotal } from '../table/total';
import { complainOfNoAccount } from '../table/unnamed-account';
import { readAmount, readDay } from '../table/values';
import { wholeLines } from '../table/whole-lines';
import { findAssetType } from './asset-type';

/**
 * Merrill Edge, the holdings page as CSV: a summary of the account, then its positions, then its balances.
 *
 * ```
 * Exported on: 06/12/2026 11:51 AM ET  Selected account(s): …
 * "" ,"IRRA-Edge 51A-20L77" ,"Value" ,"Day's Value Change" ,…
 * "Symbol " ,"Description" ,"Day's Price $ Chg % Chg" ,"Quantity" ,…,"Value" ,"Unrealized Gain/Loss $ Chg % Chg" ,"Price"
 * "ORLN" ,"ORLEAN MOTORS INC" ,"$0.00 0.00%" ,"12" ,"$0.00" ,"$2,520.00" ,"-$180.40 -6.68%" ,"$210.00"
 * "Balances"
 * "Money accounts" ,"" ,"" ,"" ,"" ,"$310.50"
 * "Total" ,"" ,"" ,"" ,"$0.00" ,"$2,830.50"
 * ```
 */
export const merrillPositions: ImportFormat = {
  title: 'Merrill Edge, holdings page (CSV)',
  about: [
    'Holdings page, *Export*. A cell may hold dollars and percent together; the dollars count.',
    'Cost is the value less the unrealized gain. Money accounts and the cash balance, below the positions, are cash.',
  ],
  recognizes,
  read,
};

const fields = {
  symbol: ['Symbol'],
  description: ['Description', 'Security Description'],
  quantity: ['Quantity'],
  value: ['Value'],
  gain: ['Unrealized Gain/Loss $ Chg % Chg', 'Unrealized Gain/Loss'],
  price: ['Price'],
  dayPrice: ["Day's Price $ Chg % Chg", "Day's Price"],
  dayValue: ["Day's Value Change $", "Day's Value Change", "Day's Value Change $ Chg % Chg"],
} satisfies Fields;

type Field = keyof typeof fields;

const needs: readonly (readonly Field[])[] = [['symbol'], ['description'], ['quantity'], ['value']];
const accountPattern = /^(.*\S)\s+([0-9A-Z]{3}-[0-9A-Z]{5})$/;
const isExported = (cell: string): boolean => /^Exported on:/i.test(cell.trim());
/** A blank before a quote leaves the quotes in the cell. */
const bare = (cell: string): string => cell.trim().replace(/^"(.*)"$/, '$1').trim();
const isBanner = (row: readonly string[]): boolean => row.some((cell) => isExported(cell) || accountPattern.test(bare(cell)));

function recognizes(file: CustodianFile): number {
  const block = findFirstBlock<Field>(file, fields, needs);
  if (!block) return 0;
  const { columns } = block.header;
  const marks: readonly Mark[] = [
    [columns.dayPrice !== undefined && columns.gain !== undefined, 0.35],
    [columns.dayValue !== undefined, 0.25],
    [bannerOf(block).some((row) => row.some(isExported)), 0.2],
    [bannerOf(block).some((row) => row.some((cell) => accountPattern.test(bare(cell)))), 0.2],
    [block.table.cells.some(([first]) => /^(?:Balances|Money accounts)$/i.test(first?.trim() ?? '')), 0.2],
  ];
  return certaintyOf(0, marks);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<Field>(file, fields, needs, isBanner);
  return blocks.length === 0
    ? noHeader(file, 'Symbol, Description, Quantity and Value')
    : joinContents(blocks.map((block) => readBlock(file, block)));
}

function readBlock(file: CustodianFile, block: Block<Field>): Contents {
  const reader = new LineReader<Field>(file, block.table, block.header, fields);
  const banner = bannerOf(block).flat().map(bare);
  const named = banner.filter((cell) => !isExported(cell)).map((cell) => accountPattern.exec(cell)).find((match) => match !== null);
  const owner = { account: named?.[2] ?? null, accountName: named?.[1] ?? null };
  reader.subject = owner;
  if (!named) {
    complainOfNoAccount(reader, block.start + 1, 'positions', 'Maybe the lines above the header were deleted; choose the account.');
  }
  const rows: ImportRow[] = [];
  for (const line of wholeLines(file, block, reader, (candidate) => isNote(candidate, ['quantity', 'value']))) {
    reader.subject = { ...owner, symbol: line.text('symbol') };
    rows.push({ ...readRow(line, reader), ...owner });
  }
  checkTotal(rows, reader);
  const exported = banner.find(isExported)?.replace(/^Exported on:\s*/i, '');
  return { asOf: readDay(exported) ?? undefined, rows, issues: reader.issues };
}

function readRow(line: Line<Field>, reader: LineReader<Field>): ImportRow {
  const label = line.text('symbol') ?? '';
  const marketValue = firstAmount(line, 'value', reader);
  const money = { quantity: marketValue, price: 1, marketValue, symbol: 'CASH', assetType: 'cash', description: label } as const;
  if (/^total\b/i.test(label)) return importRow('total', line.number, { marketValue });
  if (/^pending activity$/i.test(label)) return importRow('pending-cash', line.number, money);
  if (/^(?:money accounts?|cash balance|cash)$/i.test(label) && line.text('quantity') === null) return importRow('cash', line.number, money);
  const [quantity, price, gain] = [line.amount('quantity'), firstAmount(line, 'price', reader), firstAmount(line, 'gain', reader)];
  const known = { symbol: line.text('symbol'), description: line.text('description'), quantity, price, marketValue };
  return importRow('position', line.number, { ...known, costBasis: lessKnown(marketValue, gain), assetType: findAssetType(known) });
}

/** `+$983.36 +197.80%`: the dollars come first. */
function firstAmount(line: Line<Field>, field: Field, reader: LineReader<Field>): number | null {
  const found = line.text(field);
  const amount = readAmount(found?.split(/\s+/)[0]);
  if (!Number.isNaN(amount)) return amount;
  reader.complain('I02', line.number, field, { found: found ?? '', message: `${fields[field][0]} is “${found}” on line ${line.number}, which is not a number.` });
  return null;
}

function checkTotal(rows: readonly ImportRow[], reader: LineReader<Field>): void {
  const total = rows.find(({ kind }) => kind === 'total');
  if (!total || total.marketValue === null) return;
  const counted = rows.filter(({ kind }) => kind === 'position' || kind === 'cash').map(({ marketValue }) => marketValue);
  const pending = rows.filter(({ kind }) => kind === 'pending-cash').map(({ marketValue }) => marketValue);
  if (addsUp(counted, total.marketValue) || addsUp([...counted, ...pending], total.marketValue)) return;
  reader.subject = { account: total.account };
  complainOfTotal(reader, { line: total.line, field: 'value', total: total.marketValue, parts: counted, what: 'Positions and cash' });
}
