import { readCells } from '../table/cells';
import { CellReader } from './cell-reader';
import { findTables } from './find-tables';
import { guessTable } from './guess-columns';
import { Owner } from './owner';

function owners(text: string, owner = new Owner()) {
  const cells = readCells(text);
  const reader = new CellReader(undefined, guessTable(cells, findTables(cells)[0], '.'), 'month first');
  return cells.slice(1).map((row, k) => {
    reader.open(row, k + 2);
    return owner.of(reader).account;
  });
}

test('a column, a merged cell below it, a name where there is no number', () => {
  expect(owners('Account,Symbol,Shares\nA-123,VTI,3\n,AGG,4\nB-456,VTI,1')).toEqual(['A-123', 'A-123', 'B-456']);
  expect(owners('Account Name,Account,Symbol,Shares\nRoth,A-123,VTI,3\nRoth,,AGG,4\nFund,-,VTI,1\nTrust,,VTI,1')).toEqual(['A-123', 'A-123', 'Fund', 'Trust']);
  expect(owners('Account Name,Symbol,Shares\nRoth,VTI,3\nJoint,AGG,4')).toEqual(['Roth', 'Joint']);
});

test('the total of all accounts is nobody’s', () => {
  expect(owners('Account,Symbol,Shares\nA-123,VTI,3\nTotal,,3\n,AGG,4')).toEqual(['A-123', null, 'A-123']);
  expect(owners('Account Name,Symbol,Shares\nRoth,VTI,3\nGrand total,,3')).toEqual(['Roth', null]);
});

test('a title, the later one, and the file’s name last', () => {
  const owner = new Owner();
  owner.hearLast({ account: '999', asOf: '2026-01-01' });
  owner.hear({ account: '123', accountName: 'Roth', asOf: '2026-02-02' });
  expect(owners('Symbol,Shares\nVTI,3', owner)).toEqual(['123']);
  owner.hear({ account: '456' });
  expect(owners('Symbol,Shares\nVTI,3', owner)).toEqual(['456']);
  expect(owner.asOf).toBe('2026-01-01');
});
