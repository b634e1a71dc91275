import { textFile } from '../custodian-file';
import { complainOfStrayRows } from './stray-rows';

const issuesOf = (text: string) => {
  const file = textFile(text, 'a.csv');
  return complainOfStrayRows(file, file.tables[0]);
};

test('a row whose kind moved away', () => {
  expect(issuesOf('Trades,Header,Symbol,Quantity\nTrades,Data,VTI,3\nTrades,,Data,VTI\n')).toEqual([expect.objectContaining({
    code: 'I02', severity: 'skip', cell: 'A3', found: 'Trades,,Data,VTI', message: 'Line 3 does not begin with its section and its kind, unlike the lines around it; it was not read.', fix: expect.stringMatching(/^Maybe /) as string,
  })]);
});

test.each([
  ['what stands above all sections', 'Activity Statement,U1,May,2026\nTrades,Header,Symbol,Quantity\nTrades,Data,VTI,3\n'],
  ['lines around sections', 'BOF,U1,1,2\nTrades,Header,Symbol,Quantity\nTrades,Data,VTI,3\nEOS,Trades,1,0\nEOF,U1,1,0\n'],
  ['blank lines and remarks', 'Trades,Header,Symbol,Quantity\n,,,\nSee the notes.\nTrades,Data,VTI,3\n'],
  ['a file whose rows do not say what they are', 'Symbol,Quantity,Price\nVTI,3,290\n'],
])('not %s', (_what, text) => expect(issuesOf(text)).toEqual([]));
