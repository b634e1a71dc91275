import type { Contents, CustodianFile, ImportFormat } from '../format';
import { importIssue } from '../issues';
import { RecordReader } from '../table/record';
import { findSlashOrder, flexSpelling, unclearDays } from './days';
import { readElements, type FlexElement } from './flex-elements';
import { flexFields, type FlexField, type FlexSection } from './flex-fields';
import { FlexReading } from './flex-reading';
import type { FlexContext } from './flex-rows';

/**
 * Interactive Brokers, Activity Flex Query or Trade Confirmation Flex Query in XML.
 *
 * ```
 * <FlexQueryResponse queryName="positions" type="AF">
 *   <FlexStatements count="2">
 *     <FlexStatement accountId="U1000001" fromDate="20260101" toDate="20261120" …>
 *       <OpenPositions>
 *         <OpenPosition symbol="VTI" position="24" markPrice="310" levelOfDetail="SUMMARY" …/>   position
 *         <OpenPosition symbol="VTI" position="24" openDateTime="20250807;104523" … "LOT" …/>    lot of it
 *       <CashReport><CashReportCurrency currency="USD" endingCash="812.5" …/>                    cash, per currency and as BASE_SUMMARY
 *       <Trades><Trade …/>  <CashTransactions><CashTransaction …/>  <CorporateActions>…          transactions, at several levels of detail
 * ```
 */
export const interactiveBrokersFlex: ImportFormat = {
  title: 'Interactive Brokers, Flex query (XML)',
  ofText: true,
  about: [
    'Performance & Reports, *Flex Queries*, format XML. Select *Open Positions* with *Summary* and *Lot*, and *Cash Report*.',
    'Any choice of fields is read; what a query leaves out is unknown. A query over several accounts may be one file.',
    'A query that breaks out by day repeats the holdings: the last day of each account counts.',
    'Of trades and cash told at several levels of detail, the finest is read.',
    'Where every date with slashes could be read either way, the month comes first, and the reading says so; choose yyyyMMdd to be sure.',
  ],
  recognizes,
  read,
};

/** The sections by the elements of their records, and the level of detail an element stands for. */
const sectionOf: Readonly<Record<string, { readonly section: FlexSection; readonly level?: string } | undefined>> = {
  OpenPosition: { section: 'positions' },
  CashReportCurrency: { section: 'cash-report' },
  Trade: { section: 'trades', level: 'EXECUTION' },
  TradeConfirm: { section: 'trades', level: 'EXECUTION' },
  TradeConfirmation: { section: 'trades', level: 'EXECUTION' },
  Order: { section: 'trades', level: 'ORDER' },
  SymbolSummary: { section: 'trades', level: 'SYMBOL_SUMMARY' },
  AssetSummary: { section: 'trades', level: 'ASSET_SUMMARY' },
  Lot: { section: 'trades', level: 'CLOSED_LOT' },
  WashSale: { section: 'trades', level: 'WASH_SALE' },
  CashTransaction: { section: 'cash-transactions' },
  CorporateAction: { section: 'corporate-actions' },
  Transfer: { section: 'transfers' },
};

function recognizes({ text }: CustodianFile): number {
  const start = text.slice(0, 4000);
  if (/<FlexQueryResponse[\s>]/.test(start)) return 1;
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?<FlexStatements?[\s>]/.test(start) ? 0.9 : 0;
}

function read(file: CustodianFile): Contents {
  const { elements, fault } = readElements(file.text);
  const order = findSlashOrder(file.text);
  const reader = new RecordReader<FlexField>(file.name, flexFields, flexSpelling(order));
  const reading = new FlexReading();
  let context: FlexContext = { account: null, toDate: null };
  for (const element of elements) {
    if (element.name === 'FlexStatement') context = contextOf(element, reader);
    if (element.name === 'AccountInformation') reading.addBaseCurrency(context.account, element.attributes.get('currency') || null);
    const known = Object.hasOwn(sectionOf, element.name) ? sectionOf[element.name] : undefined;
    if (!known) continue;
    const line = reader.record(element.attributes, element.line);
    reader.subject = { account: line.text('account') ?? context.account, symbol: line.text('symbol') };
    reading.add(known.section, line, context, known.level);
  }
  const rows = reading.rows();
  const broken = fault && importIssue('I01', { file: file.name, line: fault.line }, {
    message: `The file ${fault.problem} on line ${fault.line}; what follows was not read.`,
    fix: 'Maybe the download was cut off: run the query again.',
  });
  return { rows, issues: [...(broken ? [broken] : []), ...unclearDays(order, file.name), ...reader.issues] };
}

function contextOf({ attributes, line }: FlexElement, reader: RecordReader<FlexField>): FlexContext {
  const record = reader.record(attributes, line);
  return { account: record.text('account'), toDate: record.day('toDate') };
}
