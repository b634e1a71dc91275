import { claimColumns } from './claim-columns';
import { readContents } from './column-contents';

/** Which header each meaning has; columns by header. */
function claimed(columns: Readonly<Record<string, readonly string[]>>) {
  const headers = Object.keys(columns);
  const claims = claimColumns(headers, headers.map((header) => readContents(columns[header], '.')), []);
  return Object.fromEntries([...claims].map(([field, { column }]) => [field, headers[column]]));
}

test('in an activity an average price is what was paid, in holdings what they cost', () => {
  expect(claimed({ Date: ['1/2/2026'], Side: ['Buy'], Symbol: ['VTI'], Quantity: ['3'], Price: ['290'], 'Avg Price': ['289.5'] })).toMatchObject({ price: 'Avg Price', action: 'Side' });
  expect(claimed({ Symbol: ['VTI'], Quantity: ['3'], 'Avg Price': ['200'], Price: ['290'] })).toMatchObject({ price: 'Price', unitCost: 'Avg Price' });
});

test('a column of actions alone is the action, beside a better one its detail', () => {
  expect(claimed({ Date: ['1/2/2026'], Type: ['Buy'], Symbol: ['VTI'], Amount: ['-5'] })).toMatchObject({ action: 'Type' });
  expect(claimed({ Date: ['1/2/2026'], Type: ['Trade'], Side: ['Buy'], Symbol: ['VTI'], Amount: ['-5'] })).toMatchObject({ action: 'Side', actionDetail: 'Type' });
});

test('beside a price one day in all rows is that of the prices; several are those of purchases', () => {
  const held = { Symbol: ['VTI', 'BND'], Shares: ['3', '4'], Price: ['290', '72'] };
  expect(claimed({ ...held, Date: ['3/31/2026', '3/31/2026'] })).toMatchObject({ asOf: 'Date' });
  expect(claimed({ ...held, Date: ['3/31/2026', '3/30/2026'] })).toMatchObject({ acquired: 'Date' });
  expect(claimed({ Symbol: ['VTI', 'BND'], Shares: ['3', '4'], Cost: ['290', '72'], Date: ['3/31/2026', '3/31/2026'] })).toMatchObject({ acquired: 'Date' });
});

test('of several currencies the one beside the value counts', () => {
  expect(claimed({ Symbol: ['VTI'], Shares: ['3'], Price: ['290'], 'Price currency': ['USD'], Value: ['800'], 'Value currency': ['EUR'] })).toMatchObject({ currency: 'Value currency' });
});

test('numbers prove themselves under a header of another meaning, but not a few order numbers', () => {
  expect(claimed({ Ticker: ['MSFT', ''], 'Asset ID': ['594918104', '912810TM0'], Shares: ['3', '4'], Value: ['870', '880'] })).toMatchObject({ symbol: 'Ticker', cusip: 'Asset ID' });
  expect(claimed({ Ticker: ['MSFT', 'VTI'], 'Order number': ['922908769', '037833100'], Shares: ['3', '4'], Value: ['870', '880'] }).cusip).toBeUndefined();
});
