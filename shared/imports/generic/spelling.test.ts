import { readCells } from '../table/cells';
import { findTables } from './find-tables';
import { findDecimalMarkOf, findTableDayOrder } from './spelling';

function spelling(text: string, asOf?: string) {
  const cells = readCells(text);
  const [table] = findTables(cells);
  const decimal = findDecimalMarkOf(cells, table, text.includes(';'));
  return { decimal, ...findTableDayOrder(cells, table, [1], decimal, asOf) };
}

const header = 'Ticker,Date acquired,Units,Value\n';

test('a day that has one reading decides', () => {
  expect(spelling(`${header}VTI,4/5/2020,3,$870.10\nVTI,15/5/2020,3,$870.10`)).toEqual({ decimal: '.', order: 'day first', doubtful: null, column: null });
});

test('when none decides, months come first and the doubt is named', () => {
  expect(spelling(`${header}VTI,4/5/2020,3,$870.10`)).toEqual({ decimal: '.', order: 'month first', doubtful: '4/5/2020', column: 1 });
});

test('decimal commas and other currencies put days first', () => {
  expect(spelling(`${header.replace(/,/g, ';')}VTI;4/5/2020;3;870,10`)).toMatchObject({ decimal: ',', order: 'day first', doubtful: '4/5/2020' });
  expect(spelling(`${header}VWRL,4/5/2020,3,£87.10`)).toMatchObject({ order: 'day first' });
});

test('headers in another language, or of amounts in pounds, put days first', () => {
  expect(spelling('Symbol,Kaufdatum,Anzahl,Wert\nVTI,4/5/2020,3,870.10')).toMatchObject({ order: 'day first' });
  expect(spelling('Ticker,Date acquired,Units,Value (£)\nVTI,4/5/2020,3,870.10')).toMatchObject({ order: 'day first' });
  expect(spelling('Ticker,Date acquired,Units,Price (pence)\nVTI,4/5/2020,3,870.10')).toMatchObject({ order: 'day first' });
});

test('a day after the day of the file is none', () => {
  expect(spelling(`${header}VTI,5/10/2026,3,870.10`, '2026-06-30')).toMatchObject({ order: 'month first', doubtful: null });
  expect(spelling(`${header}VTI,10/5/2026,3,870.10`, '2026-06-30')).toMatchObject({ order: 'day first', doubtful: null });
});
