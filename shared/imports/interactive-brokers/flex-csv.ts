import type { Issue } from '../../issue';
import type { CellTable, Contents, CustodianFile, ImportFormat, ImportRow } from '../format';
import { importIssue } from '../issues';
import type { LineReader } from '../table/line';
import { blockLines, type BlockLines } from './complete';
import { findSlashOrder, flexSpelling, unclearDays } from './days';
import { flexBlocks, isHeader, sectionOf, type FlexBlock, type FlexBlocks } from './flex-blocks';
import { flexFields, type FlexField, type FlexSection } from './flex-fields';
import { FlexReading } from './flex-reading';
import { complainOfStrayRows } from './stray-rows';

/**
 * Interactive Brokers, Flex query in CSV: sections one below the other, each with its own columns.
 *
 * ```
 * "BOF","U1000001","positions","2","20260101","20261120",…        header and trailer records: may be absent
 * "BOA","U1000001"
 * "BOS","POST","Position; trade date basis"
 * "ClientAccountID","CurrencyPrimary","AssetClass","Symbol",…     column names; with descriptors: "HEADER","POST","ClientAccountID",…
 * "U1000001","USD","STK","VTI",…,"SUMMARY"                        position; with descriptors: "DATA","POST","U1000001",…
 * "U1000001","USD","STK","VTI",…,"LOT"                            lot of it
 * "EOS","POST","2"                                                number of rows: a check
 * "EOA","U1000001"
 * "EOF"
 * ```
 */
export const interactiveBrokersFlexCsv: ImportFormat = {
  title: 'Interactive Brokers, Flex query (CSV)',
  about: [
    'Performance & Reports, *Flex Queries*, format CSV with column headers. Select *Open Positions* with *Summary* and *Lot*, and *Cash Report*.',
    'Header and trailer records, section codes and line descriptors may be there or not; without column headers the file cannot be read.',
    'Include *ClientAccountID*, *CurrencyPrimary* and *LevelOfDetail*: without the last, a lot cannot be told from its position.',
  ],
  recognizes,
  read,
};

/** Column names that no other custodian uses. */
const ownNames = new Set(
  [
    ['ClientAccountID', 'CurrencyPrimary', 'FXRateToBase', 'LevelOfDetail', 'CostBasisMoney', 'CostBasisPrice', 'FifoPnlUnrealized'],
    ['FifoPnlRealized', 'IBCommission', 'IBCommissionCurrency', 'IBExecID', 'OpenDateTime', 'PositionValue', 'EndingCash'],
  ].flat().map((name) => name.toLowerCase()),
);

function recognizes({ tables }: CustodianFile): number {
  return Math.max(0, ...tables.map(certainty));
}

function certainty({ cells }: CellTable): number {
  const own = Math.max(0, ...cells.filter(isHeader).map((row) => row.filter((cell) => ownNames.has(cell.trim().toLowerCase())).length));
  const begins = cells.some((row) => /^BOF$/i.test((row[0] ?? '').trim())) && (own > 0 || cells.some((row) => /^BO[AS]$/i.test((row[0] ?? '').trim())));
  return begins ? 1 : own === 0 ? 0 : Math.min(0.55 + own * 0.1, 0.95);
}

function read(file: CustodianFile): Contents {
  const found = file.tables.filter((table) => certainty(table) > 0).map((table) => readTable(file, table));
  return { rows: found.flatMap(({ rows }) => rows), issues: found.flatMap(({ issues }) => issues) };
}

function readTable(file: CustodianFile, table: CellTable): { rows: readonly ImportRow[]; issues: readonly Issue[] } {
  const parts = flexBlocks(table);
  const reading = new FlexReading();
  const issues: Issue[] = [...complaints(file, parts), ...complainOfStrayRows(file, table)];
  const order = findSlashOrder(table.cells.map((row) => row.join('\n')).join('\n'));
  const spelling = flexSpelling(order);
  for (const block of parts.blocks) {
    const section = sectionOf(block.section, table.cells[block.headerRow]);
    if (!section) continue;
    const lines = blockLines<FlexField>(file, table, block, flexFields, spelling);
    const rows = addBlock(reading, section, lines, parts);
    if (block.stated !== undefined && block.stated !== rows) complainOfCount(lines.reader, block, rows);
    issues.push(...lines.reader.issues);
  }
  const rows = reading.rows();
  return { rows, issues: [...unclearDays(order, file.name), ...issues, ...missingAccount(file, rows)] };
}

function addBlock(reading: FlexReading, section: FlexSection, { reader, end }: BlockLines<FlexField>, { accountAt }: FlexBlocks): number {
  let rows = 0;
  for (const line of reader.lines(end)) {
    const account = accountAt(line.number - 1);
    reader.subject = { account: line.text('account') ?? account, symbol: line.text('symbol') };
    reading.add(section, line, { account, toDate: null });
    rows += 1;
  }
  return rows;
}

function complainOfCount(reader: LineReader<FlexField>, block: FlexBlock, rows: number): void {
  reader.subject = {};
  reader.complain('H13', block.end + 1, undefined, {
    message: `Section ${block.section} has ${rows} rows, but its last line, ${block.end + 1}, says ${block.stated}.`,
    fix: 'Maybe rows were filtered out or deleted before the file was saved.',
  });
}

function complaints({ name }: CustodianFile, { headless, endMissing }: FlexBlocks): Issue[] {
  const unread = headless.length > 0 && importIssue('I01', { file: name, line: headless[0] + 1 }, {
    message: `No column names stand above line ${headless[0] + 1}; ${headless.length === 1 ? 'it was' : `${headless.length} such lines were`} not read.`,
    fix: 'Maybe the query leaves out column headers: include them in its delivery settings.',
  });
  const cut = endMissing && importIssue('I13', { file: name }, {
    message: 'The file begins with a BOF line but has no EOF line.',
    fix: 'Maybe the download was cut off: run the query again.',
  });
  return [unread, cut].filter((issue) => issue !== false);
}

function missingAccount({ name }: CustodianFile, rows: readonly ImportRow[]): Issue[] {
  const anonymous = rows.find(({ account, kind }) => account === null && kind !== 'skip');
  if (!anonymous) return [];
  const message = `The file does not name the account of line ${anonymous.line}.`;
  return [importIssue('I03', { file: name, line: anonymous.line }, { message, fix: 'Maybe add ClientAccountID to the query; or choose the account.' })];
}
