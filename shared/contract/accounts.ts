import { accountId } from './account-id';
import { list, money, text } from './column';
import { table } from './table';

/** Accounts: one row per custodial registration. Core. */
export const accounts = table({
  name: 'accounts',
  excel: 'rb_Accounts',
  sheet: 'Accounts',
  aliases: ['Account', 'Account list', 'Acct', 'Accts', 'Client accounts'],
  core: true,
  help: 'One row per account: its number, how it is taxed and the model it follows.',
  key: ['accountId'],
  needs: ['taxType', 'model'],
  columns: {
    accountId: accountId('The custodian\'s account number, kept as text.', '4471-0093'),
    taxType: list('Tax type', {
      Taxable: ['Individual', 'Joint', 'Brokerage', 'Trust', 'Taxable account', 'Non-qualified'],
      'Tax-deferred': [
        'Deferred', 'IRA', 'Traditional', 'Traditional IRA', 'Rollover', 'Rollover IRA', 'SEP', 'SEP IRA', 'SIMPLE', 'SIMPLE IRA',
        '401k', '401(k)', '403b', '403(b)', '457', '457b', 'Inherited IRA',
      ],
      'Tax-free': ['Roth', 'Roth IRA', 'Roth 401k', 'Roth 401(k)', 'HSA', '529'],
      Exempt: ['Tax-exempt', 'Foundation', 'Endowment', 'Charity', 'Charitable'],
    }, {
      aliases: ['Tax status', 'Tax treatment', 'Taxability', 'Account tax type', 'Account type', 'Registration type'],
      help: 'How gains in the account are taxed.',
      example: 'Taxable',
    }),
    model: text('Model', {
      length: 80,
      aliases: ['Model name', 'Target model', 'Assigned model', 'Model portfolio', 'Strategy', 'Allocation model'],
      help: 'The model the account follows; must be in Models. Blank: the household\'s.',
      example: 'Growth 70/30',
    }),
    accountName: text('Account name', {
      length: 80,
      local: true,
      aliases: ['Acct name', 'Account title', 'Title', 'Client', 'Client name', 'Name'],
      help: 'Shown on the sheets; stays in the workbook.',
      example: 'Rivera Trust',
    }),
    householdId: text('Household ID', {
      identifier: 'id',
      length: 40,
      aliases: ['Household', 'Household no', 'Household number', 'HH', 'HH ID', 'Family', 'Relationship'],
      help: 'Accounts with the same value are one household for wash sales; Households says what else they share. Blank: a household of its own.',
      example: 'H-RIVERA',
    }),
    group: text('Group', {
      length: 60,
      aliases: ['Group name', 'Account group', 'Segment'],
      help: 'Group for settings and review. Blank: the firm\'s settings only.',
      example: 'Core',
    }),
    custodian: text('Custodian', {
      length: 60,
      aliases: ['Custodian name', 'Held at', 'Broker'],
      help: 'Chooses the layout of the order file.',
      example: 'Schwab',
    }),
    status: list('Status', {
      Active: ['Open', 'Live', 'Managed'],
      Suspended: ['Paused', 'On hold', 'Frozen', 'Hold'],
      'Held away': ['Away', 'Heldaway', 'Outside', 'Unmanaged'],
      Closed: ['Inactive', 'Terminated'],
    }, {
      aliases: ['Account status'],
      help: 'Held away accounts are counted and never traded. Blank: Active.',
      example: 'Active',
    }),
    discretion: list('Discretion', {
      Discretionary: ['Yes', 'Full', 'Disc', 'True'],
      'Non-discretionary': ['No', 'Advisory', 'Nondisc', 'False'],
    }, {
      aliases: ['Discretionary', 'Trading authority'],
      help: 'Whether trades need the client\'s consent. Blank: Discretionary.',
      example: 'Discretionary',
    }),
    advisor: text('Advisor', {
      length: 60,
      aliases: ['Adviser', 'Rep', 'Representative', 'Manager', 'Portfolio manager', 'Recommended by'],
      help: 'Written on trades as "Recommended by".',
      example: 'J. Lee',
    }),
    taxProfile: text('Tax profile', {
      length: 60,
      aliases: ['Tax profile ID', 'Tax profile name', 'Tax lot profile'],
      help: 'A row of Tax profiles. Blank: the household\'s, else the default rates, with a warning.',
      example: 'RIVERA-2026',
    }),
    currency: text('Currency', {
      length: 3,
      aliases: ['Ccy', 'Base currency', 'Account currency'],
      help: 'Three letters. Blank: the currency on Start.',
      example: 'USD',
    }),
    custodianTotal: money('Custodian total', {
      local: true,
      aliases: ['Total at custodian', 'Custodian value', 'Account total', 'Account value', 'Total value', 'Total account value'],
      help: 'What the custodian says the account is worth, in dollars; only compared with its holdings. Stays in the workbook.',
      example: 47345,
    }),
    notes: text('Notes', {
      length: 1000,
      local: true,
      aliases: ['Note', 'Comment', 'Comments', 'Remarks'],
      help: 'For people; never sent.',
      example: 'Prefers calls before trades',
    }),
  },
});
