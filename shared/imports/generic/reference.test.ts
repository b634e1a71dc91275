import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportRow } from '../format';
import { openExport } from '../open';
import { readGenericTable } from './table';

/**
 * Real exports of custodians whose layouts we do know, read as if we did not (skipped where ../shared/data is absent: they are not ours to ship).
 * What the guesses find must be right: kind, security, shares, value and cost.
 */
const custodians = join(__dirname, '../../../../shared/data/custodians');
const whenPresent = existsSync(join(custodians, 'expected.json')) ? describe : describe.skip;

const paths = [
  'etrade/PortfolioDownload_2026_cd-option-mmf.csv',
  'etrade/PortfolioDownload_lots_2020-01-24_custom-view.csv',
  'fidelity/portfolio-positions_2021_bom-crlf.csv',
  'fidelity/portfolio-positions_2026-04-23_four-accounts.csv',
  'fidelity/tax-lots_2026_one-row.csv',
  'm1/open-tax-lots_2026_fabricated-in-real-layout.csv',
  'merrill/holdings_2026-05-18_cma.csv',
  'pershing/netx360_holdings-by-assets_2026-04-15.xlsx',
  'schwab/lot-details_SCHA_2020-09-25.csv',
  'schwab/positions_joint_2026-05-03.csv',
  'schwab/positions_single-account_2020-12-21.csv',
  'schwab/realized-lot-details_joint_2026-05-03.csv',
  'vanguard/OfxDownload_two-tables.csv',
  'vanguard/cost-basis_unrealized_2026-09-03_one-row.csv',
];

whenPresent('custodians’ exports, guessed', () => {
  const expected = JSON.parse(existsSync(custodians) ? readFileSync(join(custodians, 'expected.json'), 'utf8') : '{}') as
    Readonly<Record<string, { readonly asOf: string | null; readonly rows: readonly ImportRow[] }>>;

  test.each(paths)('%s', async (path) => {
    const { files } = await openExport(readFileSync(join(custodians, path)), path);
    const { asOf, rows } = readGenericTable(files[0]);
    const held = rows.filter(({ kind }) => kind !== 'transaction' && kind !== 'skip');
    // Custodians differ in whether the cost of cash is its amount, so that is left aside.
    const facts = ({ kind, symbol, acquired, quantity, costBasis, marketValue, proceeds }: Partial<ImportRow>) =>
      [kind, symbol ?? null, acquired ?? null, quantity ?? null, marketValue ?? null, proceeds ?? null, kind === 'cash' ? null : (costBasis ?? null)];
    expect(asOf ?? null).toBe(expected[path].asOf);
    expect(held.map(facts)).toEqual(expected[path].rows.map(facts));
  });
});
