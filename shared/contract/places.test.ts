import { placesOf, placesUnknown, placeWords, unreadKey } from './places';

const places = placesOf(new Map([['holdings', { sheet: 'My lots', columns: new Map([['accountId', 3], ['symbol', 28]]) }]]), new Set([unreadKey('holdings', 7, 'symbol')]));

test('a row and a column are a cell; without the column the row\'s first cell stands for it', () => {
  expect(places.cell('holdings', 12, 'symbol')).toEqual({ sheet: 'My lots', cell: 'AB12' });
  expect(places.cell('holdings', 12, 'sleeve')).toEqual({ sheet: 'My lots', cell: 'C12' });
  expect(places.cell('holdings', undefined)).toEqual({ sheet: 'My lots' });
  expect(places.cell('models', 3, 'target')).toEqual({ sheet: 'Models' });
});

test('what was reported is remembered, and so is a needed column that is not there', () => {
  expect(places.unread('holdings', 7, 'symbol')).toBe(true);
  expect(places.unread('holdings', 8, 'symbol')).toBe(false);
  expect(places.unread('holdings', 8, 'quantity')).toBe(true);
  expect(places.unread('holdings', 8, 'sleeve')).toBe(false);
  expect(placesUnknown.unread('holdings', 7, 'quantity')).toBe(false);
});

test('places in words', () => {
  expect(placeWords({ sheet: 'Tax profiles', cell: 'B3' })).toBe("'Tax profiles'!B3");
  expect(placeWords(placesUnknown.cell('holdings', 12, 'symbol'), 12)).toBe('Holdings row 12');
  expect(placeWords({ sheet: 'Holdings' })).toBe('Holdings');
});
