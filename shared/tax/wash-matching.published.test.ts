import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Papa from 'papaparse';
import { dateFromParts } from '../dates';
import { toCents } from '../units';
import type { WashLot } from './wash-lots';
import { matchWashSales } from './wash-matching';

const folder = join(process.env.REBAL_SHARED_DATA ?? resolve(__dirname, '../../../shared/data'), 'vectors/wash/adlr-tests');
const published = existsSync(folder) ? describe : describe.skip;

/** The columns by place: some headers are misspelled, some rows end early. */
function rowsOf(name: string): Record<string, string>[] {
  const [, ...rows] = Papa.parse<string[]>(readFileSync(join(folder, name), 'utf8'), { skipEmptyLines: true }).data;
  return rows.map(([count, symbol, , bought, basis, sold, proceeds, code, adjusted, position, buyLot, replaces]) => ({
    count,
    symbol,
    bought,
    basis,
    sold,
    proceeds,
    code,
    adjusted,
    position,
    buyLot,
    replaces,
  }));
}

const amount = (text = ''): number => Number(text.replace(/[$,]/g, ''));
const day = (text: string): string => {
  const [month, dayOfMonth, year] = text.split('/').map(Number);
  return dateFromParts(year, month, dayOfMonth) as string;
};

const lotsOf = (name: string): WashLot[] =>
  rowsOf(name).map(({ count, bought, basis, sold, proceeds, position = '', buyLot }, k) => ({
    id: position,
    accountId: '',
    purchase: buyLot || `row ${k}`,
    taxable: true,
    shares: Number(count),
    acquired: day(bought),
    basis: amount(basis),
    ...(sold && { sale: { date: day(sold), proceeds: amount(proceeds) } }),
  }));

/** Lot, shares, holding period, basis, day and proceeds of the sale, code, disallowed loss, whether a replacement. */
type Line = readonly [string, number, string, number, string, number, string, number, boolean];
const sorted = (lines: Line[]): string[] => lines.map((line) => JSON.stringify(line)).sort();

const expected = (name: string): string[] =>
  sorted(
    rowsOf(name).map(({ count, bought, basis, sold, proceeds, code, adjusted, position, replaces }): Line => [
      position.replace(/(\.\d+)+$/, ''),
      Number(count),
      day(bought),
      toCents(amount(basis)),
      sold && day(sold),
      toCents(amount(proceeds)),
      code,
      toCents(amount(adjusted)),
      replaces === 'True',
    ]),
  );

const found = (lots: readonly WashLot[]): string[] =>
  sorted(
    matchWashSales(lots).lots.map(({ lotId, shares, heldFrom, basis, sold = '', proceeds = 0, disallowed, replaces }): Line => [
      lotId,
      shares,
      heldFrom,
      basis,
      sold,
      proceeds,
      disallowed > 0 ? 'W' : '',
      disallowed,
      replaces,
    ]),
  );

published('published wash sales, the examples of IRS Pub. 550 among them (skipped where the reference data is absent)', () => {
  const names = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => (file.endsWith('_out.csv') ? file.replace('_out.csv', '') : []))
    : [];
  it('are all there', () => expect(names).toHaveLength(9));
  it.each(names)('%s', (name) => {
    const lots = lotsOf(`${name}.csv`);
    expect(found(lots)).toEqual(expected(`${name}_out.csv`));
    expect(found([...lots].reverse())).toEqual(expected(`${name}_out.csv`));
  });
});
