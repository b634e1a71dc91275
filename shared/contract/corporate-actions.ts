import { date, list, money, number, percent, text } from './column';
import { table } from './table';

/** Corporate actions: what issuers do to shares, and what is to be done about it. */
export const corporateActions = table({
  name: 'corporateActions',
  excel: 'rb_CorporateActions',
  sheet: 'Corporate actions',
  aliases: ['Corporate action', 'Corp actions', 'Reorganizations', 'Reorgs', 'Events'],
  core: false,
  help: 'One row per split, merger, spin-off or the like. Until the holdings show it, the accounts that hold the security wait.',
  key: ['symbol', 'type', 'effective'],
  columns: {
    symbol: text('Symbol', { required: true, identifier: 'symbol', length: 40, aliases: ['Ticker', 'Security', 'Old symbol'], help: 'The security it happens to.', example: 'ABC' }),
    type: list('Type', {
      'Cash merger': ['Cash acquisition', 'Cash buyout', 'Buyout', 'Redemption'],
      'Stock merger': ['Merger', 'Stock acquisition', 'Exchange', 'Conversion'],
      Split: ['Stock split', 'Reverse split', 'Forward split'],
      'Spin-off': ['Spinoff', 'Spin off'],
      'Ticker change': ['Symbol change', 'Name change', 'Rename'],
      Tender: ['Tender offer', 'Offer'],
      Delisting: ['Delisted'],
      Other: [],
    }, { required: true, aliases: ['Action', 'Event', 'Event type', 'Action type'], help: 'What happens.', example: 'Stock merger' }),
    effective: date('Effective', { required: true, aliases: ['Effective date', 'Date', 'Ex date', 'Ex-date'], help: 'First day on which the security trades the new way.', example: '2026-12-02' }),
    newSymbol: text('New symbol', { identifier: 'symbol', length: 40, aliases: ['New ticker', 'Into', 'New security'], help: 'What a merger, a ticker change or a spin-off brings.', example: 'XYZ' }),
    ratio: number('Ratio', { aliases: ['Rate', 'New per old', 'Exchange ratio', 'Split ratio'], help: 'New shares for each old share: 2 for a 2-for-1 split, 0.1 for a 1-for-10 reverse split.', example: 0.75 }),
    cashPerShare: money('Cash per share', { aliases: ['Cash', 'Cash rate', 'Price per share'], help: 'Dollars for each share of a cash merger.', example: 12.5 }),
    basisToNew: percent('Basis to new', { min: 0, max: 1, aliases: ['Basis allocation', 'Basis % to new', 'New basis'], help: 'Share of the cost basis that a spin-off moves to the new security (IRS Form 8937 of the issuer).', example: 0.184 }),
    treatment: list('Treatment', {
      'Do not trade': ['Suspend', 'Wait', 'Freeze'],
      'Adjust lots': ['Adjust', 'Apply'],
      'Sell before': ['Sell', 'Exit'],
      Ignore: ['None', 'Done'],
    }, { aliases: ['Do', 'What to do', 'Handling'], help: 'Do not trade: accounts wait until their holdings show it. Adjust lots: lots are restated for the run. Sell before: sold in the 10 business days before. Blank: Do not trade.', example: 'Adjust lots' }),
  },
});
