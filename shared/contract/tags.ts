import { date, number, text } from './column';
import { table } from './table';

/** Tags: what securities are marked with, for restrictions and screens. */
export const tags = table({
  name: 'tags',
  excel: 'rb_Tags',
  sheet: 'Tags',
  aliases: ['Tag', 'Attributes', 'Security tags', 'Security attributes', 'ESG scores', 'ESG'],
  core: false,
  help: 'One row per security and tag. Restrictions name a tag, Screens test it.',
  key: ['symbol', 'tag'],
  columns: {
    symbol: text('Symbol', { required: true, identifier: 'symbol', length: 40, aliases: ['Ticker', 'Security'], help: 'The security that is marked.', example: 'XOM' }),
    tag: text('Tag', { required: true, length: 60, aliases: ['Attribute', 'Label', 'Flag', 'Topic'], help: 'The name of the mark.', example: 'Fossil fuel' }),
    score: number('Score', { aliases: ['Value', 'Exposure', 'Involvement'], help: 'How strongly; 0 is not at all. Blank: 1.', example: 0.62 }),
    source: text('Source', { length: 80, local: true, aliases: ['Vendor', 'Provider', 'Data source'], help: 'Who says so; stays in the workbook.', example: 'Vendor A' }),
    asOf: date('As of', { aliases: ['As-of date', 'As of date', 'Date'], help: 'The day of the mark; older than 400 days is reported.', example: '2026-09-30' }),
  },
});
