import type { Fields } from '../table/header';

/** What the cells of a column must look like for it to have a meaning. */
export type Holds = 'text' | 'symbol' | 'cusip' | 'isin' | 'sedol' | 'currency' | 'action' | 'term' | 'flag' | 'day' | 'number';

/**
 * What a column can mean, and the words for it in the field, most usual first.
 * `=` before a name: only the whole header counts, not a part of it. `~` after it: the word has other meanings too.
 */
export const meanings = {
  account: [
    'account number', 'account', 'account id', 'account code', 'portfolio number', 'portfolio id', 'portfolio code', 'portfolio~',
    'custodial account', 'custodian account number', 'financial account number', 'account name number', 'brokerage account', 'account key',
    'contract number~', '=contract~', '=fund id~',
  ],
  accountName: [
    'account name', 'account nickname', 'account display name', 'account title', 'account description', 'nickname', 'account registration',
    'portfolio name', 'client name', 'household', 'owner~', 'direct owner', 'holding account', '=entity', 'entity name', 'folio name',
  ],
  symbol: [
    'symbol', 'ticker', 'ticker symbol', 'security symbol', 'trading symbol', 'fund symbol', 'stock symbol', 'instrument symbol',
    'symbol cusip', 'ticker cusip', '=instrument~', 'security id~', 'security identifier~', '=identifier~', 'asset id~', '=security~', '=stock~',
    '=code~', '=fund~', '=holding~', 'wkn~',
  ],
  cusip: ['cusip', 'cusip number', 'cusip id'],
  isin: ['isin', 'isin number', 'isin code'],
  sedol: ['sedol', 'sedol code'],
  description: [
    'description', 'security description', 'security name', 'asset name', 'investment name', 'fund name', 'holding name', 'product name',
    'company name', 'issue description', 'asset description', 'stock name', 'instrument description', '=name~', '=security~', '=asset~',
    '=investment~', '=holding~', '=company~', '=issue~', '=fund~', '=product~', '=instrument~', '=position~', '=holdings~', '=stock~',
  ],
  lotId: ['lot id', 'lot number', 'tax lot id', 'tax lot number', '=lot~', '=tax lot~', 'lot key', 'lot identifier'],
  acquired: [
    'date acquired', 'acquired', 'acquisition date', 'purchase date', 'purchased', 'date purchased', 'date bought', 'open date', 'opened',
    'opened on', '=open~', 'lot date', 'tax lot date', 'lot open date', 'buy date', 'original purchase date', '=trade date~', 'original trade date',
    'lot trade date', 'entry date~', 'date of purchase', '=date~',
  ],
  date: [
    '=date~', 'trade date', 'transaction date', 'activity date', 'run date', 'process date', 'posting date', 'posted date', 'execution date',
    'date time', 'booking date', 'effective date~', 'entry date~', '=time', 'execution time', 'filled time', 'transaction time', 'trade time', 'order date~',
    'placed time~',
  ],
  closed: [
    'date sold', 'sold', 'sold date', 'sale date', 'sell date', 'closed date', 'close date', 'closed', 'disposition date', 'date of sale',
    'date disposed', 'closing date', 'date of disposition', 'disposal date',
  ],
  asOf: [
    'as of date', '=as of', 'snapshot date', 'report date', 'position date', 'valuation date', 'cob date', 'statement date', 'business date',
    'holding date', 'pricing date', 'price date', 'data date', 'process date~', 'file date', 'price as of',
  ],
  quantity: [
    'quantity', '=share', '=unit', 'share quantity', 'number share', 'number of unit', 'share unit', '=par', '=par value', '=face', '=face value',
    'face amount', '=current face', 'par amount', '=nominal', 'nominal value', 'share par', 'quantity par', '=position~', 'position size',
    'share held', 'unit held', 'share owned', '=holdings~', 'share balance', 'current share', 'current unit', 'remaining quantity', 'lot quantity',
    'open quantity', 'share count', '=contract~', 'par share', 'share face', 'quantity face', 'filled quantity', '=filled~', '=amount~', 'trade date quantity', 'trade date share',
    'settlement date quantity~',
  ],
  direction: ['position direction', '=direction', '=side', 'position side', '=l s', '=long or short'],
  price: [
    'price', 'last price', 'market price', 'current price', 'share price', 'closing price', 'close price', 'nav', '=last~', 'unit price',
    'price per share', 'price per unit', 'mark price', '=mark~', 'current nav', 'net asset value', 'last close~', 'quote~', 'closing nav', '=closing~', '=close~',
    'execution price', 'filled price', 'fill price', 'unit value', 'unit share price',
  ],
  marketValue: [
    'market value', 'market val', '=value', 'current value', 'total value', 'current market value', 'ending market value', 'ending value',
    'position value', 'holding value', 'asset value~', 'total market value', 'fair value', 'current balance~', '=balance~', 'market amount', '=mv',
    'value usd', 'fair market value', '=amount~', '=total amount~', '=total price~', 'present value~', '=valuation', 'net value~', '=equity~', 'net liq', 'net liquidating value', 'trade date market value',
    'settlement date market value~',
  ],
  unitCost: [
    'unit cost', 'cost per share', 'cost share', 'average cost', 'average cost basis', 'average price', 'average cost per share', 'price paid',
    'purchase price', 'cost price', 'open price', 'cost basis per share', 'cost per unit', 'average unit cost', 'unit tax cost', 'cost basis price',
    'buy price', 'average buy price', 'average purchase price', 'adjusted unit cost', 'original unit cost', 'entry price', 'book price',
    'cost basis per unit', 'share cost', 'average share cost', 'acquisition price', 'original price~', 'tax cost per share', '=trade price~',
  ],
  costBasis: [
    'cost basis', 'total cost', 'total cost basis', 'adjusted cost basis', 'adjusted cost', 'tax cost', 'tax cost basis', 'total tax cost',
    'federal tax cost', 'book value', 'book cost', 'total book value', 'adjusted basis', 'cost value', 'purchase cost', 'acquisition cost',
    'amount invested', 'net cost', 'tax basis', '=cost', '=basis', '=book', '=invested~', 'total purchase cost', 'purchase value', 'cost amount',
    'original cost basis~', 'original cost~', 'unadjusted cost basis~', 'buy value', 'buy cost', 'allowable cost',
  ],
  gain: [
    'gain loss', 'unrealized gain loss', 'unrealized gain', '=gain', 'total gain loss', 'total gain', 'unrealized', 'net unrealized gain loss',
    'realized gain loss', 'realized gain', 'profit loss', '=profit~', 'net gain loss', 'capital gain loss', 'unrealized appreciation', 'unrealized profit loss',
    'realized profit loss', 'gain or loss',
  ],
  gainShort: [
    'short term gain loss', 'short term gain', '=short term~', 'short term unrealized gain loss', 'unrealized short term',
    'short term realized gain loss', 'unrealized short term gain loss',
  ],
  gainLong: [
    'long term gain loss', 'long term gain', '=long term~', 'long term unrealized gain loss', 'unrealized long term',
    'long term realized gain loss', 'unrealized long term gain loss',
  ],
  term: [
    'term', 'holding period', 'holding term', 'long term short term', 'short long', 'short long term', 'gain type', 'term type',
    'short long term holding', 'tax term',
  ],
  currency: ['currency', 'currency code', '=local currency', 'trading currency', 'price currency', 'position currency'],
  assetClass: [
    'asset class', '=class~', 'security type', 'asset type', '=type~', 'product type', 'investment type', 'asset category', '=category~',
    'instrument type', 'security class', 'sub asset class', 'holding type',
  ],
  accountType: ['account type', 'registration type', 'cash margin', '=registration~', '=type~'],
  action: [
    'action', 'transaction type', 'activity', 'activity type', '=type~', '=transaction~', 'transaction code', 'side', 'buy sell', '=b s',
    'transaction description~', 'event type', '=event~', 'trade type', 'activity description~',
  ],
  actionDetail: [
    'transaction sub type', 'sub type', 'transaction subcode', 'sub action', 'activity type', 'transaction type', 'activity', '=type~', 'transaction code',
  ],
  status: ['=status', 'order status', 'execution status'],
  amount: [
    '=amount', 'net amount', 'transaction amount', '=total amount', 'principal amount', 'principal', 'gross amount', '=net', 'cash amount', 'net cash',
    'settlement amount', 'booked amount', 'trade amount', 'traded value', 'trade value', '=total~', '=value~',
  ],
  cashAmount: ['cash and cash equivalent', 'cash balance', 'cash value'],
  debit: ['=debit', 'debit amount', 'money out', '=paid out'],
  credit: ['=credit', 'credit amount', 'money in', '=paid in'],
  proceeds: ['proceeds', 'sale proceeds', 'net proceeds', 'gross proceeds', 'total proceeds', 'sale amount', 'sell value', 'sale value', 'disposal proceeds'],
  commission: ['commission', 'trading fee', 'broker fee', '=brokerage~', 'brokerage fee'],
  fees: ['fee', 'fee and commission', 'fee and comm', 'transaction fee', 'charge', 'fee expense'],
  washSale: ['wash sale', 'wash sale indicator', 'wash sale flag', '=wash'],
  disallowedLoss: [
    'disallowed loss', 'wash sale disallowed', 'wash sale loss disallowed', 'disallowed wash sale amount', 'wash sale adjustment', 'loss disallowed',
    'wash sale disallowed loss', '=disallowed',
  ],
  transactionId: ['transaction id', 'transaction number', 'order id', 'order number', 'reference number', '=reference~', 'activity id', 'trade id', 'confirmation number', '=id~'],
} as const satisfies Fields;

export type GenericField = keyof typeof meanings;

/** What the cells of a column of each meaning look like. */
export const holds: Readonly<Record<GenericField, Holds>> = {
  account: 'text', accountName: 'text', symbol: 'symbol', cusip: 'cusip', isin: 'isin', sedol: 'sedol', description: 'text', lotId: 'text',
  acquired: 'day', date: 'day', closed: 'day', asOf: 'day', quantity: 'number', price: 'number', marketValue: 'number', unitCost: 'number',
  costBasis: 'number', gain: 'number', gainShort: 'number', gainLong: 'number', term: 'term', currency: 'currency', assetClass: 'text',
  accountType: 'text', action: 'action', actionDetail: 'text', status: 'text', amount: 'number', cashAmount: 'number', proceeds: 'number', commission: 'number', fees: 'number', washSale: 'flag',
  disallowedLoss: 'number', debit: 'number', credit: 'number', direction: 'term', transactionId: 'text',
};
