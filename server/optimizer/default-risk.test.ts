import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classes, classLoadings, factors, sectorVolatility, specificVolatility } from './default-risk';
import { activeVariance, riskModel } from './risk-model';
import { security } from './examples';

const text = readFileSync(join(__dirname, '../../docs/risk-model.md'), 'utf8');

/** Rows of the first table below a heading. */
function rowsBelow(heading: string): string[][] {
  const lines = text.slice(text.indexOf(`### ${heading}\n`)).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const table = lines.slice(
    first,
    lines.findIndex((line, k) => k > first && !line.startsWith('|')),
  );
  return table.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const fraction = (percentage: string): number => Number((Number(percentage.replace(' %', '')) / 100).toFixed(6));
const volatilities = (heading: string) => Object.fromEntries(rowsBelow(heading).map(([name, volatility]) => [name, fraction(volatility)]));
const loadings = (words: string) =>
  words === 'none'
    ? {}
    : Object.fromEntries(
        words.split(', ').map((part) => [part.slice(0, part.lastIndexOf(' ')), Number(part.slice(part.lastIndexOf(' ')))]),
      );

test('the page lists every factor with its volatility', () => {
  expect(volatilities('Factors')).toEqual(factors);
});

test('the page lists the specific volatility of every security type, and that of sectors', () => {
  expect(volatilities('Specific volatility')).toEqual(specificVolatility);
  expect(text).toContain(`a factor of that sector as well: ${sectorVolatility * 100} % volatility`);
});

test('the page lists every row of asset classes, in order, with its exposures', () => {
  const rows = rowsBelow('Asset classes');
  expect(rows.map(([, words]) => loadings(words))).toEqual([...classes.map(([, betas]) => betas), classLoadings('anything else')]);
  expect(rows.slice(0, -1).map(([name]) => classes.findIndex(([pattern]) => pattern.test(name.toLowerCase())))).toEqual(
    classes.map((_, k) => k),
  );
});

test('every exposure is to a factor that has a volatility', () => {
  const named = classes.flatMap(([, betas]) => Object.keys(betas));
  expect(named.filter((name) => !(name in factors))).toEqual([]);
});

test('the tracking error worked out by hand on the page is the one computed', () => {
  const model = riskModel([security('VTI', 290, 'US equity'), security('VXUS', 68, 'Intl equity')], []);
  const trackingError = Math.sqrt(activeVariance(model, Float64Array.of(0.1, -0.1)));
  expect(text).toContain(`= ${(trackingError * 100).toFixed(2)} %\``);
  expect(text).toContain(`= ${(25 * (trackingError * 100) ** 2).toFixed(0)} bp of the account a year`);
});
