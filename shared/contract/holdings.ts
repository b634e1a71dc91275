import { accountId } from './account-id';
import { date, list, money, number, text } from './column';
import { table } from './table';

/** Holdings: one row per tax lot, and one per cash balance. Core. */
export const holdings = table({
  name: 'holdings',
  excel: 'rb_Holdings',
  sheet: 'Holdings',
  aliases: ['Holding', 'Positions', 'Position', 'Lots', 'Tax lots', 'Tax lot', 'Open lots', 'Unrealized', 'Lot details'],
  core: true,
  help: 'One row per tax lot. Cash is a row with the symbol CASH and the amount as quantity.',
  key: [],
  columns: {
    accountId: accountId('The account that holds the lot.', '4471-0093'),
    symbol: text('Symbol', {
      required: true,
      identifier: 'symbol',
      length: 40,
      aliases: ['Ticker', 'Ticker symbol', 'Sym', 'Security', 'Security ID', 'Security symbol', 'Instrument', 'Fund'],
      help: 'The security held; CASH for cash.',
      example: 'VTI',
    }),
    quantity: number('Quantity', {
      required: true,
      aliases: ['Qty', 'Shares', 'Units', 'Share quantity', 'No. of shares', 'Number of shares', 'Position size'],
      help: 'Shares held; for cash, the amount.',
      example: 120.5,
    }),
    costBasis: money('Cost basis', {
      min: 0,
      aliases: ['Cost', 'Total cost', 'Basis', 'Book cost', 'Book value', 'Cost basis total', 'Total cost basis', 'Adjusted cost', 'Adjusted basis', 'Tax cost', 'Purchase cost'],
      help: 'What the whole lot cost, in dollars. Either this or Unit cost.',
      example: 18240,
    }),
    unitCost: money('Unit cost', {
      min: 0,
      aliases: ['Cost per share', 'Cost/share', 'Cost / share', 'Average cost', 'Avg cost', 'Average cost basis', 'Purchase price', 'Price paid', 'Cost price', 'Open price', 'Unit price paid'],
      help: 'What one share cost, in dollars.',
      example: 151.37,
    }),
    acquired: date('Acquired', {
      aliases: ['Acquired date', 'Date acquired', 'Acquisition date', 'Purchase date', 'Purchased', 'Trade date', 'Open date', 'Opened', 'Opened on', 'Date opened', 'Buy date', 'Lot date', 'Date bought'],
      help: 'The day the lot was bought.',
      example: '2021-03-04',
    }),
    lotId: text('Lot ID', {
      identifier: 'id',
      length: 60,
      aliases: ['Lot', 'Lot number', 'Lot no', 'Lot no.', 'Tax lot ID', 'Tax lot', 'Tax lot number'],
      help: 'The custodian\'s lot number; made from account, symbol and date when blank.',
      example: 'L-1042',
    }),
    marketValue: money('Market value', {
      aliases: ['Mkt value', 'Mkt val', 'Value', 'Current value', 'Market val', 'Amount', 'Balance'],
      help: 'Only compared with quantity times price.',
      example: 34945,
    }),
    unsettled: number('Unsettled', {
      min: 0,
      aliases: ['Unsettled quantity', 'Unsettled amount', 'Unsettled cash', 'Pending'],
      help: 'The part of the quantity that has not settled.',
      example: 2500,
    }),
    covered: list('Covered', {
      Covered: ['Yes', 'C', 'True'],
      Noncovered: ['Non-covered', 'Not covered', 'Uncovered', 'No', 'N', 'False'],
      'Unknown basis': ['Unknown', 'Basis unknown', 'U'],
    }, {
      aliases: ['Covered status', 'Covered/Noncovered', 'Coverage', 'Covered?'],
      help: 'Whether the broker reports the basis. Blank: Covered.',
      example: 'Covered',
    }),
    holdingPeriodStart: date('Holding-period start', {
      aliases: ['Holding period start date', 'Held from', 'Held since', 'Holding period date', 'Holding date'],
      help: 'For gifts and washed lots: the earlier day from which the holding period counts.',
      example: '2020-11-02',
    }),
    disallowedLoss: money('Disallowed loss', {
      min: 0,
      aliases: ['Wash sale disallowed', 'Wash sale adjustment', 'Disallowed', 'Wash sale amount', 'Wash sale loss disallowed'],
      help: 'Wash-sale loss already in the basis, in dollars.',
      example: 120,
    }),
    sleeve: text('Sleeve', {
      length: 60,
      aliases: ['Sleeve name', 'Sub-account', 'Strategy sleeve'],
      help: 'A label; it changes nothing.',
      example: 'Legacy',
    }),
    asOf: date('As of', {
      aliases: ['As-of date', 'As of date', 'Position date', 'Statement date', 'Holdings date'],
      help: 'The day of the holdings. Blank: the day on Start.',
      example: '2026-11-20',
    }),
    source: text('Source', {
      length: 200,
      local: true,
      aliases: ['Source file', 'File', 'Imported from'],
      help: 'The file the row came from; stays in the workbook.',
      example: 'schwab_pos_1120.csv',
    }),
  },
});
