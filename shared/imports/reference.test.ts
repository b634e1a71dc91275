import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readExport, type FormatName } from '.';
import type { ImportRow } from './format';
import { openExport } from './open';

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
  'm1/open-tax-lots_2026_fabricated-in-real-layout.csv': 'm1-lots',
  'merrill/holdings_2026-05-18_cma.csv': 'merrill-holdings',
  'pershing/netx360_holdings-by-assets_2026-04-15.xlsx': 'pershing-holdings',
  'robinhood/activity_2026_fabricated-in-real-layout.csv': 'robinhood-activity',
  'tdameritrade/transactions_2013.csv': 'tdameritrade-transactions',
  'schwab/lot-details_HYLB_2020-10-25_15col.csv': 'schwab-lot-details',
  'schwab/lot-details_SCHA_2020-09-25.csv': 'schwab-lot-details',
  'schwab/positions_joint_2026-05-03.csv': 'schwab-positions',
  'schwab/positions_single-account_2020-12-21.csv': 'schwab-positions',
  'schwab/realized-lot-details_joint_2026-05-03.csv': 'schwab-realized-lots',
  'schwab/transactions_brokerage_2023.csv': 'schwab-transactions',
  'fidelity/history_all-accounts_2025.csv': 'fidelity-history',
  'fidelity/portfolio-positions_2021_bom-crlf.csv': 'fidelity-positions',
  'fidelity/portfolio-positions_2026-04-23_four-accounts.csv': 'fidelity-positions',
  'fidelity/tax-lots_2026_one-row.csv': 'fidelity-lots',
  'vanguard/OfxDownload_two-tables.csv': 'vanguard-download',
  'vanguard/cost-basis_unrealized_2026-09-03_one-row.csv': 'vanguard-cost-basis',
  'interactive_brokers/activity-statement_long-open-positions-lots_2023-07-25.csv': 'interactive-brokers-statement',
  'interactive_brokers/flex_corporate_action_2025.xml': 'interactive-brokers-flex',
  'interactive_brokers/flex_open-positions_options_2025.csv': 'interactive-brokers-flex-csv',
  'ofx/fidelity.ofx': 'ofx-statement',
  'ofx/invstmtrs_full.ofx': 'ofx-statement',
  'ofx/vanguard.ofx': 'ofx-statement',
};

whenPresent('reference files', () => {
  const expected = JSON.parse(existsSync(custodians) ? readFileSync(join(custodians, 'expected.json'), 'utf8') : '{}') as
    Readonly<Record<string, { readonly asOf: string | null; readonly rows: readonly Partial<ImportRow>[] }>>;
  const open = async (path: string) => {
    const { files, issues } = await openExport(readFileSync(join(custodians, path)), path);
    expect(issues).toEqual([]);
    return files[0];
  };

  test.each(Object.keys(formatOf).filter((path) => path in expected))('%s reads as expected, row for row', async (path) => {
    const reading = readExport(await open(path));
    expect(reading.format).toBe(formatOf[path]);
    expect(reading.confidence).toBeGreaterThanOrEqual(0.9);
    expect(reading.asOf ?? null).toBe(expected[path].asOf);
    // The expected readings speak of holdings only; where a file lists transactions too, we read those as well.
    const rows = reading.rows.filter(({ kind }) => kind !== 'skip' && kind !== 'transaction');
    expect(rows).toHaveLength(expected[path].rows.length);
    expected[path].rows.forEach((row, k) => expect(rows[k]).toMatchObject(row));
  });

  test('no file is taken for another’s', async () => {
    const files = existsSync(custodians) ? readdirSync(custodians, { recursive: true, encoding: 'utf8' }) : [];
    const texts = files.filter((path) => /\/.*\.(csv|txt|xml|ofx|xlsx)$/.test(path));
    expect(texts.length).toBeGreaterThan(20);
    for (const path of texts) expect([path, readExport(await open(path)).format]).toEqual([path, formatOf[path]]);
  });
});
