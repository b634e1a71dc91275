import { RecordReader } from './record';
import { readDay } from './values';

const fields = { symbol: ['symbol'], shares: ['position', 'quantity'], opened: ['openDateTime'] } as const;
const record = (values: Record<string, string>, reader = new RecordReader('a.xml', fields)) => ({
  reader,
  line: reader.record(new Map(Object.entries(values)), 7),
});

test('values are found by any of their names in any case; empty ones are unknown', () => {
  const { line, reader } = record({ Symbol: ' VTI ', position: '', QUANTITY: '1,200.5', openDateTime: '-' });
  expect([line.text('symbol'), line.amount('shares'), line.day('opened')]).toEqual(['VTI', 1200.5, null]);
  expect(reader.issues).toEqual([]);
});

test('what cannot be read is null and an issue that names the record', () => {
  const reader = new RecordReader('a.xml', fields);
  reader.subject = { symbol: 'VTI', account: 'U1' };
  const { line } = record({ position: 'ten', openDateTime: 'soon' }, reader);
  expect([line.amount('shares'), line.day('opened')]).toEqual([null, null]);
  expect(reader.issues).toMatchObject([
    { code: 'I02', sheet: 'a.xml', cell: 'A7', column: 'position', found: 'ten', rowKey: 'VTI', accounts: ['U1'] },
    { code: 'I02', column: 'openDateTime', message: 'openDateTime is “soon” on line 7, which is not a day.' },
  ]);
});

test('a format may spell numbers its own way', () => {
  const reader = new RecordReader('a.ofx', fields, { readAmount: (text) => Number(text.replace(',', '.')), readDay });
  expect(reader.record(new Map([['position', '1,5']]), 1).amount('shares')).toBe(1.5);
});
