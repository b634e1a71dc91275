import { textFile } from './custodian-file';
import { everyFixture } from './fixtures/every-fixture';
import { formats, readExport, type FormatName } from '.';

const numbers = ['quantity', 'unitCost', 'costBasis', 'price', 'marketValue'] as const;

/** What every format promises, tried on every fixture of its custodian. */
describe.each(Object.keys(formats) as FormatName[])('%s', (format) => {
  const files = everyFixture.filter((fixture) => fixture.format === format);

  test('has fixtures, a title and a page', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(formats[format].title).toMatch(/^\S.+\(.+\)$/);
    expect(formats[format].about.length).toBeGreaterThan(0);
  });

  describe.each(files)('$name', ({ name, text }) => {
    const reading = readExport(textFile(text, name));

    test('is recognized by its content, without its name', () => {
      expect(reading.format).toBe(format);
      expect(reading.confidence).toBeGreaterThanOrEqual(0.5);
      expect(readExport(textFile(text)).format).toBe(format);
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
        expect(readExport(textFile(variant, name))).toEqual(reading);
      }
    });
  });
});

const nobodys = 'Owner,Color,Wheels,Worth\nX1,red,3,$870.00';

test.each([
  '',
  'hello',
  nobodys,
  'Account ID,Tax type,Model\n1,Taxable,Growth',
  'Date,Action,Symbol,Quantity\n1/2/2020,Buy,VTI,3',
  '{"a":1}',
  '=cmd()|x,"',
])('an unknown file (%j) is an issue, not an error', (text) => {
  const reading = readExport(textFile(text, 'x.csv'));
  expect(reading.format).toBeUndefined();
  expect(reading.confidence).toBeLessThan(0.5);
  expect(reading.rows).toEqual([]);
  expect(reading.issues).toMatchObject([{ code: 'I01', severity: 'stop', sheet: 'x.csv' }]);
  expect(reading.issues[0].message).toContain('x.csv');
});

