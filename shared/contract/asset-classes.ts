import { percent, text, whole } from './column';
import { table } from './table';

/** Asset classes: the classification tree. When the sheet is absent, any class named in Securities will do. */
export const assetClasses = table({
  name: 'assetClasses',
  excel: 'rb_AssetClasses',
  sheet: 'Asset classes',
  aliases: ['Asset class', 'Classes', 'Classification'],
  core: false,
  help: 'One row per asset class, with its parent class.',
  key: ['assetClass'],
  columns: {
    assetClass: text('Asset class', { required: true, length: 60, aliases: ['Class', 'Name', 'Asset class name'], help: 'Name used in Securities and Models.', example: 'US equity' }),
    parent: text('Parent', { length: 60, aliases: ['Parent class', 'Part of'], help: 'The class above.', example: 'Equity' }),
    sort: whole('Sort', { aliases: ['Order', 'Sort order'], help: 'Order on reports.', example: 10 }),
    preferredLocation: text('Preferred location', { length: 60, aliases: ['Location'], help: 'Any, or tax types in order: Tax-deferred>Tax-free. Blank: the parent\'s.', example: 'Taxable' }),
    taxDrag: percent('Tax drag', { min: 0, max: 0.1, aliases: ['Annual tax drag'], help: 'Tax a year on a dollar held in a taxable account. Blank: the parent\'s, else from Yield and Qualified share.', example: 0.0045 }),
    riskProxy: text('Risk proxy', { identifier: 'symbol', length: 40, aliases: ['Proxy'], help: 'Symbol that stands in when a security has no exposures.', example: 'VTI' }),
    benchmark: text('Benchmark', { length: 80, aliases: ['Index'], help: 'A label.', example: 'US total market' }),
  },
});
