import type { TaxProfile } from '../../shared/book/book';
import { taxProfile } from '../optimizer/examples';
import { budgetWarnings } from './budget-warnings';
import { proposalFor } from './proposals';

const warn = async (tax: Partial<TaxProfile>, gains: { shortGain?: number; longGain?: number }, taxType: 'Taxable' | 'Tax-free' = 'Taxable') =>
  budgetWarnings(await proposalFor({ taxType, tax: { ...taxProfile, budgetIs: 'Warning', ...tax } }, { shortGain: 0, longGain: 0, ...gains }));

test.each([
  ['gains at the budget', { gainsBudget: 5000 }, { longGain: 5000 }, []],
  ['gains above it', { gainsBudget: 5000 }, { longGain: 5001 }, ['gains-budget']],
  ['with what the year has used', { gainsBudget: 5000, ytdLong: 4000 }, { longGain: 1500 }, ['gains-budget']],
  ['losses of the year make room', { gainsBudget: 5000, ytdShort: -4000 }, { longGain: 8000 }, []],
  ['short-term gains', { shortGainsBudget: 0 }, { shortGain: 10 }, ['short-gains-budget']],
  ['tax', { taxBudget: 1000 }, { longGain: 5000 }, ['tax-budget']],
  ['two at once', { gainsBudget: 100, taxBudget: 100 }, { longGain: 5000 }, ['gains-budget', 'tax-budget']],
  ['exceeded before, harvested now', { gainsBudget: 5000, ytdLong: 9000 }, { longGain: -1000 }, []],
  ['a limit: the optimizer keeps it', { gainsBudget: 0, budgetIs: 'Limit' as const }, { longGain: 5000 }, []],
  ['no budget', {}, { longGain: 5000 }, []],
])('%s', async (_, tax, gains, codes) => {
  expect((await warn(tax, gains)).map(({ code }) => code)).toEqual(codes);
});

test('a prorated budget is judged by its part of the year', async () => {
  expect(await warn({ gainsBudget: 12_000, prorate: 'Monthly' }, { longGain: 11_500 })).toMatchObject([{ limit: '$11,000', actual: '$11,500', overBy: '$500' }]);
});

test('where gains are not taxed nothing warns', async () => {
  expect(await warn({ gainsBudget: 0 }, { longGain: 5000 }, 'Tax-free')).toEqual([]);
});
