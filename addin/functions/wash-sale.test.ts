import { describe, expect, it } from '@jest/globals';
import { serialFromIso } from '../../shared/excel-dates';
import { washSale } from './wash-sale';

const header = ['Account ID', 'Date', 'Action', 'Symbol', 'Quantity', 'Amount', 'Short-term gain', 'Long-term gain', 'Lot ID'];
const row = (accountId: unknown, date: unknown, action: unknown, symbol: unknown, quantity: unknown): unknown[] => [
  accountId,
  typeof date === 'string' && /^\d{4}-/.test(date) ? serialFromIso(date) : date,
  action,
  symbol,
  quantity,
  null,
  null,
  null,
  null,
];
const asOf = serialFromIso('2026-11-20');
const range = (...rows: unknown[][]): unknown[][] => [header, ...rows];
const bought = row('4471-0088', '2026-11-03', 'Buy', 'VTI', 12);

describe('=REBAL.WASHSALE', () => {
  it('names the purchase and the first clear day', () => {
    expect(washSale('VTI', asOf, range(bought))).toBe('Blocked until 2026-12-04: 12 bought 2026-11-03 in 4471-0088');
    expect(washSale('vti', '2026-12-03', range(bought))).toBe('Blocked until 2026-12-04: 12 bought 2026-11-03 in 4471-0088');
    expect(washSale('VTI', '2026-12-04', range(bought))).toBe('Clear');
  });
  it('is clear of other symbols, sales and transfers, and of nothing at all', () => {
    expect(washSale('BND', asOf, range(bought))).toBe('Clear');
    expect(
      washSale(
        'VTI',
        asOf,
        range(row('4471-0088', '2026-11-03', 'Sell', 'VTI', 12), row('4471-0088', '2026-11-04', 'Transfer in', 'VTI', 12)),
      ),
    ).toBe('Clear');
    expect(washSale('VTI', asOf, range())).toBe('Clear');
  });
  it('counts reinvestments and open orders, and purchases after the sale', () => {
    expect(washSale('VTI', asOf, range(row('IRA-1', '2026-11-05', 'Reinvestment', 'VTI', 0.8)))).toBe(
      'Blocked until 2026-12-06: 0.8 reinvested 2026-11-05 in IRA-1',
    );
    expect(washSale('VTI', asOf, range(bought, row('IRA-1', '2026-11-19', 'Open order', 'VTI', 5)))).toBe(
      'Blocked: 5 on an open order of 2026-11-19 in IRA-1 and 1 more',
    );
    expect(washSale('VTI', '2026-10-10', range(bought))).toBe('Blocked until 2026-12-04: 12 bought 2026-11-03 in 4471-0088');
  });
  it('takes substitutes as the same, in a range or as text', () => {
    expect(washSale('ITOT', asOf, range(bought), [['VTI'], [null]])).toMatch(/^Blocked until 2026-12-04/);
    expect(washSale('ITOT', asOf, range(bought), 'SCHB, VTI' as unknown as unknown[][])).toMatch(/^Blocked/);
    expect(washSale('ITOT', asOf, range(bought), null as unknown as unknown[][])).toBe('Clear');
  });
  it('takes another window', () => {
    expect(washSale('VTI', asOf, range(bought), null as unknown as unknown[][], 10)).toBe('Clear');
    expect(washSale('VTI', asOf, range(bought), null as unknown as unknown[][], 0)).toMatch(/^Blocked until 2026-12-04/);
  });
  it("finds columns by a custodian's words, in any order", () => {
    const other = [
      ['Ticker', 'trade_date', 'Qty', 'Type', 'Acct #'],
      ['VTI', '2026-11-03', -12, 'Bought', '4471-0088'],
    ];
    expect(washSale('VTI', asOf, other)).toBe('Blocked until 2026-12-04: 12 bought 2026-11-03 in 4471-0088');
  });
  it('needs no account column', () => {
    expect(
      washSale('VTI', asOf, [
        ['Symbol', 'Date', 'Quantity', 'Action'],
        ['VTI', '2026-11-03', 12, 'Buy'],
      ]),
    ).toBe('Blocked until 2026-12-04: 12 bought 2026-11-03');
  });
  it('minds faults in rows of the symbol, not in others', () => {
    expect(washSale('VTI', asOf, range(row('a', 'soon', 'Buy', 'BND', 1), row(null, null, null, null, null)))).toBe('Clear');
    expect(() => washSale('VTI', asOf, range(bought, row('a', 'soon', 'Buy', 'VTI', 1)))).toThrow(
      'Date in row 3 of the transactions is "soon"',
    );
    expect(() => washSale('VTI', asOf, range(row('a', 0, 'Buy', 'VTI', 1)))).toThrow('Date in row 2 of the transactions is blank.');
    expect(() => washSale('VTI', asOf, range(row('a', '2026-11-03', 'Bougth', 'VTI', 1)))).toThrow(
      'Action in row 2 of the transactions is "Bougth"',
    );
  });
  it('says what is missing', () => {
    expect(() => washSale('VTI', asOf, [bought])).toThrow(
      'missing: Date, Action, Symbol, Quantity. Maybe pass rb_Transactions[#All], with its header row.',
    );
    expect(() => washSale('', asOf, range())).toThrow('Symbol is blank.');
    expect(() => washSale('VTI ITOT', asOf, range())).toThrow('it must be one symbol');
    expect(() => washSale('VTI', null, range())).toThrow('Sale date is blank.');
    expect(() => washSale('VTI', asOf, range(), [[null]], 2.5)).toThrow('Days is 2.5');
  });
});
