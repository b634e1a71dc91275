import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayFromNumber, dayNumber } from '../../shared/dates';
import { mulberry32 } from '../../shared/sample/random';
import { covarianceSheet } from '../risk/factor-tables';
import { openXlsx } from '../xlsx';
import { refusedInOneLine } from './fixtures/refusal';
import { asOf, filesIn, inFolder, rebal, sampleSheets, writeBook } from './fixtures/terminal';
import { readBook } from './read-book';

const symbols = ['VTI', 'VXUS', 'VWO', 'VNQ', 'BND', 'AAPL', 'MSFT', 'NVDA', 'JNJ', 'XOM'];

/** A made-up price history: a market that all share, and noise. */
function writePrices(folder: string, days = 300, name = 'prices.csv'): string {
  const next = mulberry32(5);
  const prices = symbols.map(() => 100);
  const lines = Array.from({ length: days }, (_, t) => {
    const market = 0.02 * (next() - 0.5);
    symbols.forEach((_, i) => { prices[i] *= 1 + (i === 4 ? 0.1 : 1) * market + 0.02 * (next() - 0.5); });
    return [dayFromNumber(dayNumber('2025-06-02') + t), ...prices.map((price) => price.toFixed(4))].join(',');
  });
  writeFileSync(join(folder, name), `Date,${symbols.join(',')}\n${lines.join('\n')}\n`);
  return join(folder, name);
}

const tablesOf = async (path: string) => (await readBook(await openXlsx(readFileSync(path)), asOf, asOf)).tables;

describe('rebal risk fit', () => {
  test('writes the two sheets into a book, which then runs at level 2', async () => {
    await inFolder(async (folder) => {
      const [book, json] = [await writeBook(folder), join(folder, 'result.json')];
      const said = await rebal('risk', 'fit', writePrices(folder), '--into', book);
      expect(said).toMatchObject({ status: 0, err: '' });
      expect(said.out).toMatch(/^10 of 10 securities, 299 daily returns to 2026-03-28\n1 factor: Factor 1\n/);
      expect(said.out).toMatch(/\n10 of the \d+ securities in .*book\.xlsx have exposures; not .*Risk proxy\.\nWrote .*book\.xlsx\n$/);
      const { exposures, factorCovariance } = await tablesOf(book);
      expect(exposures?.map(({ symbol }) => symbol)).toEqual([...symbols].sort());
      expect(factorCovariance).toHaveLength(1);
      expect((await rebal('check', book, '--as-of', asOf)).status).toBe(0);
      await rebal('run', book, '--as-of', asOf, '--json', json);
      expect(JSON.parse(readFileSync(json, 'utf8')).run.riskLevel).toBe(2);
    });
  });

  test('writes CSV and JSON that say the same', async () => {
    await inFolder(async (folder) => {
      const said = await rebal('risk', 'fit', writePrices(folder), '--factors', '2', '--half-life', '100', '--out', join(folder, 'risk.csv'), '--json', join(folder, 'risk.json'));
      expect(said).toMatchObject({ status: 0, err: '' });
      const { exposures, factorCovariance } = JSON.parse(readFileSync(join(folder, 'risk.json'), 'utf8'));
      const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
      expect(lines('risk-exposures.csv')[0]).toBe('Symbol,Specific risk,Factor 1,Factor 2');
      expect(lines('risk-exposures.csv')[1]).toBe(`AAPL,${exposures[0].specificRisk},${exposures[0].exposures['Factor 1']},${exposures[0].exposures['Factor 2']}`);
      expect(lines('risk-factor-covariance.csv')).toHaveLength(1 + factorCovariance.length);
    });
  });

  test('says what it left out, and writes nothing unless told to', async () => {
    await inFolder(async (folder) => {
      const prices = writePrices(folder);
      const lines = readFileSync(prices, 'utf8').split('\n').map((line, k) => (k === 0 ? `${line},NEW` : k > 270 && line ? `${line},${k === 280 ? 500 : 100}` : line));
      writeFileSync(prices, lines.join('\n'));
      const before = filesIn(folder);
      const { out, status } = await rebal('risk', 'fit', prices);
      expect(status).toBe(0);
      expect(out).toContain('Left out, with fewer than 60 returns or a price that never moves: NEW (29)\n');
      expect(out).toMatch(/Returns beyond 50 %: NEW \+400 % on 2026-03-08, NEW −80 % on 2026-03-09\. Maybe prices are not adjusted/);
      expect(filesIn(folder)).toEqual(before);
    });
  });

  test('what cannot be done is one line and status 2, and no file changes', async () => {
    await inFolder(async (folder) => {
      const [prices, book, few] = [writePrices(folder), await writeBook(folder), writePrices(folder, 20, 'few.csv')];
      const refused = (...argv: string[]) => refusedInOneLine(folder, 'risk', 'fit', ...argv);
      expect(await refused(join(folder, 'none.csv'))).toMatch(/There is no file/);
      expect(await refused(book)).toMatch(/book\.xlsx can't be used: it is no text/);
      expect(await refused(few)).toMatch(/few\.csv gives no risk model: no security has 60 returns\. It covers 20 days\./);
      expect(await refused(prices, '--factors', '1.5')).toMatch(/--factors takes/);
      expect(await refused(prices, '--half-life', 'long')).toMatch(/--half-life takes/);
      expect(await refused(prices, '--returns', 'odd')).toMatch(/--returns takes simple or log/);
      expect(await refused(prices, '--json', prices)).toMatch(/is named twice/);
      expect(await refused(prices, '--into', prices)).toMatch(/is named twice/);
      expect(await refused(prices, '--sectors', prices)).toMatch(/no columns Symbol/);
    });
  });
});

describe('rebal risk nearest', () => {
  const bad = covarianceSheet([{ factor: 'Market', covariances: { Market: 0.04, Rates: 0.08 } }, { factor: 'Rates', covariances: { Market: 0.08, Rates: 0.04 } }]);

  test('writes the nearest covariances that can be true into a copy', async () => {
    await inFolder(async (folder) => {
      const [book, copy] = [await writeBook(folder, [...sampleSheets(), bad]), join(folder, 'copy.xlsx')];
      const said = await rebal('risk', 'nearest', book, '--out', copy);
      expect(said).toEqual({ status: 0, err: '', out: `The nearest covariances differ by 32 % of the whole, most in Market and Rates: 0.06 instead of 0.08\nWrote ${copy}\n` });
      const { factorCovariance } = await tablesOf(copy);
      for (const row of factorCovariance ?? []) for (const value of Object.values(row.covariances)) expect(value).toBeCloseTo(0.06, 12);
      expect((await rebal('risk', 'nearest', copy, '--out', join(folder, 'other.xlsx'))).out).toContain('can all be true. Nothing was written.');
    });
  });

  test('a book without factors has nothing to mend', async () => {
    await inFolder(async (folder) => {
      expect(await refusedInOneLine(folder, 'risk', 'nearest', await writeBook(folder), '--out', join(folder, 'x.xlsx'))).toMatch(/no sheet Factor covariance with rows/);
    });
  });
});
