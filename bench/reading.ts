import { check } from '../shared/checks';
import { readTables } from '../shared/contract/parse';
import { proposeRepairs } from '../shared/repairs/propose';
import type { Cell, Region, WorkbookContent } from '../shared/workbook/port';

/** Every tenth lot has three cells to mend, as a book pasted from another program has. */
const wrongEvery = 10;
const asOf = '2026-11-20';

/** A workbook of `lots` lots: accounts of 100, 500 securities in 10 classes, one model. */
export function bookOf(lots: number): WorkbookContent {
  const symbols = Array.from({ length: 500 }, (_, index) => `S${index}`);
  const accounts = Array.from({ length: Math.ceil(lots / 100) }, (_, index) => `A-${String(index).padStart(6, '0')}`);
  const lot = (index: number): Cell[] => {
    const wrong = index % wrongEvery === 0;
    return [accounts[Math.floor(index / 100)], symbols[index % 500], wrong ? '1,200' : 120, wrong ? '$5,500' : 5500, wrong ? '2021-03-04' : 44_259, `L-${index}`, 6000];
  };
  const region = (sheet: string, values: Cell[][]): Region => ({ sheet, top: 1, left: 1, values });
  return {
    names: { rb_AsOf: asOf },
    date1904: false,
    regions: [
      region('Accounts', [['Account ID', 'Tax type', 'Model'], ...accounts.map((id): Cell[] => [id, 'Taxable', 'Growth'])]),
      region('Holdings', [['Account ID', 'Symbol', 'Quantity', 'Cost basis', 'Acquired', 'Lot ID', 'Market value'], ...Array.from({ length: lots }, (_, index) => lot(index))]),
      region('Securities', [['Symbol', 'Price', 'Asset class'], ...symbols.map((symbol, index): Cell[] => [symbol, 50, `Class ${index % 10}`])]),
      region('Models', [['Model', 'Component', 'Target %'], ...Array.from({ length: 10 }, (_, index): Cell[] => ['Growth', `Class ${index}`, 0.1])]),
    ],
  };
}

/** Seconds and resident megabytes after each part, for one size. */
export interface ReadingFigures {
  readonly lots: number;
  readonly readSeconds: number;
  readonly checkSeconds: number;
  readonly repairSeconds: number;
  /** With the cells alone, and at the end of reading, of checking, of proposing. */
  readonly megabytes: readonly [cells: number, read: number, checked: number, proposed: number];
}

/** Reads, checks and proposes repairs for a book of `lots` lots, once. */
export function measureReading(lots: number): ReadingFigures {
  const content = bookOf(lots);
  const cells = resident();
  const start = performance.now();
  const { tables, places, issues } = readTables(content);
  const read = performance.now();
  const readMegabytes = resident();
  const found = check(tables, { asOf, places });
  const checked = performance.now();
  const checkedMegabytes = resident();
  const repairs = proposeRepairs(content, { asOf });
  const proposed = performance.now();
  if (tables.holdings.length !== lots || issues.length + found.length === 0 || repairs.length === 0) throw new Error('The book was not read as it was made');
  const seconds = (from: number, to: number): number => Number(((to - from) / 1000).toFixed(2));
  return { lots, readSeconds: seconds(start, read), checkSeconds: seconds(read, checked), repairSeconds: seconds(checked, proposed), megabytes: [cells, readMegabytes, checkedMegabytes, resident()] };
}

const resident = (): number => Math.round(process.memoryUsage().rss / 1e6);

/** `node -r ./server/jobs/fixtures/typescript.cjs bench/reading.ts [LOTS …]`, one process a size: memory is not given back in between. */
if (require.main === module) {
  const [lots = '10000'] = process.argv.slice(2);
  console.log(JSON.stringify(measureReading(Number(lots))));
}
