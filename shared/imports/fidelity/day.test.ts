import { textFile } from '../custodian-file';
import { findDay } from './day';

test.each([
  ['Symbol\n"Date downloaded Apr-23-2026 1:39 p.m ET"', '2026-04-23'],
  ['Symbol\nDate downloaded 12/03/2025 3:00 pm', '2025-12-03'],
  ['Symbol\n"Date downloaded: 05/30/2026 04:15 PM"', '2026-05-30'],
  ['Positions for account(s) as of Jul-02-2026\nSymbol', '2026-07-02'],
  ['Symbol\nDate downloaded soon', undefined],
  ['Symbol,12/03/2025', undefined],
])('%j', (text, day) => expect(findDay(textFile(text))).toBe(day));

test('the usual name of a download states its day too, but the file comes first', () => {
  expect(findDay(textFile('Symbol', 'Portfolio_Positions_Jun-30-2021.csv'))).toBe('2021-06-30');
  expect(findDay(textFile('Symbol\nDate downloaded 07/01/2021', 'Portfolio_Positions_Jun-30-2021.csv'))).toBe('2021-07-01');
  expect(findDay(textFile('Symbol', 'a-2021-06-30.csv'))).toBeUndefined();
});
