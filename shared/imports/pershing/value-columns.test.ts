import { findValueColumns } from './value-columns';

test('of a value in two currencies, the position’s own is the value, in whatever order', () => {
  expect(findValueColumns(['Market Value (Position CCY)', 'FX Rate (To USDE)', 'Market Value (USDE)'], 0)).toEqual({ marketValue: 0, dollarValue: 2, exchangeRate: 1 });
  expect(findValueColumns(['Market Value (USDE)', 'FX Rate (To USDE)', 'Market Value (Position CCY)'], 0)).toEqual({ marketValue: 2, dollarValue: 0, exchangeRate: 1 });
});

test('dollars alone are not the position’s value, and any other name is', () => {
  expect(findValueColumns(['Symbol', 'Market Value (USDE)', 'Accrued Interest (USDE)'], 1)).toEqual({ dollarValue: 1 });
  expect(findValueColumns(['Symbol', 'Market Value'], 1)).toEqual({ marketValue: 1 });
  expect(findValueColumns(['Symbol'], undefined)).toEqual({});
});
