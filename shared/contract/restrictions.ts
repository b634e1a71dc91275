import { date, list, number, text } from './column';
import { table } from './table';

/** Restrictions: standing policy of the firm, a group, a household or an account. */
export const restrictions = table({
  name: 'restrictions',
  excel: 'rb_Restrictions',
  sheet: 'Restrictions',
  aliases: ['Restriction', 'Rules', 'Client restrictions', 'Constraints', 'Policy'],
  core: false,
  help: 'One row per rule: whom it binds, what it forbids or caps, and why.',
  key: [],
  columns: {
    scope: list('Scope', { Firm: ['All', 'Everyone', 'Global'], Group: [], Household: ['Family', 'HH'], Account: ['Acct'] }, { required: true, aliases: ['Level', 'Applies to'], help: 'Whom the rule binds.', example: 'Account' }),
    scopeId: text('Scope ID', { identifier: 'id', length: 60, aliases: ['Account ID', 'Account', 'ID', 'Scope name', 'Account number'], help: 'Which group, household or account; blank for Firm.', example: '4471-0093' }),
    rule: list('Rule', {
      'Never buy': ['No buy', 'No buys', 'Do not buy', "Don't buy"],
      'Never sell': ['No sell', 'No sells', 'Do not sell', "Don't sell"],
      'Never own': ['No own', 'Never hold', 'Do not own', 'Exclude', "Don't own", 'Sell out'],
      'Max %': ['Maximum %', 'Max percent', 'Cap %', 'Max weight'],
      'Min %': ['Minimum %', 'Min percent', 'Floor %', 'Min weight'],
      'Max $': ['Maximum $', 'Max dollars', 'Max amount', 'Max value'],
      'Max quantity': ['Max shares', 'Maximum quantity', 'Max qty'],
      Screen: ['Apply screen'],
    }, { required: true, aliases: ['Restriction', 'Rule type', 'Type'], help: 'What is forbidden or capped.', example: 'Never sell' }),
    on: list('On', { Symbol: ['Security', 'Ticker'], 'Asset class': ['Class'], Sector: [], Issuer: ['Company'], Tag: [], Screen: [] }, { required: true, aliases: ['Subject', 'Dimension', 'Applies on'], help: 'What kind of thing Value names.', example: 'Symbol' }),
    value: text('Value', { required: true, length: 80, aliases: ['Symbol', 'Ticker', 'Subject value', 'Name', 'What'], help: 'The symbol, class, sector, issuer, tag or screen.', example: 'AAPL' }),
    limit: number('Limit', { min: 0, aliases: ['Amount', 'Cap', 'Threshold'], help: 'For Max and Min rules: a percentage, dollars or shares.', example: 0.05 }),
    severity: list('Severity', { Hard: ['Strict', 'Never broken'], Soft: ['Preference', 'May be broken'] }, { aliases: ['Strictness', 'Hardness'], help: 'Hard is never broken; Soft may be, and is shown. Blank: Hard.', example: 'Hard' }),
    from: date('From', { aliases: ['From date', 'Start', 'Start date', 'Effective'], help: 'First day of the rule.', example: '2026-01-01' }),
    until: date('Until', { aliases: ['To', 'Until date', 'End', 'End date', 'Expires'], help: 'Last day of the rule.', example: '2026-12-31' }),
    reason: text('Reason', { length: 200, local: true, aliases: ['Notes', 'Note', 'Why', 'Comment'], help: 'Shown on every exception it causes; stays in the workbook.', example: 'Founder stock, letter 12 Jan' }),
  },
});
