import type { Fields } from '../table/header';

/** Columns of the Portfolios page that we read; a view shows those that its owner chose, in any order. */
export const positionFields = {
  symbol: ['Symbol'],
  quantity: ['Quantity', 'Qty #', 'Qty'],
  price: ['Last Price $', 'Last Price', 'Price $'],
  unitCost: ['Price Paid $', 'Price Paid', 'Cost/Share $', 'Cost/Share', 'Cost per Unit'],
  totalCost: ['Total Cost $', 'Total Cost', 'Cost Basis $'],
  gain: ['Total Gain $', 'Total Gain', 'Gain $'],
  value: ['Value $', 'Market Value $', 'Value', 'Market Value'],
  account: ['Account', 'Account Name'],
} satisfies Fields;

export type PositionField = keyof typeof positionFields;
