import { cashSymbol, isCash, isPending } from './cash';

const row = { symbol: null, description: null, assetClass: null, quantity: null, price: null, marketValue: 100 };

test.each([
  { symbol: 'Cash & Cash Investments' }, { symbol: 'CASH' }, { symbol: 'SPAXX' }, { symbol: 'USD999997', quantity: 100, price: 1 }, { symbol: 'MONEYMRKT' }, { symbol: 'QACDS' },
  { description: 'ML DIRECT DEPOSIT PROGRM', price: 1, quantity: 100 }, { symbol: 'XYZXX', assetClass: 'Cash and Money Market', price: 1, quantity: 100 },
  { description: 'US Dollar' }, { description: 'EUR Cash' }, { symbol: 'EUR', quantity: 100 }, { assetClass: 'Cash', description: 'Core position' },
  { description: 'MORGAN STANLEY BANK N.A.', quantity: 100, price: 1 }, { description: 'INSURED MONEY MARKET', quantity: 100, price: 1 }, { description: 'Principal cash' },
  { description: 'Margin balance', marketValue: -100 }, { assetClass: 'Cash, MMF and BDP', description: 'Sweep' },
])('%j is cash', (signs) => {
  expect(isCash({ ...row, ...signs })).toBe(true);
});

test.each([
  { symbol: 'CASH', quantity: 25, price: 61, marketValue: 1525 }, { symbol: 'VMFXX', quantity: 100, price: 1 }, { symbol: 'VTI', quantity: 3, price: 33.3 },
  { symbol: 'CASH', quantity: 25, marketValue: 1525 }, { description: 'CASHMERE VALLEY BANK', symbol: 'CSHX', quantity: 3 }, { symbol: 'MSBNK1', description: 'MORGAN BANK', quantity: 100, price: 1 }, { cusip: '617446448', description: 'MORGAN BANK', quantity: 100, price: 1 },
  { description: 'FIRST BANK CORP', quantity: 100, price: 20 }, { description: 'FIRST BANK CORP' }, { description: 'Treasury bill', assetClass: 'Cash equivalents', quantity: 101 },
])('%j is none', (signs) => {
  expect(isCash({ ...row, ...signs })).toBe(false);
});

test('its symbol is the sweep’s own, else CASH, and none where a CUSIP names it', () => {
  expect([cashSymbol('SPAXX', null), cashSymbol('Cash & Cash Investments', null), cashSymbol(null, '990156937'), cashSymbol(null, null)]).toEqual(['SPAXX', 'CASH', null, 'CASH']);
});

test('money on its way', () => {
  expect([isPending(['Pending activity', null]), isPending(['VTI', 'Depending on'])]).toEqual([true, false]);
});
