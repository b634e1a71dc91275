import { account, book, security } from '../optimizer/examples';
import { washScopeOf } from './wash-scope';

const household = (id: string, linked: readonly string[] = []) =>
  [id.toLowerCase(), { id, manageAs: 'Each account', locationPolicy: 'Off', preferTradesIn: 'No preference', linked }] as const;
const [own, sibling, linked, stranger] = [['A', 'H'], ['B', 'H'], ['C', 'J'], ['D', 'K']].map(([id, of]) => account({ id, household: of }));
const accounts = [own, sibling, linked, stranger];
const families = new Map([household('H', ['j']), household('J', ['h'])]);

test.each([
  ['Account', ['A']], ['Household', ['A', 'B']], ['Linked', ['A', 'B', 'C']],
] as const)('%s: an account minds the trades of %j', (washSaleScope, expected) => {
  const subject = account({ id: 'A', household: 'H', settings: { washSaleScope } });
  const minds = washScopeOf(book([security('VTI', 100, 'US equity')], { VTI: 1 }, accounts, { households: families }), subject);
  expect(accounts.filter(minds).map(({ id }) => id)).toEqual(expected);
});
