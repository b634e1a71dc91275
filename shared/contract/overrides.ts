import { date, list, number, text } from './column';
import { table } from './table';

/** Overrides: operational holds on an account or a security, each with an end, a reason and a name. */
export const overrides = table({
  name: 'overrides',
  excel: 'rb_Overrides',
  sheet: 'Overrides',
  aliases: ['Override', 'Holds', 'Freezes', 'Suspensions'],
  core: false,
  help: 'One row per hold: whom it binds, what it stops, until when, and who said why.',
  key: [],
  needs: ['until'],
  columns: {
    scope: list('Scope', { Firm: ['All', 'Everyone', 'Global'], Group: [], Household: ['Family', 'HH'], Account: ['Acct'] }, { required: true, aliases: ['Level', 'Applies to'], help: 'Whom the override binds.', example: 'Account' }),
    scopeId: text('Scope ID', { identifier: 'id', length: 60, aliases: ['Account ID', 'Account', 'ID', 'Scope name', 'Account number'], help: 'Which group, household or account; blank for Firm.', example: '4471-0093' }),
    override: list('Override', {
      Suspend: ['Suspended', 'No trades', 'Freeze account', 'Do not trade'],
      'Hold security': ['Hold', 'Freeze security', 'Freeze'],
      'No buys': ['No buy', 'Never buy', 'Do not buy'],
      'No sells': ['No sell', 'Never sell', 'Do not sell'],
      'Buy only': ['Buys only'],
      'Ignore drift': ['No drift', 'Mandates only'],
      'Use price': ['Price', 'Set price', 'Price override'],
    }, { required: true, aliases: ['Type', 'Hold type', 'Action'], help: 'What is stopped. Ignore drift: only a mandate (cash due, a client\'s rule, a manual trade) trades the account. Use price: for the whole firm only.', example: 'Suspend' }),
    symbol: text('Symbol', { identifier: 'symbol', length: 40, aliases: ['Ticker', 'Security'], help: 'Needed for Hold security and Use price. Elsewhere blank means every security.', example: 'AAPL' }),
    value: number('Value', { aliases: ['Price', 'Override price'], help: 'For Use price: the price of the run, more than zero, in the security\'s currency.', example: 191.2 }),
    from: date('From', { aliases: ['From date', 'Start', 'Start date', 'Effective'], help: 'First day. Blank: today.', example: '2026-11-20' }),
    until: date('Until', { aliases: ['To', 'Until date', 'End', 'End date', 'Expires'], help: 'Last day, 90 days ahead at most unless an approver is named. Needed.', example: '2026-12-15' }),
    reason: text('Reason', { required: true, length: 200, aliases: ['Notes', 'Note', 'Why', 'Comment'], help: 'At least 5 characters. Sent with a run, because all that the override causes names it.', example: 'Account transfer pending' }),
    by: text('By', { required: true, length: 60, aliases: ['Set by', 'User', 'Entered by', 'Changed by'], help: 'Who set it. Sent with a run.', example: 'j.lee' }),
    approver: text('Approver', { length: 60, aliases: ['Approved by', 'Approval'], help: 'Who allowed it to last more than 90 days. Sent with a run.', example: 'm.chen' }),
  },
});
