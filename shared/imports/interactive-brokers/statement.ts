import type { Issue } from '../../issue';
import type { CellTable, Contents, CustodianFile, ImportFormat, ImportRow } from '../format';
import { joinContents } from '../table/blocks';
import { describedBlocks } from './blocks';
import { settleHoldings, type DatedRow } from './holdings';
import { readInstruments } from './instruments';
import { readCash } from './statement-cash';
import { readEntries } from './statement-entries';
import { readFacts } from './statement-facts';
import { positionSections, readPositions } from './statement-positions';
import { readTrades } from './statement-trades';
import { complaintsOf, nothingRead } from './statement-complaints';
import type { Section } from './statement-section';
import { statementsOf, type Statement } from './statement-parts';

/**
 * Interactive Brokers, Activity Statement in CSV: sections one below the other, every row beginning with its section and its kind.
 *
 * ```
 * Statement,Data,Period,"November 20, 2026"
 * Account Information,Data,Account,U1000001
 * Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Open,Quantity,Mult,Cost Price,Cost Basis,Close Price,Value,…,Code
 * Open Positions,Data,Summary,Stocks,USD,VTI,-,24,1,200,4800,310,7440,…,                   position
 * Open Positions,Data,Lot,Stocks,USD,VTI,"2025-08-07, 10:45:23",24,,200,4800,310,7440,…,LT  lot of it
 * Open Positions,Total,,Stocks,USD,,,,,,4800,,7440,…,                                      check; again in the base currency
 * Cash Report,Data,Ending Cash,USD,812.5,812.5,0,                                          cash; Base Currency Summary is their sum
 * Trades,Data,Order,Stocks,USD,VTI,"2026-05-04, 09:30:01",-2,…                             transactions; ClosedLot rows are realized lots
 * ```
 */
export const interactiveBrokersStatement: ImportFormat = {
  title: 'Interactive Brokers, Activity Statement (CSV)',
  about: [
    'Performance & Reports, *Statements*, Activity, download as CSV in English. For lots, customize the statement and expand the lots of open positions.',
    'Positions and cash are read per currency, each amount in its own currency; totals per currency are checked, totals in the base currency are not.',
    'Trades, dividends, interest, fees, taxes, deposits, corporate actions and transfers are read as transactions; accruals are left out.',
    'A statement in another language is recognized but cannot be read.',
  ],
  recognizes,
  read,
};

const ownSections = new Set([
  'Open Positions', 'Long Open Positions', 'Short Open Positions', 'Cash Report', 'Trades', 'Financial Instrument Information', 'Net Asset Value',
  'Mark-to-Market Performance Summary', 'Account Information', 'Dividends', 'Deposits & Withdrawals',
]);

function recognizes({ tables }: CustodianFile): number {
  return Math.max(0, ...tables.map(certainty));
}

function certainty(table: CellTable): number {
  const { blocks } = describedBlocks(table);
  const sections = new Set(blocks.map(({ section }) => section));
  if (sections.size === 0 || sections.has('Transaction History') || sections.has('OpenPositions')) return 0;
  const own = [...sections].filter((section) => ownSections.has(section)).length;
  const facts = readFacts(table.cells);
  if (facts.title === 'Activity Statement') return 1;
  if (own > 0) return Math.min(0.95, 0.75 + own * 0.05 + (sections.has('Statement') ? 0.1 : 0));
  return sections.has('Statement') || sections.size > 2 ? 0.55 : 0;
}

function read(file: CustodianFile): Contents {
  const contents = joinContents(file.tables.flatMap((table) => statementsOf(table).map((statement) => readStatement(file, table, statement))));
  return contents.rows.length > 0 || contents.issues.length > 0 ? contents : { ...contents, issues: [nothingRead(file)] };
}

function readStatement(file: CustodianFile, table: CellTable, statement: Statement): Contents {
  const facts = readFacts(table.cells.slice(statement.start, statement.end));
  const common = { file, table, facts, instruments: readInstruments(table, statement.blocks) };
  const held: DatedRow[] = [];
  const rows: ImportRow[] = [];
  const issues: Issue[] = [];
  const sections = statement.blocks.map((block): Section => ({ ...common, block }));
  const cash = sections.filter(({ block }) => block.section === 'Cash Report');
  for (const section of sections) {
    const found: Found | undefined = section === cash[0] ? readCash(cash) : readSection(section);
    held.push(...(found?.held ?? []));
    rows.push(...(found?.rows ?? []));
    issues.push(...(found?.issues ?? []));
  }
  const all = [...settleHoldings(held), ...rows];
  return { asOf: facts.asOf ?? undefined, rows: all, issues: [...issues, ...complaintsOf(file, table, statement, facts, all)] };
}

/** What a section holds. */
interface Found {
  readonly held?: readonly DatedRow[];
  readonly rows: readonly ImportRow[];
  readonly issues: readonly Issue[];
}

/** Undefined for a section that is not read. */
function readSection(section: Section): Found | undefined {
  const { section: name } = section.block;
  if (positionSections.test(name)) return readPositions(section);
  if (name === 'Cash Report') return undefined; // Read with its first part.
  return name === 'Trades' ? readTrades(section) : readEntries(section);
}
