import { matchAccounts, type KnownAccounts } from './match-accounts';

const accountIds = ['4471-0093', '4471-0088', '00718842', '5530-2217', 'Z12345678'];
const find = (fileAccount: string, known: Partial<KnownAccounts> = {}) => {
  const { matches, issues } = matchAccounts([fileAccount], { accountIds, ...known }, 'a.csv');
  return [matches[0].accountId, matches[0].kind ?? issues[0].code];
};

test.each([
  ['4471-0093', '4471-0093', 'exact'],
  ['44710093', '4471-0093', 'digits'],
  ['718842', '00718842', 'digits'],
  ['z12345678', 'Z12345678', 'digits'],
  ['XXXX-0093', '4471-0093', 'last digits'],
  ['****2217', '5530-2217', 'last digits'],
  ['Individual ...088', '4471-0088', 'last digits'],
  ['Rollover IRA …842', '00718842', 'last digits'],
  ['2217', '5530-2217', 'last digits'],
])('%s is %s by %s', (fileAccount, accountId, kind) => expect(find(fileAccount)).toEqual([accountId, kind]));

test.each(['', '99999999', 'XXXX-9999', 'Individual', '88', '12345678'])('%j is nobody, and nothing is guessed', (fileAccount) =>
  expect(find(fileAccount)).toEqual([undefined, 'I20']));

test('last digits that fit two accounts name both', () => {
  const { issues } = matchAccounts(['...321'], { accountIds: ['1-321', '2-321', '9'] }, 'a.csv');
  expect(issues).toMatchObject([{ code: 'I21', severity: 'skip', sheet: 'a.csv', found: '...321' }]);
  expect(issues[0].message).toContain('1-321, 2-321');
  expect(issues[0].fix).toContain('--account "...321=1-321"');
});

test('an unknown account names what the book has', () => {
  const { issues } = matchAccounts(['77'], { accountIds }, 'a.csv');
  expect(issues[0].fix).toContain(accountIds.join(', '));
});

test('what the user says comes first, what the recipe remembers after the exact number', () => {
  expect(find('', { named: { '': '5530-2217' } })).toEqual(['5530-2217', 'named']);
  expect(find('4471-0093', { named: { '4471-0093': '5530-2217' } })).toEqual(['5530-2217', 'named']);
  expect(find('4471-0093', { remembered: { '4471-0093': '5530-2217' } })).toEqual(['4471-0093', 'exact']);
  expect(find('2217', { remembered: { 2217: '4471-0088' } })).toEqual(['4471-0088', 'used before']);
  expect(find('2217', { remembered: { 2217: 'gone' } })).toEqual(['5530-2217', 'last digits']);
});

test('a masked number in the book is found by a whole one', () => {
  expect(matchAccounts(['55302217'], { accountIds: ['XXXX-2217'] }).matches[0].accountId).toBe('XXXX-2217');
});

test('a short number of the book is no mask', () => {
  expect(matchAccounts(['5550101'], { accountIds: ['101'] }).matches[0].accountId).toBeUndefined();
});

test('two accounts of one file are never one account of the book, unless the user says so', () => {
  const { matches, issues } = matchAccounts(['A-2217', '2217'], { accountIds: ['5530-2217', 'A-2217'] });
  expect(matches.map(({ accountId }) => accountId)).toEqual(['A-2217', undefined]);
  expect(issues.map(({ code }) => code)).toEqual(['I21']);
  const both = matchAccounts(['X-9', '9-2217', '...2217'], { accountIds: ['92217'] });
  expect(both.matches.map(({ accountId }) => accountId)).toEqual([undefined, undefined, undefined]);
  const said = matchAccounts(['9-2217', '...2217'], { accountIds: ['92217'], named: { '9-2217': '92217', '...2217': '92217' } });
  expect(said.matches.map(({ accountId }) => accountId)).toEqual(['92217', '92217']);
});
