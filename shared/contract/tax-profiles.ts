import { date, list, money, percent, text } from './column';
import { table } from './table';

/** Tax profiles: rates, the tax year so far, and budgets. Losses are negative dollars. */
export const taxProfiles = table({
  name: 'taxProfiles',
  excel: 'rb_TaxProfiles',
  sheet: 'Tax profiles',
  aliases: ['Tax profile', 'Tax', 'Taxes', 'Tax rates'],
  core: false,
  help: 'One row per client: all-in rates, gains so far this year, losses carried forward, budgets.',
  key: ['taxProfile'],
  columns: {
    taxProfile: text('Tax profile', { required: true, length: 60, aliases: ['Profile', 'Tax profile ID', 'Profile name', 'Profile ID'], help: 'Name used in Accounts.', example: 'RIVERA-2026' }),
    shortTermRate: percent('Short-term rate', { required: true, aliases: ['ST rate', 'Short rate', 'Short-term tax rate', 'Short-term capital gains rate', 'Ordinary rate'], help: 'All-in rate on short-term gains, 0 to 60 %.', example: 0.408 }),
    longTermRate: percent('Long-term rate', { required: true, aliases: ['LT rate', 'Long rate', 'Long-term tax rate', 'Long-term capital gains rate', 'Capital gains rate'], help: 'All-in rate on long-term gains, 0 to 60 %.', example: 0.238 }),
    qualifiedDividendRate: percent('Qualified dividend rate', { aliases: ['Dividend rate', 'QDI rate'], help: 'Blank: the long-term rate.', example: 0.238 }),
    ytdShortTermGain: money('YTD short-term gain', { aliases: ['YTD short', 'YTD ST gain', 'Short-term gain YTD', 'Realized short-term gain', 'YTD short-term gains'], help: 'Net short-term gain realized this year; a loss is negative.', example: -4200 }),
    ytdLongTermGain: money('YTD long-term gain', { aliases: ['YTD long', 'YTD LT gain', 'Long-term gain YTD', 'Realized long-term gain', 'YTD long-term gains'], help: 'Net long-term gain realized this year; a loss is negative.', example: 11300 }),
    carryforwardShort: money('Carryforward short', { aliases: ['Short-term carryforward', 'ST carryforward', 'Short carryforward', 'Short-term loss carryforward'], help: 'Short-term loss from earlier years, zero or negative.', example: -9000 }),
    carryforwardLong: money('Carryforward long', { aliases: ['Long-term carryforward', 'LT carryforward', 'Long carryforward', 'Long-term loss carryforward'], help: 'Long-term loss from earlier years, zero or negative.', example: -2500 }),
    otherExpectedGains: money('Other expected gains', { aliases: ['Other gains', 'Expected gains', 'Outside gains'], help: 'Gains expected this year outside these accounts.', example: 25000 }),
    gainsBudget: money('Gains budget', { aliases: ['Gain budget', 'Capital gains budget', 'Net gains budget'], help: 'Most net gain to be realized this year. Blank: none.', example: 20000 }),
    taxBudget: money('Tax budget', { min: 0, aliases: ['Taxes budget', 'Tax limit'], help: 'Most tax on gains this year. At most one of the two budgets.', example: 4000 }),
    shortTermGainsBudget: money('Short-term gains budget', { aliases: ['ST gains budget', 'Short-term gain budget'], help: 'Most short-term gain to be realized this year.', example: 0 }),
    budgetIs: list('Budget is', { Limit: ['Hard', 'A limit'], Warning: ['Soft', 'Warn', 'A warning'] }, { aliases: ['Budget type', 'Budget kind'], help: 'Blank: Limit.', example: 'Limit' }),
    prorate: list('Prorate', { No: ['None', 'False'], Monthly: ['Month', 'By month'], Quarterly: ['Quarter', 'By quarter'] }, { aliases: ['Prorated', 'Pro rata'], help: 'Whether the budget is released over the year. Blank: No.', example: 'Monthly' }),
    lossTarget: money('Loss target', { aliases: ['Target loss', 'Harvest target'], help: 'Losses wanted this year, as a negative amount. Blank: none.', example: -15000 }),
    asOf: date('As of', { aliases: ['As-of date', 'As of date', 'Tax as of'], help: 'The day of the year-to-date figures.', example: '2026-11-20' }),
  },
});
