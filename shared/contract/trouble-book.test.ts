import { indexBook } from './book-index';
import { TroubleBook } from './trouble-book';

const index = indexBook({ accounts: [{ accountId: 'A' }], holdings: [], securities: [], models: [] });
const place = () => ({ sheet: 'Holdings', cell: 'D7' });

test('a skip names every row that shows it, a warning none', () => {
  const book = new TroubleBook();
  for (const row of [7, 9]) {
    book.add({ code: 'G06', severity: 'skip', says: 'is "n/a"', found: 'n/a' }, 'holdings', 'Cost basis', place, { row, accountId: 'A' });
    book.add({ code: 'G07', severity: 'warn', says: 'is " A"', found: ' A' }, 'holdings', 'Account ID', place, { row, accountId: 'A' });
  }
  expect(book.issues(index).map(({ code, rows, lines }) => [code, rows, lines])).toEqual([['G06', 2, [7, 9]], ['G07', 2, undefined]]);
});
