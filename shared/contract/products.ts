import { date, list, money, text, whole } from './column';
import { table } from './table';

/** Products: what implements an asset class, by rank, for which tax types and from what size on. */
export const products = table({
  name: 'products',
  excel: 'rb_Products',
  sheet: 'Products',
  aliases: ['Product', 'Product menu', 'Approved products', 'Approved list', 'Implementation'],
  core: false,
  help: 'One row per symbol or model that implements an asset class. A class with rows here is bought through them alone; a class without is bought by Buy rank.',
  key: ['product', 'assetClass', 'implements'],
  columns: {
    product: text('Product', { required: true, length: 80, aliases: ['Product name', 'Name'], help: 'Name of the product. Several rows may bear it, say one for each tax type.', example: 'US core direct index' }),
    assetClass: text('Asset class', { required: true, length: 80, aliases: ['Class', 'For class'], help: 'The asset class that it implements.', example: 'US equity' }),
    implements: text('Implements', { required: true, length: 80, aliases: ['Symbol', 'Model', 'Ticker', 'Implemented by', 'Security'], help: 'The symbol or the model that is held for it.', example: 'DI-US-200' }),
    rank: whole('Rank', { min: 1, aliases: ['Priority', 'Order', 'Preference'], help: '1 is the first choice of its class; the next is used where it is not allowed. Blank: 1.', example: 1 }),
    taxTypes: text('Tax types', { length: 80, aliases: ['Tax type', 'Account types', 'For tax types'], help: 'All, or tax types with commas between them. Blank: All.', example: 'Taxable' }),
    minAccount: money('Min account', { min: 0, aliases: ['Minimum account', 'Min account $', 'Account minimum', 'Minimum size', 'Min size'], help: 'Smallest account that may hold it, in dollars; of a household managed Together, the household. Blank: 0.', example: 250000 }),
    approved: list('Approved', { Yes: ['Y', 'True'], No: ['N', 'False'], 'Hold only': ['Hold', 'Do not buy', 'Keep'] }, { aliases: ['Approval', 'Status'], help: 'Hold only: not bought, and not sold for that. Blank: Yes.', example: 'Yes' }),
    until: date('Until', { aliases: ['To', 'Until date', 'End', 'End date', 'Expires'], help: 'Last day of the approval.', example: '2027-06-30' }),
  },
});
