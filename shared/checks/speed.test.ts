import type { Cell, WorkbookContent } from '../workbook/port';
import { readTables } from '../contract/parse';
import { check } from '.';

/** A workbook of `lots` lots in accounts of 100 lots, 500 securities in 10 classes; every tenth lot has something wrong. */
function bigWorkbook(lots: number): WorkbookContent {
  const symbols = Array.from({ length: 500 }, (_, index) => `S${index}`);
  const accounts = Array.from({ length: lots / 100 }, (_, index) => `A-${String(index).padStart(6, '0')}`);
  const rows = Array.from({ length: lots }, (_, index): Cell[] => {
    const wrong = index % 10 === 0;
    return [accounts[Math.floor(index / 100)], symbols[index % 500], wrong ? '1,200' : 120, wrong ? 'n/a' : 18240, wrong ? '2021-03-04' : 44259, `L-${index}`, 6000];
  });
  const region = (sheet: string, values: Cell[][]) => ({ sheet, top: 1, left: 1, values });
  return {
    names: { rb_AsOf: '2026-11-20' },
    date1904: false,
    regions: [
      region('Accounts', [['Account ID', 'Tax type', 'Model', 'Household ID'], ...accounts.map((id, index): Cell[] => [id, 'Taxable', 'Growth', `H-${Math.floor(index / 2)}`])]),
      region('Holdings', [['Account ID', 'Ticker', 'Qty', 'Cost basis', 'Purchase date', 'Lot ID', 'Market value'], ...rows]),
      region('Securities', [['Symbol', 'Price', 'Asset class'], ...symbols.map((symbol, index): Cell[] => [symbol, index % 50 === 0 ? '#N/A' : 50, `Class ${index % 10}`])]),
      region('Models', [['Model', 'Component', 'Weight'], ...Array.from({ length: 10 }, (_, index): Cell[] => ['Growth', `Class ${index}`, 0.1])]),
    ],
  };
}

function measure(lots: number): number {
  const content = bigWorkbook(lots);
  const start = performance.now();
  const { tables, places, issues } = readTables(content);
  const found = check(tables, { asOf: '2026-11-20', places });
  expect(tables.holdings).toHaveLength(lots);
  expect(issues.length + found.length).toBeGreaterThan(0);
  return performance.now() - start;
}

test('time grows with the rows and not with their square', () => {
  measure(5_000);
  const small = Math.min(measure(10_000), measure(10_000));
  const large = measure(80_000);
  // Eight times the rows may take eight times as long; a square would take sixty-four times.
  expect(large).toBeLessThan(small * 30 + 500);
});
