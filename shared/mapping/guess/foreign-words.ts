import type { TableName } from '../../contract';

/**
 * What people call tables and columns in their own books. Too vague to be read without asking, unlike the contract's aliases:
 * a guess needs the cells to agree.
 */
export interface ForeignWords {
  readonly sheet: readonly string[];
  /** By property. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** Words for the tables that most books have; the others are known by the contract's own words. */
export const foreignWords: Readonly<Partial<Record<TableName, ForeignWords>>> = {
  accounts: {
    sheet: ['clients', 'client list', 'client accounts', 'portfolios', 'relationships', 'registrations', 'book of business', 'customers'],
    columns: {
      accountId: ['client no', 'client number', 'client id', 'client code', 'portfolio', 'portfolio id', 'portfolio no', 'account code', 'custody account', 'custodial account', 'account ref', 'reference', 'code', 'id', 'number'],
      taxType: ['registration', 'kind of account', 'kind', 'type', 'taxable', 'tax', 'tax wrapper', 'wrapper', 'account kind', 'ira or taxable'],
      model: ['policy', 'mandate', 'profile', 'risk profile', 'investment profile', 'objective', 'risk level', 'target portfolio', 'allocation', 'investment policy', 'program', 'portfolio type'],
      accountName: ['account holder', 'holder', 'owner', 'who', 'registration name', 'beneficial owner'],
      householdId: ['family group', 'family name', 'home', 'group of accounts', 'hh group', 'relationship id'],
      taxProfile: ['tax rates', 'tax situation'],
    },
  },
  holdings: {
    sheet: ['portfolio', 'portfolio holdings', 'current holdings', 'inventory', 'lot list', 'lot inventory', 'open tax lots', 'unrealized gains', 'gain loss', 'what we hold', 'custodian positions', 'security positions'],
    columns: {
      accountId: ['client no', 'client number', 'client id', 'client code', 'portfolio', 'portfolio id', 'account code', 'custody account', 'custodial account', 'account ref', 'client', 'owner', 'held in'],
      symbol: ['stock', 'asset', 'investment', 'code', 'what', 'holding', 'etf', 'paper', 'position', 'cusip', 'id'],
      quantity: ['shares held', 'units held', 'nominal', 'amount of shares', 'how many', 'position', 'balance', 'current quantity', 'number', 'count', 'pieces', 'holding'],
      costBasis: ['paid', 'amount paid', 'invested', 'amount invested', 'cost value', 'total paid', 'original cost', 'purchase value', 'purchase amount', 'money in', 'cost amount', 'bought for', 'tax basis'],
      unitCost: ['price bought', 'entry price', 'buy price', 'cost each', 'paid per share', 'bought at', 'average price', 'unit basis', 'basis per share', 'purchase price per share'],
      acquired: ['bought', 'bought on', 'since', 'purchase day', 'date', 'held from', 'when', 'entry date', 'day bought', 'buy day', 'acquired on'],
      lotId: ['lot ref', 'lot key', 'reference'],
      marketValue: ['worth', 'worth now', 'today', 'market', 'position value', 'mv', 'total value'],
    },
  },
  securities: {
    sheet: ['quotes', 'market data', 'price sheet', 'tickers', 'universe', 'product list', 'approved list', 'buy list', 'etf list', 'fund list', 'stocks'],
    columns: {
      symbol: ['stock', 'asset', 'investment', 'code', 'etf', 'fund', 'paper', 'id', 'cusip', 'holding'],
      price: ['quote', 'px', 'px last', 'bid', 'value per unit', 'today', 'price today', 'latest', 'last trade', 'mark', 'value', 'price usd', 'price per share'],
      assetClass: ['bucket', 'group', 'category', 'segment', 'type of asset', 'investment type', 'kind', 'part of portfolio', 'sleeve', 'class of asset', 'asset type', 'block'],
      name: ['title', 'full name', 'long name'],
    },
  },
  models: {
    sheet: ['policy', 'policies', 'investment policy', 'ips', 'strategy', 'strategies', 'target weights', 'target mix', 'mix', 'asset mix', 'weights', 'strategic allocation', 'saa', 'portfolio targets', 'neutral weights', 'model weights'],
    columns: {
      model: ['policy', 'mandate', 'profile', 'risk profile', 'portfolio name', 'mix', 'objective', 'program', 'policy name', 'risk level'],
      component: ['bucket', 'group', 'category', 'class', 'segment', 'sleeve', 'what', 'investment', 'building block', 'block', 'part', 'fund', 'etf', 'asset type', 'kind'],
      target: ['goal', 'share', 'neutral', 'strategic', 'policy weight', 'neutral weight', 'strategic weight', 'mix', 'portion', 'should be', 'aim', 'part of portfolio', 'percent of portfolio', 'saa'],
      min: ['from', 'at least', 'low', 'not below'],
      max: ['to', 'at most', 'high', 'not above', 'up to'],
    },
  },
};
