import { soundTables } from '../checks/examples';
import type { Tables } from '../contract';
import { placesOf } from '../contract/places';
import { accountExplainer, type ExplainedLine } from '.';

const asOf = '2026-11-20';
const id = '4471-0093';

const linesOf = (more: Partial<Tables>, account = id): readonly ExplainedLine[] => accountExplainer({ tables: { ...soundTables, ...more }, asOf })(account)!;
const find = (lines: readonly ExplainedLine[], section: ExplainedLine['section'], item: string): ExplainedLine | undefined =>
  lines.find((one) => one.section === section && one.item === item);

test('a setting says its value, its level and its row; none stops inheritance', () => {
  const settings: Tables['settings'] = [
    { row: 2, scope: 'Firm', values: { cashTarget: 0.03, maxPosition: 0.1, maxTurnover: 0.5 } },
    { row: 3, scope: 'Group', scopeId: 'core', values: { cashTarget: 0.05, maxPosition: 'none' } },
    { row: 4, scope: 'Account', scopeId: id, values: { riskPrice: 0.005 } },
  ];
  const lines = linesOf({ settings });
  expect(find(lines, 'Settings', 'Cash target')).toMatchObject({ value: 0.05, level: 'Group', source: 'Settings row 3', changed: true });
  expect(find(lines, 'Settings', 'Max position')).toMatchObject({ value: 'none', level: 'Group', source: 'Settings row 3', changed: true });
  expect(find(lines, 'Settings', 'Max turnover')).toMatchObject({ value: 0.5, level: 'Firm', source: 'Settings row 2' });
  expect(find(lines, 'Settings', 'Risk price')).toMatchObject({ value: 50, unit: 'bp', level: 'Account' });
  expect(find(lines, 'Settings', 'Seed')).toMatchObject({ value: 1, level: 'Default', source: null, changed: false });
});

test('a source is a cell where the workbook is at hand', () => {
  const places = placesOf(new Map([['settings', { sheet: 'Our settings', columns: new Map([['scope', 1], ['minimumScore', 4]]) }]]), new Set());
  const lines = accountExplainer({ tables: soundTables, asOf, places })(id)!;
  expect(find(lines, 'Settings', 'Minimum score')).toMatchObject({ value: 8, level: 'Group', source: "'Our settings'!D2" });
});

test('a model, a tax profile and a restriction of the household say so', () => {
  const lines = linesOf({
    accounts: [{ row: 2, accountId: id, taxType: 'Taxable', householdId: 'H-RIVERA' }],
    households: [{ row: 2, householdId: 'h-rivera', model: 'growth', taxProfile: 'RIVERA' }],
    restrictions: [{ row: 2, scope: 'Household', scopeId: 'H-RIVERA', rule: 'Max %', on: 'Symbol', value: 'vti', limit: 0.1, reason: 'Concentration' }],
  });
  expect(find(lines, 'Account', 'Model')).toMatchObject({ value: 'growth', level: 'Household', source: 'Households row 2' });
  expect(find(lines, 'Tax', 'Tax profile')).toMatchObject({ value: 'RIVERA', level: 'Household' });
  expect(find(lines, 'Restrictions', 'Max %')).toMatchObject({ value: 'Symbol VTI 10 %', level: 'Household', source: 'Restrictions row 2', note: 'Hard: Concentration' });
});

test('budgets are told as far as the year has released them', () => {
  const taxProfiles: Tables['taxProfiles'] = [{ ...soundTables.taxProfiles![0], prorate: 'Monthly' }];
  expect(find(linesOf({ taxProfiles }), 'Tax', 'Gains budget')).toMatchObject({ value: expect.closeTo(20_000 * 11 / 12, 6), note: '91.67 % of $20,000: prorated monthly' });
  expect(find(linesOf({}, '4471-0088'), 'Tax', 'Tax profile')?.note).toContain('pay no tax');
  expect(find(linesOf({ taxProfiles: [] }), 'Tax', 'Short-term rate')).toMatchObject({ value: 0.408, level: 'Default' });
});

test('screens, flows, overrides and suspensions are there with their days', () => {
  const lines = accountExplainer({
    tables: {
      ...soundTables,
      restrictions: [{ row: 5, scope: 'Firm', rule: 'Screen', on: 'Screen', value: 'clean' }],
      tags: [{ row: 2, symbol: 'VTI', tag: 'Carbon', score: 0.3 }],
      screens: [{ row: 2, screen: 'Clean', tag: 'Carbon', test: '≥', threshold: 0.2, action: 'Never buy' }],
      cashFlows: [{ row: 7, accountId: id, type: 'Withdrawal', amount: 3_000, date: '2026-11-25', every: 'Month', keepPeriodsAhead: 2 }],
      overrides: [{ row: 3, scope: 'Group', scopeId: 'Core', override: 'No buys', symbol: 'vti', until: '2026-12-01', reason: 'Under review', by: 'j.lee' }],
    },
    asOf,
    issues: [{ code: 'H04', severity: 'skip', message: 'Lot has no basis.', fix: 'Type it.', accounts: [id], rows: 1, sheet: 'Holdings', cell: 'D7' }],
  })(id)!;
  expect(find(lines, 'Restrictions', 'Screen Clean')).toMatchObject({ value: 'Never buy: Carbon ≥ 0.2', level: 'Firm', note: 'catches VTI' });
  expect(lines.filter(({ section }) => section === 'Cash').map(({ value, note, source }) => [value, note, source])).toEqual([
    [3000, '2026-11-25: leaves in this run', 'Cash flows row 7'], [3000, '2026-12-25: stays in cash', 'Cash flows row 7'], [3000, '2027-01-25: not yet', 'Cash flows row 7'],
  ]);
  expect(find(lines, 'Standing orders', 'No buys')).toMatchObject({ value: 'VTI', level: 'Group', source: 'Overrides row 3', note: 'until 2026-12-01: Under review' });
  expect(find(lines, 'Suspensions', 'Check H04')).toMatchObject({ source: 'Holdings!D7', note: 'Lot has no basis. Type it.' });
});

test('a customization is told with its row, and each symbol with what it would be without', () => {
  const lines = linesOf({ customizations: [{ row: 4, scope: 'Account', scopeId: id, change: 'Drop class', component: 'Intl equity', reason: 'Has enough abroad' }] });
  expect(find(lines, 'Target', 'Customization')).toMatchObject({ value: 'Drop class Intl equity', level: 'Account', source: 'Customizations row 4', note: 'Has enough abroad' });
  expect(find(lines, 'Target', 'VXUS')).toMatchObject({ value: 0, changed: true, note: expect.stringContaining('25 % without customizations') });
  expect(find(lines, 'Target', 'CASH')).toMatchObject({ value: 0.02, changed: false });
});

test('an account that is not there has no explanation', () => {
  expect(accountExplainer({ tables: soundTables, asOf })('1')).toBeUndefined();
});
