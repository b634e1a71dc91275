import { textFile } from '../custodian-file';
import { findMaskedLabel, findSections, ownerOf, type Layout } from './sections';

const layout: Layout<'symbol' | 'value' | 'action'> = {
  report: 'positions',
  fields: { symbol: ['Symbol'], value: ['Market Value'], action: ['Action'] },
  needs: [['symbol'], ['value']],
  foreign: ['action'],
};
const header = 'Symbol,Market Value';
const owners = (lines: readonly string[], name?: string) => {
  const file = textFile(lines.join('\n'), name);
  return findSections(file, layout).map((section) => [ownerOf(section, file).account, section.header.row, section.end]);
};

test('one account, named by the title', () => {
  expect(owners(['Positions for account Nest XXXX-4321 as of "02:45 AM ET, 12/21/2020"', '', header, 'VTI,1'])).toEqual([['4321', 2, 4]]);
});

test('several accounts, each a label and a header; rows end where the next label begins', () => {
  const lines = ['Positions for All-Accounts as of 1/2/2026', '', 'Joint ...111', header, 'VTI,1', 'Account Total,1', '', '', '"Doe, Jane ...222"', header, 'BND,2'];
  expect(owners(lines)).toEqual([['111', 3, 8], ['222', 9, 11]]);
  expect(owners(lines.map((line) => line.replaceAll('"', '')))).toEqual([['111', 3, 8], ['222', 9, 11]]);
});

test('a label without a number is the account', () => {
  expect(owners(['House fund', header, 'VTI,1', '', 'Car fund', header, 'VTI,1'])).toEqual([['House fund', 1, 4], ['Car fund', 5, 7]]);
});

test('exports pasted below each other keep their titles', () => {
  const title = (account: string) => `Positions for account ${account} as of 1/2/2026`;
  expect(owners([title('A ...111'), header, 'VTI,1', title('B ...222'), '', header, 'VTI,1'])).toEqual([['111', 1, 3], ['222', 5, 7]]);
});

test('a total above a header is no label', () => {
  expect(owners([header, 'Account Total', header])).toEqual([[null, 0, 2], [null, 2, 3]]);
});

test('without title and label, the file name may tell', () => {
  expect(owners([header, 'VTI,1'], 'Individual_XXX178_Positions_2026.csv')).toEqual([['178', 0, 2]]);
  expect(owners([header, 'VTI,1'])).toEqual([[null, 0, 2]]);
});

test('a header of another report is passed over', () => {
  expect(owners(['Symbol,Action,Market Value', 'VTI,Buy,2'])).toEqual([]);
});

test.each([
  [['Joint ...111', '', ''], 'Joint ...111'],
  [['Doe', ' Jane ...222'], 'Doe, Jane ...222'],
  [['08/07/2023', 'Journal', 'TO ...771'], undefined],
  [['2023-08-07', 'Journal', 'TO ...771'], undefined],
  [['Journal', '', 'TO ...771'], undefined],
  [['House fund'], undefined],
])('%j is the label %s', (cells, label) => expect(findMaskedLabel(cells)).toBe(label));
