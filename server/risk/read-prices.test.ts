import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { NotReadableError, readPrices } from './read-prices';
import { readSectors } from './read-sectors';

const folder = mkdtempSync(join(tmpdir(), 'rebal-prices-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Uint8Array, name = 'prices.csv'): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const wide = 'Date,VTI,bnd,\n2025-01-03,"1,290.5",70,\n2025-01-02,288,,\n';
const read = async (path: string) => {
  const { days, symbols, prices } = await readPrices(path);
  return { days, symbols, prices: prices.map((series) => [...series]) };
};
const both = { days: ['2025-01-02', '2025-01-03'], symbols: ['BND', 'VTI'], prices: [[Number.NaN, 70], [288, 1290.5]] };

test('wide: a column of days, one column per symbol', async () => {
  expect(await read(file(wide))).toEqual(both);
});

test('long: day, symbol and price, in any order and either form of day', async () => {
  expect(await read(file('\uFEFFTicker;Adj Close;Date\nVTI;288;1/2/2025\nvti;1290.5;2025-01-03 00:00:00\nBND;70;1/3/2025\n'))).toEqual(both);
});

test('packed', async () => {
  expect(await read(file(gzipSync(wide), 'prices.csv.gz'))).toEqual(both);
});

test('what is no day and no price is left out and said', async () => {
  const { badCells, skippedRows, prices } = await readPrices(file('Date,VTI,BND\n2025-01-02,-3,n/a\n2025-01-03,x,70\nSource: the custodian,,\n'));
  expect(badCells).toEqual({ count: 2, example: 'VTI on 2025-01-02 is "-3"' });
  expect(skippedRows).toEqual({ count: 1, example: 'Source: the custodian' });
  expect(prices.map((series) => [...series])).toEqual([[Number.NaN, 70], [Number.NaN, Number.NaN]]);
});

test.each<[string, string | Uint8Array, string, RegExp]>([
  ['nothing', '', 'a.csv', /^it is empty$/],
  ['a header alone', 'Date,VTI\n', 'a.csv', /a header and no rows/],
  ['other columns', 'Date\n2025-01-02\n', 'a.csv', /neither "date, symbol, price" nor/],
  ['no days', 'Name,VTI\nA,1\n', 'a.csv', /no row begins with a day such as 2025-01-31, the first with "A"/],
  ['a symbol twice', 'Date,VTI,vti\n2025-01-02,1,2\n', 'a.csv', /two columns are called VTI/],
  ['a day twice', 'Date,VTI\n2025-01-02,1\n1/2/2025,2\n', 'a.csv', /2025-01-02 is there twice, the second time on line 3/],
  ['two prices', 'date,symbol,price\n2025-01-02,VTI,1\n2025-01-02,VTI,2\n', 'a.csv', /VTI has two prices on 2025-01-02, the second on line 3/],
  ['packed, without saying so', gzipSync(wide), 'a.csv', /it is no text.*\.gz/],
  ['said to be packed, and not', wide, 'a.csv.gz', /damaged or not packed by gzip/],
])('a file with %s is refused in words', async (_, content, name, says) => {
  const refused = await readPrices(file(content, name)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(NotReadableError);
  expect((refused as Error).message).toMatch(says);
});

test('sectors by symbol, whatever else is there; the column Sector before one that holds the word', async () => {
  const path = file('Name,Ticker,GICS Sector,Sector\nExxon,xom,Old,Energy\nNobody,,Old,Energy\nApple,AAPL,Old,\n', 'sectors.csv');
  expect(await readSectors(path)).toEqual(new Map([['XOM', 'Energy']]));
  await expect(readSectors(file('Name,Ticker\nExxon,XOM\n', 'sectors.csv'))).rejects.toThrow(/no columns Symbol \(or Ticker\) and Sector/);
  await expect(readSectors(file('Symbol,Sector\n', 'sectors.csv'))).rejects.toThrow(/names no sector/);
});
