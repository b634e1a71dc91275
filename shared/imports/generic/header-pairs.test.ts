import { readContents } from './column-contents';
import { nameColumns } from './header-pairs';

const name = (headers: string[], ...columns: string[][]) => nameColumns(headers, columns.map((cells) => readContents(cells, ',')));

test('a header over currencies names the amounts beside them', () => {
  expect(name(['Local value', '', 'Value in EUR'], ['USD', 'EUR'], ['1184,95', '10,00'], ['1019,29', '10,00'])).toEqual(['Currency', 'Local value', 'Value in EUR']);
});

test('currencies without a header behind amounts are theirs', () => {
  expect(name(['Price', '', 'Quantity'], ['91,15'], ['USD'], ['3'])).toEqual(['Price', 'Currency', 'Quantity']);
});

test('other columns keep their names', () => {
  expect(name(['Currency', 'Value'], ['USD'], ['91,15'])).toEqual(['Currency', 'Value']);
  expect(name(['Symbol', ''], ['VTI'], ['91,15'])).toEqual(['Symbol', '']);
});
