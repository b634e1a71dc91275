import { list, number, percent, text } from './column';
import { table } from './table';

/** Screens: tests of tags under one name, switched on by a row of Restrictions whose Rule is Screen. */
export const screens = table({
  name: 'screens',
  excel: 'rb_Screens',
  sheet: 'Screens',
  aliases: ['Screen', 'Social screens', 'ESG screens', 'Values screens'],
  core: false,
  help: 'One row per test; rows with the same name make one screen. A row of Restrictions with Rule Screen switches it on.',
  key: [],
  columns: {
    screen: text('Screen', { required: true, length: 80, aliases: ['Screen name', 'Name'], help: 'Name of the screen; repeated on each of its rows.', example: 'Fossil-free' }),
    tag: text('Tag', { required: true, length: 60, aliases: ['Attribute', 'Label', 'Topic'], help: 'A tag of the sheet Tags.', example: 'Fossil fuel' }),
    test: list('Test', {
      'Has tag': ['Has', 'Tagged', 'Any'],
      '≥': ['>=', 'At least', 'From'],
      '≤': ['<=', 'At most', 'Up to'],
    }, { aliases: ['Operator', 'Condition', 'Comparison'], help: 'Has tag: any score but 0. ≥ and ≤ compare the score with Threshold. Blank: Has tag.', example: '≥' }),
    threshold: number('Threshold', { aliases: ['Score threshold', 'Cutoff'], help: 'For ≥ and ≤: the score at which the test catches.', example: 0.1 }),
    action: list('Action', {
      'Never buy': ['No buy', 'No buys', 'Do not buy'],
      'Never own': ['No own', 'Exclude', 'Sell out', 'Never hold'],
      'Max %': ['Maximum %', 'Max percent', 'Cap %', 'Max weight'],
    }, { aliases: ['Rule', 'Then'], help: 'What holds for the securities caught. Blank: Never own.', example: 'Never own' }),
    limit: percent('Limit', { min: 0, max: 1, aliases: ['Max weight', 'Cap'], help: 'For Max %: the most that all of them together may be.', example: 0.02 }),
  },
});
