import { list, money, percent, text, whole } from './column';
import { table } from './table';

const yesNo = { Yes: ['Y', 'True'], No: ['N', 'False'] } as const;

/** Groups: how trades of a group of accounts are reviewed. */
export const groups = table({
  name: 'groups',
  excel: 'rb_Groups',
  sheet: 'Groups',
  aliases: ['Group', 'Account groups', 'Workflow'],
  core: false,
  help: 'One row per group of accounts: who reviews its trades, and what becomes an exception.',
  key: ['group'],
  columns: {
    group: text('Group', { required: true, length: 60, aliases: ['Group name', 'Name'], help: 'Name used in Accounts.', example: 'Core' }),
    reviewTier: list('Review tier', { Auto: ['Automatic', 'None'], Sample: ['Sampled'], 'Review exceptions': ['Exceptions', 'Exceptions only'], 'Review all': ['All', 'Everything'] }, { aliases: ['Tier', 'Review'], help: 'Which trades a person looks at. Blank: Review exceptions.', example: 'Auto' }),
    sample: percent('Sample %', { min: 0, max: 1, aliases: ['Sample share', 'Sample percent'], help: 'Share of accounts looked at when the tier is Sample.', example: 0.05 }),
    reviewer: text('Reviewer', { length: 60, aliases: ['Reviewed by'], help: 'Who reviews.', example: 'M. Chen' }),
    approver: text('Approver', { length: 60, aliases: ['Approved by'], help: 'Who approves; differs from the reviewer under four eyes.', example: 'Compliance' }),
    fourEyes: list('Four eyes', yesNo, { aliases: ['Two person', 'Dual control'], help: 'Two people must act. Blank: Yes.', example: 'Yes' }),
    triggers: text('Triggers', { length: 200, aliases: ['Trigger'], help: 'Comma list: Drift, Cash, Loss, Model change, Restriction change, Flow, Manual, Calendar. Blank: all.', example: 'Drift, Cash' }),
    calendar: list('Calendar', { Daily: ['Day', 'Every day'], Weekly: ['Week'], Monthly: ['Month'], Off: ['No', 'None'] }, { aliases: ['Schedule'], help: 'How often accounts are looked at. Blank: Daily.', example: 'Daily' }),
    turnoverOver: percent('Turnover over', { min: 0, max: 2, aliases: ['Turnover limit', 'Turnover flag'], help: 'Turnover above this becomes an exception. Blank: 20 %.', example: 0.2 }),
    taxOver: money('Tax over', { min: 0, aliases: ['Tax over $', 'Tax flag'], help: 'Tax above this many dollars becomes an exception.', example: 5000 }),
    taxOverPercent: percent('Tax over %', { min: 0, max: 1, aliases: ['Tax over percent'], help: 'Tax above this share of the account becomes an exception. Blank: 0.5 %.', example: 0.005 }),
    cashUnder: percent('Cash under', { min: 0, max: 1, aliases: ['Cash under %', 'Minimum cash flag'], help: 'Cash below this share becomes an exception. Blank: 0.', example: 0 }),
    tradeOverPercent: percent('Trade over %', { min: 0, max: 1, aliases: ['Trade size over', 'Trade over percent'], help: 'A trade above this share of the account becomes an exception. Blank: 10 %.', example: 0.1 }),
    tradesOver: whole('Trades over', { min: 0, aliases: ['Number of trades over', 'Trade count over'], help: 'More trades than this become an exception. Blank: 40.', example: 40 }),
    trackingErrorOver: percent('Tracking error over', { min: 0, max: 1, aliases: ['TE over', 'Tracking error flag'], help: 'Tracking error left above this becomes an exception.', example: 0.015 }),
    requireApprovedModels: list('Require approved models', yesNo, { aliases: ['Approved models only'], help: 'Models need Approved by and Approved on. Blank: No.', example: 'Yes' }),
    exportLayout: text('Export layout', { length: 60, aliases: ['Layout', 'Order layout'], help: 'Layout of order files. Blank: by custodian.', example: 'Wealthscape' }),
  },
});
