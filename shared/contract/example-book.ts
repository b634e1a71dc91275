import type { Cell, Region, WorkbookContent } from '../workbook/port';

const region = (sheet: string, values: Cell[][]): Region => ({ sheet, top: 1, left: 1, values });

/** A sound book of plain sheets whose cells can be spoiled: `{ 'Holdings!C2': '120' }`. */
export function bookWith(cells: Readonly<Record<string, Cell>> = {}): WorkbookContent {
  const sheets: Record<string, Cell[][]> = {
    Accounts: [['Account ID', 'Tax type', 'Model'], ['0004471', 'Tax-free', 'Growth'], ['0004472', 'Tax-deferred', 'Growth']],
    Holdings: [
      ['Account ID', 'Symbol', 'Quantity', 'Cost basis', 'Acquired', 'Market value'],
      ['0004471', 'VTI', 120, 18240, 44259, 34800],
      ['0004472', 'BND', 410, 31980, 45492, null],
      ['0004472', 'CASH', 12400, null, null, null],
    ],
    Securities: [['Symbol', 'Price', 'Asset class'], ['VTI', 290, 'US equity'], ['BND', 73.25, 'Bonds']],
    Models: [['Model', 'Component', 'Target %', 'Max %'], ['Growth', 'US equity', 0.6, 0.7], ['Growth', 'Bonds', 0.38, null], ['Growth', 'CASH', 0.02, null]],
  };
  for (const [place, value] of Object.entries(cells)) {
    const [sheet, column, row] = /^(.+)!([A-Z])(\d+)$/.exec(place)!.slice(1);
    const rows = sheets[sheet];
    while (rows.length < Number(row)) rows.push(rows[0].map(() => null));
    rows[Number(row) - 1][column.charCodeAt(0) - 65] = value;
  }
  return { regions: Object.entries(sheets).map(([sheet, values]) => region(sheet, values)), names: { rb_AsOf: '2026-11-20' }, date1904: false };
}
