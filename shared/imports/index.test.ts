import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formats, readExport, type FormatName } from '.';

const folder = (format: string) => join(__dirname, 'fixtures', format.split('-')[0]);
const numbers = ['quantity', 'unitCost', 'costBasis', 'price', 'marketValue'] as const;

/** What every format promises, tried on every fixture of its custodian. */
describe.each(Object.keys(formats) as FormatName[])('%s', (format) => {
  const files = existsSync(folder(format)) ? readdirSync(folder(format)) : [];

  test('has fixtures and a title', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(formats[format].title).toMatch(/^\S.+\(.+\)$/);
  });

  describe.each(files)('%s', (name) => {
    const text = readFileSync(join(folder(format), name), 'utf8');
    const reading = readExport({ name, text });

    test('is recognized by its content, without its name', () => {
      expect(reading.format).toBe(format);
      expect(reading.confidence).toBeGreaterThanOrEqual(0.5);
      expect(readExport({ text }).format).toBe(format);
    });

    test('holds no NaN, no empty text, and only ISO days', () => {
      expect(reading.rows.length).toBeGreaterThan(0);
      for (const row of reading.rows) {
        for (const key of numbers) expect(row[key] === null || Number.isFinite(row[key])).toBe(true);
        expect([row.account, row.symbol, row.description]).not.toContain('');
        expect(row.acquired ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    });

    test('reads the same with any line end and byte order mark', () => {
      const plain = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
      for (const variant of [plain, `\uFEFF${plain}`, plain.replace(/\n/g, '\r\n'), `${plain}\n\n`]) {
        expect(readExport({ name, text: variant })).toEqual(reading);
      }
    });
  });
});

const fidelityLike = 'Account Number,Symbol,Quantity,Last Price,Current Value,Total Gain/Loss Dollar\nX1,VTI,3,$290.00,$870.00,+$12.00';

test.each([
  '',
  'hello',
  fidelityLike,
  'Account ID,Tax type,Model\n1,Taxable,Growth',
  'Date,Action,Symbol,Quantity\n1/2/2020,Buy,VTI,3',
  '{"a":1}',
  '=cmd()|x,"',
])('an unknown file (%j) is an issue, not an error', (text) => {
  const reading = readExport({ name: 'x.csv', text });
  expect(reading.format).toBeUndefined();
  expect(reading.confidence).toBeLessThan(0.5);
  expect(reading.rows).toEqual([]);
  expect(reading.issues).toMatchObject([{ code: 'I01', severity: 'stop', sheet: 'x.csv' }]);
  expect(reading.issues[0].message).toContain('x.csv');
});

const custodians = join(__dirname, '../../../shared/data/custodians');
const whenPresent = existsSync(custodians) ? test : test.skip;

whenPresent('no other custodian’s file is taken for one of ours (skipped where ../shared/data is absent)', () => {
  const ours = new Set(Object.keys(formats).map((format) => format.split('-')[0]));
  const others = readdirSync(custodians, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\/.*\.(csv|txt|xml|ofx)$/.test(path) && !ours.has(path.split('/')[0]),
  );
  expect(others.length).toBeGreaterThan(10);
  for (const path of others) {
    const { format } = readExport({ name: path, text: readFileSync(join(custodians, path), 'utf8') });
    expect([path, format]).toEqual([path, undefined]);
  }
});
