import { NotReadableError, readCsv } from './read-prices';

const symbolHeader = /^(symbol|ticker)$/i;

/** Sectors by symbol from a CSV with a column `Symbol` or `Ticker` and a column `Sector` (else the first that holds the word). */
export async function readSectors(path: string): Promise<Map<string, string>> {
  const sectors = new Map<string, string>();
  let at: { symbol: number; sector: number } | undefined;
  await readCsv(path, (cells) => {
    at ??= columnsOf(cells);
    const symbol = (cells[at.symbol] ?? '').trim().toUpperCase();
    const sector = (cells[at.sector] ?? '').trim();
    if (!symbolHeader.test(symbol) && symbol !== '' && sector !== '') sectors.set(symbol, sector);
  });
  if (sectors.size === 0) throw new NotReadableError('it names no sector');
  return sectors;
}

function columnsOf(header: readonly string[]): { symbol: number; sector: number } {
  const names = header.map((cell) => cell.trim());
  const symbol = names.findIndex((name) => symbolHeader.test(name));
  const exact = names.findIndex((name) => /^sector$/i.test(name));
  const sector = exact >= 0 ? exact : names.findIndex((name) => /sector/i.test(name));
  if (symbol < 0 || sector < 0) throw new NotReadableError('its first line has no columns Symbol (or Ticker) and Sector');
  return { symbol, sector };
}
