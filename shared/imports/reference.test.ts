import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readExport, type FormatName } from '.';
import { textFile } from './custodian-file';
import type { ImportRow } from './format';

/**
 * Real exports and their readings, row for row (skipped where ../shared/data is absent: they are not ours to ship).
 * A key that the expected row does not have may hold anything we found.
 */
const custodians = join(__dirname, '../../../shared/data/custodians');
const whenPresent = existsSync(join(custodians, 'expected.json')) ? describe : describe.skip;

/** Formats by the paths they read. A file that is not listed must not be taken for any of them. */
const formatOf: Readonly<Record<string, FormatName>> = {
  'etrade/PortfolioDownload_2026_cd-option-mmf.csv': 'etrade-portfolio',
  'etrade/PortfolioDownload_lots_2020-01-24_custom-view.csv': 'etrade-portfolio',
};

whenPresent('reference files', () => {
  const expected = JSON.parse(existsSync(custodians) ? readFileSync(join(custodians, 'expected.json'), 'utf8') : '{}') as
    Readonly<Record<string, { readonly asOf: string | null; readonly rows: readonly Partial<ImportRow>[] }>>;
  const open = (path: string) => textFile(readFileSync(join(custodians, path), 'utf8'), path);

  test.each(Object.keys(formatOf).filter((path) => path in expected))('%s reads as expected, row for row', (path) => {
    const reading = readExport(open(path));
    expect(reading.format).toBe(formatOf[path]);
    expect(reading.confidence).toBeGreaterThanOrEqual(0.9);
    expect(reading.asOf ?? null).toBe(expected[path].asOf);
    const rows = reading.rows.filter(({ kind }) => kind !== 'skip');
    expect(rows).toHaveLength(expected[path].rows.length);
    expected[path].rows.forEach((row, k) => expect(rows[k]).toMatchObject(row));
  });

  test('no file is taken for another’s', () => {
    const files = existsSync(custodians) ? readdirSync(custodians, { recursive: true, encoding: 'utf8' }) : [];
    const texts = files.filter((path) => /\/.*\.(csv|txt|xml|ofx)$/.test(path));
    expect(texts.length).toBeGreaterThan(20);
    for (const path of texts) expect([path, readExport(open(path)).format]).toEqual([path, formatOf[path]]);
  });
});
