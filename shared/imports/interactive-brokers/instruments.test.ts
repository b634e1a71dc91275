import { readCells } from '../table/cells';
import { describedBlocks } from './blocks';
import { readInstruments } from './instruments';

test('names and CUSIPs by symbol; an ISIN is no CUSIP, and one row may name two symbols', () => {
  const table = { cells: readCells(`Financial Instrument Information,Header,Asset Category,Symbol,Description,Security ID
Financial Instrument Information,Data,Stocks,VTI,VANGUARD TOTAL,922908769
Financial Instrument Information,Data,Stocks,"SAP, SAPd",SAP SE,DE0007164600
Trades,Header,Symbol,Description
Trades,Data,ORLN,ORLN CORP`) };
  const known = { description: 'SAP SE', cusip: null };
  expect([...readInstruments(table, describedBlocks(table).blocks)]).toEqual([['VTI', { description: 'VANGUARD TOTAL', cusip: '922908769' }], ['SAP', known], ['SAPd', known]]);
});
