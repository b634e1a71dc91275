import type { Fields } from '../table/header';

/** What a Flex query may hold, by the names of its XML attributes and CSV columns; those of statements with descriptors come last. */
export const flexFields = {
  account: ['accountId', 'ClientAccountID', 'Account'],
  accountName: ['acctAlias', 'AccountAlias'],
  currency: ['currency', 'CurrencyPrimary'],
  fxRate: ['fxRateToBase'],
  category: ['assetCategory', 'AssetClass', 'Asset Category'],
  subCategory: ['subCategory'],
  symbol: ['symbol'],
  description: ['description', 'actionDescription'],
  conid: ['conid'],
  cusip: ['cusip'],
  putCall: ['putCall', 'Put/Call', 'PutOrCall'],
  reportDate: ['reportDate'],
  level: ['levelOfDetail', 'DataDiscriminator'],
  position: ['position', 'Quantity'],
  markPrice: ['markPrice', 'ClosePrice'],
  positionValue: ['positionValue'],
  costPrice: ['costBasisPrice'],
  costMoney: ['costBasisMoney'],
  opened: ['openDateTime', 'holdingPeriodDateTime'],
  code: ['code', 'notes', 'Notes/Codes', 'Codes'],
  lotId: ['originatingTransactionID'],
  tradeDay: ['tradeDate', 'dateTime', 'Date/Time', 'reportDate'],
  buySell: ['buySell', 'Buy/Sell'],
  quantity: ['quantity'],
  tradePrice: ['tradePrice', 'price'],
  tradeMoney: ['tradeMoney'],
  proceeds: ['proceeds'],
  netCash: ['netCash'],
  commission: ['ibCommission', 'commission'],
  commissionCurrency: ['ibCommissionCurrency', 'commissionCurrency'],
  taxes: ['taxes', 'tax'],
  cost: ['cost', 'CostBasis'],
  realized: ['fifoPnlRealized'],
  transactionId: ['transactionID', 'tradeID', 'ibExecID', 'execID'],
  cashDay: ['settleDate', 'dateTime', 'Date/Time', 'reportDate', 'date'],
  actionDay: ['reportDate', 'dateTime', 'Date/Time', 'date'],
  type: ['type'],
  amount: ['amount'],
  endingCash: ['endingCash'],
  toDate: ['toDate'],
  direction: ['direction'],
  transferMoney: ['cashTransfer'],
  transferPrice: ['transferPrice'],
} as const satisfies Fields;

export type FlexField = keyof typeof flexFields;

/** The sections of a Flex query that are read. */
export type FlexSection = 'positions' | 'trades' | 'cash-transactions' | 'cash-report' | 'corporate-actions' | 'transfers';
