import { FieldReader, type Line, type Spelling } from './reader';

/** Reads one line of two values. */
class PairReader extends FieldReader<'shares' | 'opened'> {
  constructor(spelling?: Spelling) {
    super('a.csv', { shares: ['Shares', 'Qty'], opened: ['Opened'] }, spelling);
  }

  line(shares: string, opened: string): Line<'shares' | 'opened'> {
    return this.lineOf(4, [shares, opened], (field) => (field === 'shares' ? shares : opened));
  }

  protected columnOf(field: 'shares' | 'opened'): number {
    return field === 'shares' ? 0 : 1;
  }
}

test('values by their fields; what is missing is null', () => {
  const reader = new PairReader();
  expect([reader.line('1,000', '1/2/2026').amount('shares'), reader.line('1,000', '1/2/2026').day('opened')]).toEqual([1000, '2026-01-02']);
  expect([reader.line('--', 'Multiple').amount('shares'), reader.line('--', 'Multiple').day('opened'), reader.line('n/a', '').text('shares')]).toEqual([null, null, null]);
  expect(reader.issues).toEqual([]);
});

test('what cannot be read is null, and an issue with its place and what it is about', () => {
  const reader = new PairReader();
  reader.subject = { symbol: 'VTI', account: '432' };
  expect([reader.line('few', 'soon').amount('shares'), reader.line('few', 'soon').day('opened')]).toEqual([null, null]);
  expect(reader.issues).toMatchObject([
    { code: 'I02', sheet: 'a.csv', cell: 'A4', column: 'Shares', found: 'few', rowKey: 'VTI', accounts: ['432'], message: 'Shares is “few” on line 4, which is not a number.' },
    { code: 'I02', cell: 'B4', column: 'Opened', message: 'Opened is “soon” on line 4, which is not a day.' },
  ]);
});

test('a file’s own spelling of numbers and days', () => {
  const spelling: Spelling = { readAmount: (text) => Number(text.replace(',', '.')), readDay: (text) => (text === 'today' ? '2026-11-21' : null) };
  const line = new PairReader(spelling).line('1,5', 'today');
  expect([line.amount('shares'), line.day('opened')]).toEqual([1.5, '2026-11-21']);
});
