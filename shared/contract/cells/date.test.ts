import fc from 'fast-check';
import { addDays } from '../../dates';
import { serialFromIso } from '../../excel-dates';
import { date } from '../column';
import { datesFromText, readDate } from './date';

const column = date('Acquired', { help: 'h', example: '2021-03-04' });
const read = (cell: Parameters<typeof readDate>[0], date1904 = false) => readDate(cell, column, { date1904 });

test.each([
  ['2021-03-04', '2021-03-04'], ['2021/3/4', '2021-03-04'], ['20210304', '2021-03-04'], ['2021-03-04T14:30:00Z', '2021-03-04'], ['4 Mar 2021', '2021-03-04'],
  ['Mar 4, 2021', '2021-03-04'], ['04-MAR-21', '2021-03-04'], ['March 4th, 2021', '2021-03-04'], ['03/14/2021', '2021-03-14'], ['14/03/2021', '2021-03-14'],
  ['5/5/2021', '2021-05-05'], ['03/14/2021 09:30 AM', '2021-03-14'], ['12/31/99', '1999-12-31'],
])('%s is %s', (text, day) => {
  expect(read(text)).toEqual({ value: day });
});

test('a text that can be two days stops the run', () => {
  expect(read('03/04/26')).toMatchObject({ troubles: [{ code: 'G09', severity: 'stop', says: 'is the text "03/04/26", which can be 2026-03-04 or 2026-04-03,' }] });
});

test.each(['2021-02-30', '13/13/2021', 'soon', '31 Foo 2021', '99'])('%s is no day', (text) => {
  expect(read(text)).toMatchObject({ troubles: [{ code: 'G10', severity: 'stop' }] });
});

test.each([0, -1, 60, 3_000_000, 0.5])('the serial number %d is no day', (serial) => {
  expect(read(serial)).toMatchObject({ troubles: [{ code: 'G10' }] });
});

test('serial numbers are days in both systems, with the time left out', () => {
  expect(read(44259)).toEqual({ value: '2021-03-04' });
  expect(read(44259.75)).toEqual({ value: '2021-03-04' });
  expect(read(42797, true)).toEqual({ value: '2021-03-04' });
  expect(read(20210304)).toEqual({ value: '2021-03-04' });
});

test('every day written as ISO or as a serial number is read back', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
    const day = addDays('1950-01-01', days);
    expect(read(day)).toEqual({ value: day });
    expect(read(serialFromIso(day) as number)).toEqual({ value: day });
  }));
});

test('a text never has more than two meanings, and all of them are days', () => {
  fc.assert(fc.property(fc.tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 1900, max: 2099 })), ([a, b, year]) => {
    const days = datesFromText(`${a}/${b}/${year}`);
    expect(days.length).toBeLessThanOrEqual(2);
    for (const day of days) expect(day).toMatch(new RegExp(`^${year}-\\d{2}-\\d{2}$`));
  }));
});

test('what custodians write for no single day is blank, and said', () => {
  expect(read('Various')).toMatchObject({ troubles: [{ code: 'G10', severity: 'warn' }] });
  expect(read('never')).toEqual({});
  expect(read(null)).toEqual({});
});
