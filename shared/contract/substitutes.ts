import { bp, date, list, text, whole } from './column';
import { table } from './table';

/** Substitutes: which securities are approved to be held, or bought after a harvest, in place of another. */
export const substitutes = table({
  name: 'substitutes',
  excel: 'rb_Substitutes',
  sheet: 'Substitutes',
  aliases: ['Substitute', 'Equivalents', 'Approved substitutes', 'Alternates', 'Replacement securities'],
  core: false,
  help: 'One row per approved pair. With this sheet only these substitutes are bought; without it any security of the same type and risk class.',
  key: ['for', 'substitute'],
  columns: {
    for: text('For', { required: true, identifier: 'symbol', length: 40, aliases: ['Original', 'Symbol', 'Ticker', 'Security', 'Primary', 'Instead of'], help: 'The security of the model, or a product that is one.', example: 'VTI' }),
    substitute: text('Substitute', { required: true, identifier: 'symbol', length: 40, aliases: ['Equivalent', 'Alternate', 'Alternative', 'Replacement', 'Substitute symbol'], help: 'The security that may stand in for it.', example: 'ITOT' }),
    use: list('Use', {
      'Hold instead': ['Hold', 'Hold only', 'Do not buy'],
      'Buy when harvesting': ['Harvest', 'Harvesting', 'Buy'],
      Both: ['Hold and buy', 'All'],
    }, { aliases: ['Used for', 'Usage'], help: 'Hold instead: kept where held. Buy when harvesting: may be bought. Blank: Both.', example: 'Both' }),
    rank: whole('Rank', { min: 1, aliases: ['Priority', 'Order', 'Preference'], help: '1 is the first choice among the substitutes of a security. Blank: 1.', example: 1 }),
    hurdle: bp('Hurdle', { min: 0, max: 999, aliases: ['Hurdle bp', 'Switch hurdle', 'Substitute hurdle'], help: 'Basis points of the amount that a switch back must gain; 0 holds it one-for-one. Blank: the setting Default hurdle.', example: 25 }),
    taxTypes: text('Tax types', { length: 80, aliases: ['Tax type', 'Account types', 'For tax types'], help: 'All, or tax types with commas between them. Blank: All.', example: 'Taxable' }),
    from: date('From', { aliases: ['From date', 'Start', 'Start date', 'Effective'], help: 'First day of the approval.', example: '2026-01-01' }),
    until: date('Until', { aliases: ['To', 'Until date', 'End', 'End date', 'Expires'], help: 'Last day of the approval.', example: '2026-12-31' }),
  },
});
