import type { Cell, WorkbookContent } from '../workbook/port';
import { bookWith } from './example-book';

/** A workbook in which reading must report a code, and the nearest thing that it must not. */
export interface ReadingExample {
  readonly fails: WorkbookContent;
  readonly passes: WorkbookContent;
}

type Cells = Readonly<Record<string, Cell>>;

const cells = (fails: Cells, passes: Cells): ReadingExample => ({ fails: bookWith(fails), passes: bookWith(passes) });

const sound = bookWith();

const named = (version: string): WorkbookContent => ({ ...sound, names: { ...sound.names, rb_Contract: version } });

const merged = (...ranges: readonly string[]): WorkbookContent => ({ ...sound, regions: sound.regions.map((region) => (region.sheet === 'Accounts' ? { ...region, merged: ranges } : region)) });

const template = (quantity: number): WorkbookContent => {
  const header = ['Account ID', 'Symbol', 'Quantity', 'Cost basis', 'Acquired', 'Lot ID'];
  const row: Cell[] = ['4471-0093', 'VTI', quantity, 18240, 44259, 'L-1042'];
  return { ...sound, regions: sound.regions.map((region) => (region.sheet === 'Holdings' ? { ...region, values: [header, row] } : region)) };
};

/** An example of each code that reading the cells reports. G17 has none: it needs somebody who types. */
export const readingExamples: Readonly<Record<string, ReadingExample>> = {
  G01: { fails: { ...sound, regions: sound.regions.filter(({ sheet }) => sheet !== 'Models') }, passes: sound },
  G02: cells({ 'Holdings!C1': 'Quanttiy' }, { 'Holdings!C1': 'qty' }),
  G03: cells({ 'Holdings!F1': 'Shares' }, { 'Holdings!F1': 'Own note' }),
  G04: cells({ 'Securities!B2': '#N/A' }, { 'Securities!B2': 290 }),
  G05: cells({ 'Securities!B2': 'Requesting Data…' }, { 'Securities!C2': 'Waiting list' }),
  G06: cells({ 'Holdings!C2': '1,200.5' }, { 'Holdings!C2': 1200.5 }),
  G07: cells({ 'Holdings!B2': ' VTI\u00a0' }, { 'Holdings!B2': 'vti' }),
  G08: cells({ 'Models!C2': 60, 'Models!C3': 38, 'Models!C4': 2 }, { 'Models!C2': 0.6 }),
  G09: cells({ 'Holdings!E2': '03/04/26' }, { 'Holdings!E2': '03/14/26' }),
  G10: cells({ 'Holdings!E2': '2021-02-30' }, { 'Holdings!E2': '2021-02-28' }),
  G11: cells({ 'Accounts!B2': 'Taxfre' }, { 'Accounts!B2': 'roth IRA' }),
  G13: cells({ 'Accounts!A5': '0004473', 'Accounts!B5': 'Exempt', 'Accounts!C5': 'Growth' }, { 'Accounts!A4': '0004473', 'Accounts!B4': 'Exempt', 'Accounts!C4': 'Growth' }),
  G15: { fails: merged('C2:C3'), passes: merged('A1:C1') },
  G19: { fails: template(120.5), passes: template(121) },
  G20: { fails: named('9.0'), passes: named('1.0') },
  H10: cells({ 'Holdings!A2': 4.471009300001e17 }, { 'Holdings!A2': '447100930000100000' }),
};
