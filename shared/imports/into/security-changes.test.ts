import type { TableRow } from '../../contract';
import type { ImportedSecurity } from '../imported-security';
import type { Combined } from './combine';
import { changeSecurities } from './security-changes';

const book: TableRow<'securities'>[] = [{ symbol: 'VTI', price: 290, priceDate: '2026-11-19', row: 2 }, { symbol: 'ENB', price: 50, fx: 0.7, row: 3 }];
const changes = (...securities: ImportedSecurity[]) => {
  const holdings = securities.map(({ symbol }) => ({ accountId: 'A-1', symbol, quantity: 1 }));
  const combined: Combined = { accounts: [], holdings, securities, transactions: [], issues: [] };
  return changeSecurities(book, combined, () => undefined);
};

test('a newer price is taken with its day, an older one is not, the same changes its day only', () => {
  expect(changes({ symbol: 'vti', price: 291, priceDate: '2026-11-20' }).write.changed).toEqual([{ row: 2, cells: { price: 291, priceDate: '2026-11-20' } }]);
  expect(changes({ symbol: 'VTI', price: 290, priceDate: '2026-11-20' }).write.changed).toEqual([{ row: 2, cells: { priceDate: '2026-11-20' } }]);
  const older = changes({ symbol: 'VTI', price: 289, priceDate: '2026-11-18' });
  expect([older.write.changed, older.issues.map(({ code }) => code)]).toEqual([[], ['I22']]);
});

test('a security that is held and unknown is added; CASH never', () => {
  const { added, write } = changes({ symbol: 'NEW', price: 5, name: 'n'.repeat(300), cusip: '123456789' }, { symbol: 'CASH', price: 1 });
  expect(added).toEqual(['NEW']);
  expect(write.added).toEqual([{ symbol: 'NEW', price: 5, name: 'n'.repeat(120), cusip: '123456789' }]);
});

test('prices are in the currency of the book, before and after', () => {
  const { before, after } = changes({ symbol: 'ENB', price: 60 });
  expect([before('enb'), after('ENB'), before('CASH'), after('nobody')]).toEqual([35, 42, 1, undefined]);
});
