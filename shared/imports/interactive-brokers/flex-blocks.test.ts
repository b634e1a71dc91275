import { readCells } from '../table/cells';
import { flexBlocks, isHeader, sectionOf } from './flex-blocks';

test('blocks with their code, rows and stated count; control lines are no rows', () => {
  const text = '"BOF","U1000001"\n"BOA","U1000001"\n"BOS","POST","x"\n"Symbol","Quantity"\n"VTI","3"\n"EOS","POST","1"\n"BOS","CTRN","x"\n"a","1"\n"EOA","U1000001"';
  const { blocks, headless, accountAt, endMissing } = flexBlocks({ cells: readCells(text) });
  expect(blocks).toEqual([{ section: 'POST', headerRow: 3, start: 4, end: 5, stated: 1 }]);
  expect([headless, accountAt(4), accountAt(0), endMissing]).toEqual([[7], 'U1000001', null, true]);
});

test.each([
  ['ClientAccountID,CurrencyPrimary,Cash', true],
  ['HEADER,ACCT,Name', true],
  ['U1000001,USD,STK,VTI,3', false],
  ['Symbol,3', false],
  ['ClientAccountID,CurrencyPrimary,7,Symbol,Quantity', true],
  ['ClientAccountID,7,8,CurrencyPrimary,Symbol,Quantity', false],
])('%s is a header: %s', (row, header) => expect(isHeader(row.split(','))).toBe(header));

test.each([
  ['POST', '', 'positions'],
  ['OpenPositions', '', 'positions'],
  ['EQUT', 'Symbol,Quantity,MarkPrice', undefined],
  ['', 'Symbol,Quantity,MarkPrice', 'positions'],
  ['', 'Symbol,Quantity,TradePrice,Proceeds,ClosePrice', 'trades'],
  ['', 'Symbol,Quantity,Price,Buy/Sell,TotalCommission', undefined],
  ['', 'CurrencyPrimary,EndingCash', 'cash-report'],
  ['', 'Symbol,Amount,Type', 'cash-transactions'],
  ['', 'Symbol,Amount,Type,Quantity,ActionDescription', 'corporate-actions'],
  ['', 'Symbol,Quantity,Direction,TransferPrice', 'transfers'],
  ['', 'ClientAccountID,CurrencyPrimary,Total', undefined],
])('section %j with columns %s holds %s', (code, header, section) => expect(sectionOf(code, header.split(','))).toBe(section));
