import type { Contents, CustodianFile, ImportFormat } from '../format';
import { bannerOf, findBlocks, findFirstBlock, joinContents, noHeader } from '../table/blocks';
import { certaintyOf, type Mark } from '../table/certainty';
import { readPositions } from './positions';
import { positionFields, type PositionField } from './position-fields';

/**
 * E*TRADE, "Download" on the Portfolios page: default or custom view, lots expanded or not.
 *
 * ```
 * "Harbor -7781",61490.35,…                                     account summary
 * Symbol,Date Added,Last Price $,Change %,Quantity,…,Value $    header, on any line, in any order
 * ORLN,12/31/1969,210.00,0.00,116.6667,…,24500.0070             position; 12/31/1969 and a price paid of 0.00 are "unknown"
 *      --,--,210.00,0.00,16.6667,3500.0070,0.00,…               lot of unknown date and cost
 *      02/20/2015,02/20/2015,210.00,0.00,100.0000,…             lot
 * CASH,,,,,,,,,,4100.25,                                        one cell longer than the header
 * TOTAL,,,,,3745.0070,55795.00,6.61,.00,2.00,60290.26,          sometimes shifted by a column
 * Generated at 11/20/2026 04:15:09 PM ET
 * ```
 */
export const etradePortfolio: ImportFormat = {
  title: 'E*TRADE, portfolio download (CSV)',
  about: [
    'Portfolios page, *Download*. Expand the lots first: a position without lots is read as one lot of unknown date.',
    'A price paid of 0.00 and the day 12/31/1969 mean that E*TRADE does not know; they are read as unknown.',
    'Any view will do that shows the symbol, the quantity and a price, value or cost.',
    'A download covers one account, named by its last digits in *Account Summary* at the top; several downloads joined in one file are read as well.',
  ],
  recognizes,
  read,
};

const needs: readonly (readonly PositionField[])[] = [['symbol'], ['quantity'], ['price', 'value', 'totalCost']];
const isBanner = ([first]: readonly string[]): boolean => /^(?:Account Summary|View Summary\b.*)$/i.test(first?.trim() ?? '');

function recognizes(file: CustodianFile): number {
  const block = findFirstBlock<PositionField>(file, positionFields, needs);
  if (!block) return 0;
  const { columns } = block.header;
  const firsts = bannerOf(block).map(([first]) => first?.trim() ?? '');
  const summary = bannerOf(block).some(([first, second]) => first?.trim() === 'Account' && /^(?:Net Account Value|Total Assets)/i.test(second?.trim() ?? ''));
  const marks: readonly Mark[] = [
    [firsts.includes('Account Summary'), 0.25],
    [summary, 0.2],
    [firsts.some((first) => /^View Summary/i.test(first)), 0.2],
    [columns.unitCost !== undefined && columns.gain !== undefined && columns.value !== undefined, 0.3],
    [block.table.cells.some(([first]) => /^Generated at\s/i.test(first?.trim() ?? '')), 0.1],
    [/PortfolioDownload/i.test(file.name ?? ''), 0.1],
  ];
  return certaintyOf(0.3, marks);
}

function read(file: CustodianFile): Contents {
  const blocks = findBlocks<PositionField>(file, positionFields, needs, isBanner);
  if (blocks.length === 0) return noHeader(file, 'Symbol, Quantity and a price or value');
  return joinContents(blocks.map((block) => readPositions(file, block)));
}
