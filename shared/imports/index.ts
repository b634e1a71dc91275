import type { Issue } from '../issue';
import type { IsoDate } from '../units';
import { excerptOf } from './excerpt';
import { complainOfDayOrder, complainOfFuture } from './table/day-order';
import { complainOfDecimalMark } from './table/decimal-mark';
import { complainOfDoubledRows } from './table/doubled-rows';
import { complainOfFullSheet } from './table/full-sheet';
import { complainOfOddFigures } from './table/odd-figures';
import { complainOfOddRows } from './table/odd-rows';
import { complainOfOddSymbols } from './table/odd-symbols';
import { etradePortfolio } from './etrade/portfolio';
import { etradeTransactions } from './etrade/transactions';
import { fidelityHistory } from './fidelity/history';
import { fidelityLots } from './fidelity/lots';
import { fidelityPositions } from './fidelity/positions';
import { fidelityRealized } from './fidelity/realized';
import { fidelityStatement } from './fidelity/statement';
import type { Contents, CustodianFile, ImportFormat, ImportRow } from './format';
import { genericTable } from './generic/table';
import { interactiveBrokersFlex } from './interactive-brokers/flex';
import { interactiveBrokersFlexCsv } from './interactive-brokers/flex-csv';
import { interactiveBrokersStatement } from './interactive-brokers/statement';
import { interactiveBrokersTransactions } from './interactive-brokers/transactions';
import { m1Holdings } from './m1/holdings';
import { m1Lots } from './m1/lots';
import { merrillHoldings } from './merrill/holdings';
import { merrillPositions } from './merrill/positions';
import { merrillSummary } from './merrill/summary';
import { ofxStatement } from './ofx/statement';
import { pershingGcus } from './pershing/gcus';
import { pershingHoldings } from './pershing/holdings';
import { pershingRealized } from './pershing/realized';
import { pershingUnrealized } from './pershing/unrealized';
import { robinhoodActivity } from './robinhood/activity';
import { tdameritradeTransactions } from './tdameritrade/transactions';
import { vanguardCostBasis } from './vanguard/cost-basis';
import { vanguardDownload } from './vanguard/download';
import { schwabLotDetails } from './schwab/lot-details';
import { schwabPositions } from './schwab/positions';
import { schwabRealizedLots } from './schwab/realized-lots';
import { schwabTransactions } from './schwab/transactions';
import { schwabTransactionsJson } from './schwab/transactions-json';

/** Every layout we read. To add one: its file, its fixtures, and a line here. */
export const formats = {
  'etrade-portfolio': etradePortfolio,
  'etrade-transactions': etradeTransactions,
  'm1-holdings': m1Holdings,
  'm1-lots': m1Lots,
  'merrill-holdings': merrillHoldings,
  'merrill-positions': merrillPositions,
  'merrill-summary': merrillSummary,
  'pershing-gcus': pershingGcus,
  'pershing-holdings': pershingHoldings,
  'pershing-realized': pershingRealized,
  'pershing-unrealized': pershingUnrealized,
  'robinhood-activity': robinhoodActivity,
  'tdameritrade-transactions': tdameritradeTransactions,
  'fidelity-positions': fidelityPositions,
  'fidelity-lots': fidelityLots,
  'fidelity-history': fidelityHistory,
  'fidelity-realized': fidelityRealized,
  'fidelity-statement': fidelityStatement,
  'vanguard-download': vanguardDownload,
  'vanguard-cost-basis': vanguardCostBasis,
  'schwab-lot-details': schwabLotDetails,
  'schwab-positions': schwabPositions,
  'schwab-realized-lots': schwabRealizedLots,
  'schwab-transactions': schwabTransactions,
  'schwab-transactions-json': schwabTransactionsJson,
  'interactive-brokers-flex': interactiveBrokersFlex,
  'interactive-brokers-flex-csv': interactiveBrokersFlexCsv,
  'interactive-brokers-statement': interactiveBrokersStatement,
  'interactive-brokers-transactions': interactiveBrokersTransactions,
  'ofx-statement': ofxStatement,
  'generic-table': genericTable,
} as const satisfies Readonly<Record<string, ImportFormat>>;

export type FormatName = keyof typeof formats;

/** An export, read. */
export interface Reading {
  /** Absent when no format recognizes the file; `issues` says so. */
  readonly format?: FormatName;
  /** How sure we are of the format, 0 to 1. */
  readonly confidence: number;
  readonly asOf?: IsoDate;
  readonly rows: readonly ImportRow[];
  readonly issues: readonly Issue[];
}

/** Below this, a file only happens to share some headers with a format. */
const leastConfidence = 0.5;

/** Guesses at any table: asked only when no layout that is known recognizes the file. */
const lastResort = 'generic-table' satisfies FormatName;

/** A format, and how sure we are of it. */
interface Recognized {
  readonly format: FormatName;
  readonly confidence: number;
}

/** Reads an export by the format that recognizes it best; an unknown file is an issue, not an error. */
export function readExport(file: CustodianFile): Reading {
  const excerpt = excerptOf(file);
  const known = (Object.keys(formats) as FormatName[]).filter((format) => format !== lastResort);
  const [best] = known
    .map((format): Recognized => ({ format, confidence: formats[format].recognizes(excerpt) }))
    .sort((a, b) => b.confidence - a.confidence);
  const chosen: Recognized = best.confidence < leastConfidence ? { format: lastResort, confidence: formats[lastResort].recognizes(file) } : best;
  if (chosen.confidence < leastConfidence) return { confidence: chosen.confidence, rows: [], issues: unknownFile(file) };
  return { ...chosen, ...readBy(formats[chosen.format], file) };
}

/** What a format finds, and what is odd about its rows whatever the format: cells that do not fit their table or each other, rows twice, days turned. */
export function readBy(format: ImportFormat, file: CustodianFile): Contents {
  const contents = format.read(file);
  const { rows, issues } = contents;
  const odd = [
    ...(format.ofText ? [] : [...complainOfOddRows(file, rows), ...complainOfFullSheet(file), ...complainOfDayOrder(file, contents)]),
    ...complainOfFuture(file, contents),
    ...complainOfDecimalMark(file, contents),
    ...complainOfOddFigures(file, rows, issues),
    ...complainOfOddSymbols(file, rows),
    ...complainOfDoubledRows(file, rows),
  ];
  return odd.length === 0 ? contents : { ...contents, issues: [...issues, ...odd] };
}

/** What the last resort found, and what is missing; then what else we read. */
function unknownFile(file: CustodianFile): readonly Issue[] {
  const titles = Object.values(formats).map(({ title }) => title);
  return formats[lastResort].read(file).issues.map((issue) => ({ ...issue, fix: `${issue.fix ?? ''} Maybe it is another report of the custodian; we read: ${titles.join('; ')}.`.trim() }));
}
