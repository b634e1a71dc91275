import { isNetx360Holdings } from './marks';

const header = (row: number) => ({ row, columns: {} });
const sureness = (...cells: string[][]) => isNetx360Holdings({ cells }, header(cells.findIndex((row) => row.includes('CUSIP'))));

test('a banner is enough, and so are four columns that only NetX360 prints', () => {
  expect(sureness(['Report Name : Holdings by Assets'], ['CUSIP', 'Quantity'])).toBeGreaterThan(0.9);
  expect(sureness(['CUSIP', 'Snapshot Date', 'IP Name', 'Cost (Position)', 'Last Date of Price'])).toBeGreaterThan(0.9);
});

test('few columns are enough together with the number of a balance', () => {
  expect(sureness(['CUSIP', 'Account Type Description'], ['USD999997', 'CASH'])).toBeGreaterThan(0.5);
  expect(sureness(['CUSIP', 'Quantity'], ['037833100', '3'])).toBeLessThan(0.5);
});

test('a list of lots is another report', () => {
  expect(sureness(['Report Name : Holdings'], ['CUSIP', 'Taxlot ID'])).toBe(0);
  expect(isNetx360Holdings({ cells: [] }, undefined)).toBe(0);
});
