import type { Fields } from '../table/header';

/** The columns of lot details and the headers they go by. */
export const lotFields = {
  acquired: ['Open Date', 'Opened Date', 'Date Opened', 'Date Acquired', 'Acquired'],
  quantity: ['Quantity', 'Qty', 'Shares'],
  price: ['Price', 'Last Price'],
  unitCost: ['Cost/Share', 'Cost Per Share', 'Cost Basis/Share', 'Unit Cost'],
  transactionCps: ['Transaction CPS'],
  value: ['Market Value', 'Mkt Val'],
  costBasis: ['Cost Basis', 'Cost Basis (CB)'],
  term: ['Holding Period', 'Term'],
  disallowedLoss: ['Disallowed Loss'],
  symbol: ['Symbol'],
  closed: ['Closed Date', 'Date Closed', 'Date Sold'],
} satisfies Fields;

export type LotField = keyof typeof lotFields;
