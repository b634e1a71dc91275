import { accountId } from './account-id';
import { date, list, money, number, text } from './column';
import { table } from './table';

/** Recent transactions: what wash sales and days between trades are judged by. */
export const transactions = table({
  name: 'transactions',
  excel: 'rb_Transactions',
  sheet: 'Transactions',
  aliases: ['Transaction', 'Recent transactions', 'Trades history', 'Trade history', 'Activity', 'History'],
  core: false,
  help: 'Purchases and sales of the last 31 days or more, in every linked account.',
  key: [],
  columns: {
    accountId: accountId('The account that traded.', '4471-0088'),
    date: date('Date', { required: true, aliases: ['Trade date', 'Transaction date', 'Activity date', 'Run date'], help: 'The trade date.', example: '2026-11-03' }),
    action: list('Action', {
      Buy: ['Bought', 'Purchase', 'B', 'Bot', 'You bought'],
      Sell: ['Sold', 'Sale', 'S', 'Sld', 'You sold'],
      Reinvest: ['Reinvestment', 'Dividend reinvestment', 'DRIP', 'Reinvest shares'],
      'Transfer in': ['Journal in', 'Deliver in', 'Received', 'TOA in', 'In'],
      'Transfer out': ['Journal out', 'Deliver out', 'Delivered', 'TOA out', 'Out'],
      'Open order': ['Open', 'Pending', 'Pending order', 'Working'],
    }, { required: true, aliases: ['Type', 'Transaction', 'Transaction type', 'Activity', 'Side', 'Buy/Sell'], help: 'What happened.', example: 'Buy' }),
    symbol: text('Symbol', { required: true, identifier: 'symbol', length: 40, aliases: ['Ticker', 'Sym', 'Security', 'Security ID', 'Instrument'], help: 'The security traded.', example: 'VTI' }),
    quantity: number('Quantity', { required: true, aliases: ['Qty', 'Shares', 'Units'], help: 'Shares, without sign.', example: 12 }),
    amount: money('Amount', { aliases: ['Value', 'Net amount', 'Proceeds', 'Total', 'Principal'], help: 'Dollars paid or received.', example: 3402.1 }),
    shortTermGain: money('Short-term gain', { aliases: ['ST gain', 'Short gain', 'Short-term gain/loss', 'ST gain/loss'], help: 'Short-term gain realized; a loss is negative.', example: -120 }),
    longTermGain: money('Long-term gain', { aliases: ['LT gain', 'Long gain', 'Long-term gain/loss', 'LT gain/loss'], help: 'Long-term gain realized; a loss is negative.', example: 0 }),
    lotId: text('Lot ID', { identifier: 'id', length: 60, aliases: ['Lot', 'Lot number', 'Tax lot ID', 'Tax lot'], help: 'The lot bought or sold.', example: 'L-1042' }),
  },
});
