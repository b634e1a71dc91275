import { date, list, percent, text } from './column';
import { table } from './table';

/** Customizations: what a client's allocation has otherwise than the model, by household or account. */
export const customizations = table({
  name: 'customizations',
  excel: 'rb_Customizations',
  sheet: 'Customizations',
  aliases: ['Customization', 'Client choices', 'Customisations', 'Allocation changes', 'Model changes'],
  core: false,
  help: 'One row per change of a client\'s allocation. Replacements come first, then drops, then weights that are set, then tilts; what no row names rescales so that the whole stays 100 %. CASH stays as it is unless a row names it.',
  key: [],
  columns: {
    scope: list('Scope', { Household: ['Family', 'HH'], Account: ['Acct'] }, { required: true, aliases: ['Level', 'Applies to'], help: 'Whose allocation is changed. Of two rows for one thing the account\'s counts.', example: 'Account' }),
    scopeId: text('Scope ID', { required: true, identifier: 'id', length: 60, aliases: ['Account ID', 'Household ID', 'Account', 'ID', 'Scope name', 'Account number'], help: 'Which household or account.', example: '4471-0093' }),
    change: list('Change', {
      'Drop class': ['Drop', 'Remove', 'Leave out', 'Exclude'],
      'Replace product': ['Replace', 'Swap', 'Use instead'],
      'Set %': ['Set', 'Set weight', 'Weight'],
      'Tilt %': ['Tilt', 'Overweight', 'Underweight', 'Tilt points'],
    }, { required: true, aliases: ['Customization', 'Action', 'Type'], help: 'What is changed.', example: 'Drop class' }),
    component: text('Component', { required: true, length: 80, aliases: ['Asset class', 'Product', 'Class', 'Symbol', 'What', 'Asset class/Product'], help: 'The asset class, product or symbol that is changed.', example: 'Real estate' }),
    value: percent('Value', { min: -1, max: 1, aliases: ['Value %', 'Points', 'Weight %', 'Percent'], help: 'For Set % the share of the model; for Tilt % the points added, negative to take away.', example: 0.05 }),
    into: text('Into', { length: 80, aliases: ['With', 'Replacement', 'By', 'Use'], help: 'For Replace product: the product, model or symbol to hold instead.', example: 'US core ETF' }),
    from: date('From', { aliases: ['From date', 'Start', 'Start date', 'Effective'], help: 'First day of the change.', example: '2026-01-01' }),
    until: date('Until', { aliases: ['To', 'Until date', 'End', 'End date', 'Expires'], help: 'Last day of the change.', example: '2026-12-31' }),
    reason: text('Reason', { length: 200, local: true, aliases: ['Notes', 'Note', 'Why', 'Comment'], help: 'Why the client differs; stays in the workbook.', example: 'Owns rental houses' }),
  },
});
