import { formats, readExport, type FormatName } from '.';
import { sheetsFile, textFile } from './custodian-file';
import { everyFixture, everyTable } from './fixtures/every-fixture';
import type { CustodianFile } from './format';
import { readCells } from './table/cells';

/** By how much a file's own format wins. */
const margin = 0.15;
const lastResort: FormatName = 'generic-table';

const known = (Object.keys(formats) as FormatName[]).filter((format) => format !== lastResort);
/** What every known format makes of a file, the surest first. */
const ranking = (file: CustodianFile) =>
  known.map((format) => ({ format, confidence: formats[format].recognizes(file) })).sort((a, b) => b.confidence - a.confidence);

function expectClearWinner(format: FormatName, file: CustodianFile): void {
  expect(readExport(file).format).toBe(format);
  const [first, second] = ranking(file);
  if (format === lastResort) return expect(first.confidence).toBeLessThanOrEqual(0.5 - margin);
  expect(first.format).toBe(format);
  expect([second.format, first.confidence - second.confidence >= margin]).toEqual([second.format, true]);
}

test.each(everyFixture)('$format $name, with and without its name', ({ format, name, text }) => {
  expectClearWinner(format, textFile(text, name));
  expectClearWinner(format, textFile(text));
});

test.each(everyTable)('$format $name as a sheet', ({ format, name, text }) => {
  const tables = [{ sheet: 'Sheet1', cells: readCells(text) }];
  expectClearWinner(format, sheetsFile(tables, name));
  expectClearWinner(format, sheetsFile(tables));
});

test.each([
  'Name,Symbol,CUSIP,Product Type,Quantity,Last ($),Market Value ($),Total Cost ($),Unrealized Gain/Loss ($),Unrealized Gain/Loss (%)',
  'Name,Symbol,Quantity,Market Value ($),Total Cost ($),Unrealized Gain/Loss ($),Unrealized Gain/Loss (%)',
  'Name,Symbol,Quantity,Avg. Cost,Price,Market Value,Unrealized Gain/Loss ($)',
])('no custodian takes another’s holdings headed %s', (header) => {
  const file = textFile(`${header}\nVANGUARD TOTAL STOCK,VTI,10,290,2900,2000,900,45`);
  expect(ranking(file)[0].confidence).toBeLessThan(0.5);
});

test('a long file is recognized by its beginning and its end', () => {
  const { text } = everyFixture.filter(({ format }) => format === 'tdameritrade-transactions')[0];
  const lines = text.split('\n');
  const long = [...lines.slice(0, 2), ...Array<string>(20_000).fill(lines[1]), ...lines.slice(2)].join('\n');
  const { format, confidence } = readExport(textFile(long));
  expect({ format, confidence }).toEqual({ format: 'tdameritrade-transactions', confidence: readExport(textFile(text)).confidence });
});
