import { accountId } from './account-id';
import { date, list, money, percent, text, whole } from './column';
import { table } from './table';

/** Cash flows: money that comes, goes or must stay in cash. */
export const cashFlows = table({
  name: 'cashFlows',
  excel: 'rb_CashFlows',
  sheet: 'Cash flows',
  aliases: ['Cash flow', 'Cash needs', 'Withdrawals', 'Flows', 'Cash'],
  core: false,
  help: 'One row per deposit, withdrawal, reserve or fee, once or periodic.',
  key: [],
  columns: {
    accountId: accountId('An account, or a household.', '4471-0093', ['Household ID']),
    type: list('Type', { Withdrawal: ['Distribution', 'Cash out', 'Raise', 'Withdraw'], Deposit: ['Contribution', 'Cash in', 'Add'], Reserve: ['Hold back', 'Set aside'], RMD: ['Required minimum distribution', 'Required distribution'], Fee: ['Advisory fee', 'Management fee', 'Fees'] }, { required: true, aliases: ['Flow', 'Flow type', 'Cash flow type', 'Kind'], help: 'What the money is for.', example: 'Withdrawal' }),
    amount: money('Amount', { aliases: ['Dollars', 'Cash amount', 'Value'], help: 'Dollars, more than zero. Either this or % of account.', example: 5000 }),
    percentOfAccount: percent('% of account', { min: 0, max: 1, aliases: ['Percent of account', 'Percent', 'Percentage'], help: 'Share of the account\'s value, instead of an amount.', example: 0.02 }),
    date: date('Date', { aliases: ['When', 'Due', 'Due date', 'First date', 'Payment date', 'On'], help: 'First day. Blank: as soon as possible.', example: '2026-12-01' }),
    every: list('Every', { Once: ['One time', 'One-off', 'Single'], Month: ['Monthly', '1 month'], Quarter: ['Quarterly', '3 months'], 'Half-year': ['Semiannual', 'Semi-annually', 'Half yearly', '6 months'], Year: ['Annual', 'Annually', 'Yearly', '12 months'] }, { aliases: ['Frequency', 'Period', 'Repeats'], help: 'Blank: Once.', example: 'Month' }),
    until: date('Until', { aliases: ['Until date', 'End', 'End date', 'Last date'], help: 'Last day of a periodic flow.', example: '2027-12-31' }),
    raiseDaysBefore: whole('Raise days before', { min: 0, max: 60, aliases: ['Days before', 'Raise ahead', 'Lead days'], help: 'Business days before the date when cash is raised. Blank: 5.', example: 5 }),
    keepPeriodsAhead: whole('Keep periods ahead', { min: 0, aliases: ['Periods ahead', 'Reserve periods', 'Periods'], help: 'How many payments stay in cash. Blank: 1.', example: 3 }),
    expires: list('Expires', { Never: ['No'], 'On date': ['Date', 'At date'], 'When paid': ['Paid', 'Once paid'] }, { aliases: ['Expiry', 'Ends'], help: 'Blank: Never.', example: 'When paid' }),
    note: text('Note', { length: 200, local: true, aliases: ['Notes', 'Comment', 'Reason'], help: 'For people; never sent.', example: 'College' }),
  },
});
