import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSectors } from './read-sectors';

const folder = mkdtempSync(join(tmpdir(), 'sectors-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('symbols in capitals, blanks left out, columns by name', async () => {
  const sectors = await readSectors(file('a.csv', 'Name,GICS Sector,Ticker\nApple,Technology,aapl\nNothing,,ZZZ\n"Exxon, Inc.", Energy ,XOM\n'));
  expect([...sectors]).toEqual([['AAPL', 'Technology'], ['XOM', 'Energy']]);
});

test('a column that is called Sector comes before one that holds the word', async () => {
  expect([...await readSectors(file('b.csv', 'Symbol,Sector code,Sector\nA,45,Tech\n'))]).toEqual([['A', 'Tech']]);
});

test.each([['c.csv', 'Name,Sector\nA,B\n', /Symbol .*Sector/], ['d.csv', 'Symbol,Sector\nA,\n', /names no sector/]])('%s is not readable', async (name, text, message) => {
  await expect(readSectors(file(name, text))).rejects.toThrow(message);
});
