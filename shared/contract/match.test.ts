import { definitionOf, tableNames } from '.';
import { looseHeader, matchHeaders } from './match';
import { settingsCatalogue } from './settings-catalogue';

const { columns: holdings } = definitionOf('holdings');
const match = (headers: string[]) => Object.fromEntries(matchHeaders(headers, holdings).columns);

test('case, spaces and signs never matter, and aliases are known', () => {
  expect(match(['ACCOUNT_ID', ' ticker ', 'Qty', 'Total cost', 'Purchase\ndate', 'lot-id', 'Whatever'])).toEqual({
    accountId: 0, symbol: 1, quantity: 2, costBasis: 3, acquired: 4, lotId: 5,
  });
});

test('two columns for one field are a conflict', () => {
  const { conflicts, columns } = matchHeaders(['Account ID', 'Symbol', 'Quantity', 'Shares'], holdings);
  expect(conflicts).toEqual([{ property: 'quantity', headers: ['Quantity', 'Shares'], column: 3 }]);
  expect(columns.get('quantity')).toBe(2);
});

test('for free text the contract\'s own word wins without a conflict', () => {
  const { conflicts, columns } = matchHeaders(['Description', 'Symbol', 'Name'], definitionOf('securities').columns);
  expect(conflicts).toEqual([]);
  expect(columns.get('name')).toBe(2);
});

test('headers that only differ in a sign are told apart by it', () => {
  const found = matchHeaders(['Minimum trade %', 'Minimum trade $', 'Harvest at', 'Harvest at $'], settingsCatalogue);
  expect(Object.fromEntries(found.columns)).toEqual({ minimumTradePercent: 0, minimumTrade: 1, harvestAt: 2, harvestAtDollars: 3 });
  expect(matchHeaders(['minimum trade'], settingsCatalogue).columns.get('minimumTrade')).toBe(0);
});

test('the sign tells them apart however words are joined', () => {
  const found = matchHeaders(['Min_trade_$', 'MIN-TRADE %'], settingsCatalogue);
  expect([...found.columns]).toEqual([['minimumTrade', 0], ['minimumTradePercent', 1]]);
});

test('every header and alias of a setting leads to it, joined by underscores too', () => {
  for (const [property, { header, aliases }] of Object.entries(settingsCatalogue)) {
    for (const name of [header, ...aliases]) expect([...matchHeaders([name.replaceAll(' ', '_')], settingsCatalogue).columns.keys()]).toEqual([property]);
  }
});

test.each(tableNames)('every header and alias of %s leads to its own column', (name) => {
  const { columns } = definitionOf(name);
  const wrong = Object.entries(columns).flatMap(([property, { header, aliases }]) =>
    [header, ...aliases].filter((text) => !matchHeaders([text], columns).columns.has(property)));
  expect(wrong).toEqual([]);
});

test('every header and alias of the settings leads to its own setting', () => {
  const wrong = Object.entries(settingsCatalogue).flatMap(([property, { header, aliases }]) =>
    [header, ...aliases].filter((text) => !matchHeaders([text], settingsCatalogue).columns.has(property)));
  expect(wrong).toEqual([]);
});

test('a loose header keeps letters, digits and slashes', () => {
  expect(looseHeader(' Cost_basis ($): ')).toBe('costbasis()');
  expect(looseHeader('CUSIP / ISIN')).toBe('cusip/isin');
});
