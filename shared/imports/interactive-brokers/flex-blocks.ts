import type { CellTable } from '../custodian-file';
import { isBlankRow } from '../table/cells';
import { readHeader } from '../table/header';
import { describedBlocks, type Block } from './blocks';
import { flexFields, type FlexSection } from './flex-fields';

/** A block of a Flex file; `stated` is how many rows the file says it has. */
export interface FlexBlock extends Block {
  readonly stated?: number;
}

/** What a Flex CSV is made of. */
export interface FlexBlocks {
  readonly blocks: readonly FlexBlock[];
  /** Indexes of data rows that no header row precedes. */
  readonly headless: readonly number[];
  /** The account of the `BOF` and `BOA` lines around a row, by the row's index. */
  readonly accountAt: (row: number) => string | null;
  /** True when the file opens with `BOF` but has no `EOF`. */
  readonly endMissing: boolean;
}

const controls = new Set(['BOF', 'BOA', 'BOS', 'EOS', 'EOA', 'EOF', 'MSG']);
const first = (row: readonly string[]) => (row[0] ?? '').trim();

/** Takes a Flex CSV apart: with or without `BOF` and `BOS` lines, with or without `HEADER` and `DATA` in front of each row. */
export function flexBlocks(table: CellTable): FlexBlocks {
  const { cells } = table;
  const described = describedBlocks(table);
  const around = { accountAt: accountFinder(cells), endMissing: isEndMissing(cells) };
  return described.blocks.length > 0 ? { ...described, ...around } : { ...plainBlocks(cells), ...around };
}

function plainBlocks(cells: CellTable['cells']): Pick<FlexBlocks, 'blocks' | 'headless'> {
  const blocks: FlexBlock[] = [];
  const headless: number[] = [];
  let section = '';
  let headerRow: number | undefined;
  cells.forEach((row, index) => {
    const mark = first(row).toUpperCase();
    const last = blocks.at(-1);
    if (isBlankRow(row)) return;
    if (mark === 'BOS') [section, headerRow] = [(row[1] ?? '').trim().toUpperCase(), undefined];
    else if (mark === 'EOS' && last) blocks[blocks.length - 1] = { ...last, stated: count(row[2]) };
    else if (controls.has(mark)) return;
    else if (isHeader(row)) {
      [section, headerRow] = [mark === 'HEADER' ? (row[1] ?? '').trim().toUpperCase() : section, index];
      blocks.push({ section, headerRow, start: index + 1, end: index + 1 });
    } else if (headerRow === undefined || !last) headless.push(index);
    else blocks[blocks.length - 1] = { ...last, end: index + 1 };
  });
  return { blocks, headless };
}

const count = (text: string | undefined) => (/^\d+$/.test((text ?? '').trim()) ? Number(text) : undefined);

/** A row of column names: `HEADER` says so, else two of the names are known and no cell begins like a number; or four, and one was added. */
export function isHeader(row: readonly string[]): boolean {
  if (first(row).toUpperCase() === 'HEADER') return true;
  const numbers = row.filter((cell) => /^\s*[-+.]?\d/.test(cell)).length;
  return numbers < 2 && new Set(Object.values(readHeader(row, flexFields))).size >= (numbers === 0 ? 2 : 4);
}

/** `"BOF","U1000001",…` or `"BOA","U1000001"`; a later line replaces an earlier one. */
function accountFinder(cells: CellTable['cells']): (row: number) => string | null {
  const named = cells.flatMap((row, index) => {
    if (!/^BO[AF]$/i.test(first(row))) return [];
    const accounts = row.slice(1).flatMap((cell) => /^(?:CLIENT_CODE=)?([A-Z]{0,3}\d{4,})$/i.exec(cell.trim())?.[1] ?? []);
    return accounts.length > 0 ? [{ index, account: accounts[0] }] : [];
  });
  return (row) => named.findLast(({ index }) => index < row)?.account ?? null;
}

function isEndMissing(cells: CellTable['cells']): boolean {
  const marks = new Set(cells.map((row) => first(row).toUpperCase()));
  return marks.has('BOF') && !marks.has('EOF');
}

const sectionOfCode: Readonly<Record<string, FlexSection | undefined>> = {
  POST: 'positions', OPENPOSITIONS: 'positions', TRNT: 'trades', TRADES: 'trades', CTRN: 'cash-transactions', CASHTRANSACTIONS: 'cash-transactions',
  CRTT: 'cash-report', CASHREPORT: 'cash-report', CORP: 'corporate-actions', CORPORATEACTIONS: 'corporate-actions', TRSF: 'transfers', TRANSFERS: 'transfers',
};

/** What a block holds: by its code, else by its columns; undefined for a section that is not read. */
export function sectionOf(code: string, header: readonly string[]): FlexSection | undefined {
  if (code !== '') return sectionOfCode[code.replace(/\s/g, '').toUpperCase()];
  const has = readHeader(header, flexFields);
  const any = (...fields: readonly (keyof typeof flexFields)[]) => fields.some((field) => has[field] !== undefined);
  if (any('endingCash')) return 'cash-report';
  if (any('direction', 'transferPrice') && any('quantity')) return 'transfers';
  const isCommission = header.some((name) => /^TotalCommission$/i.test(name.trim()));
  if (any('tradePrice') && any('quantity') && any('buySell', 'netCash', 'proceeds', 'tradeMoney') && !isCommission) return 'trades';
  if (any('positionValue', 'markPrice', 'costMoney', 'costPrice') && any('position') && any('symbol', 'description', 'conid')) return 'positions';
  if (!any('type') || !any('amount')) return undefined;
  return any('quantity') ? 'corporate-actions' : 'cash-transactions';
}
