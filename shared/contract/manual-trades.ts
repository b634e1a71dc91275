import { accountId } from './account-id';
import { list, money, number, percent, text } from './column';
import { table } from './table';

/** Manual trades: what people ask for, carried through the same rules as any other trade. */
export const manualTrades = table({
  name: 'manualTrades',
  excel: 'rb_ManualTrades',
  sheet: 'Manual trades',
  aliases: ['Manual trade', 'Requests', 'Trade requests', 'Client requests', 'Tickets'],
  core: false,
  help: 'One row per request: the trade, its size in exactly one of Quantity, Amount and To %, and why.',
  key: [],
  columns: {
    accountId: accountId('The account that trades.', '4471-0093'),
    action: list('Action', { Buy: ['Purchase', 'B'], Sell: ['Sale', 'S'], 'Sell all': ['Liquidate', 'Close', 'Sell out'], Swap: ['Switch', 'Exchange'] }, { required: true, aliases: ['Side', 'Type', 'Buy/Sell'], help: 'Swap sells Symbol and buys Into for the same dollars.', example: 'Sell' }),
    symbol: text('Symbol', { required: true, identifier: 'symbol', length: 40, aliases: ['Ticker', 'Security'], help: 'What is bought or sold.', example: 'AAPL' }),
    quantity: number('Quantity', { aliases: ['Qty', 'Shares', 'Units'], help: 'Shares, more than zero.', example: 50 }),
    amount: money('Amount', { aliases: ['Dollars', 'Value'], help: 'Dollars, more than zero; rounded to the nearest tradable quantity.', example: 5000 }),
    toPercent: percent('To %', { min: 0, max: 1, aliases: ['To percent', 'Target %', 'To weight'], help: 'Weight of the security once it has traded.', example: 0.05 }),
    into: text('Into', { identifier: 'symbol', length: 40, aliases: ['Buy symbol', 'Swap into', 'New symbol'], help: 'For Swap: what is bought.', example: 'VTI' }),
    mode: list('Mode', { Must: ['Required', 'Firm'], Prefer: ['Preferred', 'Wish', 'If possible'] }, { aliases: ['Strength', 'Urgency'], help: 'Must trades whatever the score, as far as firmer rules allow. Prefer only weighs in. Blank: Must.', example: 'Must' }),
    lotChoice: list('Lot choice', { 'Least tax': ['Tax', 'Best tax', 'Minimum tax'], 'Highest cost': ['HIFO', 'High cost'], FIFO: ['First in first out'], LIFO: ['Last in first out'] }, { aliases: ['Lot method', 'Lots'], help: 'Which lots a sale takes. Blank or Least tax: whichever cost least.', example: 'FIFO' }),
    lotId: text('Lot ID', { identifier: 'id', length: 60, aliases: ['Lot', 'Lot number', 'Tax lot ID', 'Tax lot'], help: 'The one lot that is sold.', example: 'L-1042' }),
    reason: text('Reason', { required: true, length: 200, aliases: ['Notes', 'Note', 'Why', 'Comment'], help: 'At least 5 characters. Sent with a run, because the trade\'s Why names it.', example: 'Client request 19 Nov' }),
  },
});
