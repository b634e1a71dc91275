import { nameKey } from '../book/names';
import type { TaxProfile } from '../book/book';
import type { TableRow } from '../contract';
import { proration } from '../tax/proration';
import { dollarWords, line, percentWords, type ExplainedLine, type Unit } from './line';
import { placeOf } from './source';
import { settingOrigin } from './settings';
import type { Subject } from './subject';

type Column = keyof TableRow<'taxProfiles'> & string;

const figures: readonly (readonly [item: string, key: keyof TaxProfile, column: Column, unit: Unit])[] = [
  ['Short-term rate', 'shortRate', 'shortTermRate', 'percent'],
  ['Long-term rate', 'longRate', 'longTermRate', 'percent'],
  ['Qualified dividend rate', 'dividendRate', 'qualifiedDividendRate', 'percent'],
  ['YTD short-term gain', 'ytdShort', 'ytdShortTermGain', 'dollars'],
  ['YTD long-term gain', 'ytdLong', 'ytdLongTermGain', 'dollars'],
  ['Carryforward short', 'carryShort', 'carryforwardShort', 'dollars'],
  ['Carryforward long', 'carryLong', 'carryforwardLong', 'dollars'],
  ['Other expected gains', 'otherGains', 'otherExpectedGains', 'dollars'],
  ['Loss target', 'lossTarget', 'lossTarget', 'dollars'],
  ['Budget is', 'budgetIs', 'budgetIs', 'text'],
];

const budgets: readonly (readonly [item: string, key: 'gainsBudget' | 'taxBudget' | 'shortGainsBudget', column: Column])[] = [
  ['Gains budget', 'gainsBudget', 'gainsBudget'],
  ['Tax budget', 'taxBudget', 'taxBudget'],
  ['Short-term gains budget', 'shortGainsBudget', 'shortTermGainsBudget'],
];

/** The tax profile of an account, whose it is, and its budgets as far as they are released by the day. */
export function explainTax(subject: Subject): ExplainedLine[] {
  const { account } = subject;
  if (account.taxType !== 'Taxable') return [line('Tax', 'Tax profile', 'none', { level: 'Account', note: `${account.taxType} accounts pay no tax on gains` })];
  return account.tax.assumed ? assumed(subject) : profileLines(subject);
}

/** Without a profile the default rates of the settings stand in. */
function assumed({ account, effective, places }: Subject): ExplainedLine[] {
  return [
    line('Tax', 'Tax profile', 'none', { level: 'Default', note: 'default rates stand in (check T02)' }),
    line('Tax', 'Short-term rate', account.tax.shortRate, { unit: 'percent', ...settingOrigin(effective, 'defaultShortRate', places) }),
    line('Tax', 'Long-term rate', account.tax.longRate, { unit: 'percent', ...settingOrigin(effective, 'defaultLongRate', places) }),
  ];
}

function profileLines({ book, account: { tax, household }, row, tables, places }: Subject): ExplainedLine[] {
  const profile = (tables.taxProfiles ?? []).find(({ taxProfile }) => nameKey(taxProfile) === nameKey(tax.id));
  const isOwn = row.taxProfile !== undefined;
  const family = book.households.get(nameKey(household));
  const named = line('Tax', 'Tax profile', tax.id, {
    level: isOwn ? 'Account' : 'Household', changed: true,
    source: isOwn ? placeOf(places, 'accounts', row.row, 'taxProfile') : placeOf(places, 'households', family?.row, 'taxProfile'),
  });
  const origin = (column: Column) => (profile?.[column] === undefined
    ? { level: 'Default' as const, source: null, changed: false }
    : { level: isOwn ? ('Account' as const) : ('Household' as const), source: placeOf(places, 'taxProfiles', profile.row, column), changed: true });
  const share = proration(tax.prorate, book.asOf);
  return [
    named,
    ...figures.filter(([, key]) => tax[key] !== undefined).map(([item, key, column, unit]) => line('Tax', item, tax[key] as string | number, { unit, ...origin(column) })),
    ...budgets.filter(([, key]) => tax[key] !== undefined).map(([item, key, column]) => line('Tax', item, tax[key]! * share, {
      unit: 'dollars', ...origin(column), note: share === 1 ? null : `${percentWords(share)} of ${dollarWords(tax[key]!)}: prorated ${tax.prorate.toLowerCase()}`,
    })),
  ];
}
