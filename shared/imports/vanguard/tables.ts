import type { CustodianFile } from '../custodian-file';
import { findBlocks, type Block } from '../table/blocks';
import type { Fields } from '../table/header';

/** A row of column names of whichever table of the download. */
const anyHeader = {
  account: ['Account Number', 'Fund Account Number', 'Plan Number', 'Account'],
  name: ['Investment Name', 'Fund Name', 'Plan Name', 'Symbol', 'Symbol/CUSIP', 'Trade Date', 'Transaction Type'],
} satisfies Fields;

/** Tables of one file one below the other: each of `blocks`, but not beyond the next header of any kind. */
export function endAtNextHeader<Field extends string>(file: CustodianFile, blocks: readonly Block<Field>[]): Block<Field>[] {
  const headers = findBlocks(file, anyHeader, [['account'], ['name']]);
  return blocks.map((block) => {
    const below = headers.filter(({ table, header }) => table === block.table && header.row > block.header.row).map(({ header }) => header.row);
    return { ...block, end: Math.min(block.end, ...below) };
  });
}
