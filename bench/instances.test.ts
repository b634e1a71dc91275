import { RunLedger } from '../server/workflow/wash-ledger';
import { buildSnapshot, isSnapshot } from '../server/optimizer/build-snapshot';
import { madeUpBook } from './instances';
import { sizeNames, sizes } from './sizes';

test('the same seed makes the same book, another seed another', () => {
  expect(madeUpBook(sizes.M, 7, 'whole')).toEqual(madeUpBook(sizes.M, 7, 'whole'));
  expect(madeUpBook(sizes.M, 7, 'whole').accounts).not.toEqual(madeUpBook(sizes.M, 8, 'whole').accounts);
});

test('the variants differ in their settings alone', () => {
  const [whole] = madeUpBook(sizes.S, 3, 'whole').accounts;
  const [continuous] = madeUpBook(sizes.S, 3, 'continuous').accounts;
  expect({ ...continuous, settings: whole.settings }).toEqual(whole);
  expect(whole.settings.fractionalShares).toBe(false);
  expect(continuous.settings).toMatchObject({ fractionalShares: true, minimumTrade: 0, minimumTradePercent: 0, minimumPosition: 0 });
});

test.each(sizeNames)('%s has the size it says and can be weighed', (name) => {
  const book = madeUpBook(sizes[name], 2, 'whole');
  expect(book.accounts).toHaveLength(sizes[name].accountsPerBook);
  for (const account of book.accounts) {
    expect(account.lots).toHaveLength(sizes[name].lots);
    const snapshot = buildSnapshot(book, account, new RunLedger(book).stateFor(account));
    if (!isSnapshot(snapshot)) throw new Error(snapshot.reason);
    expect(snapshot.assets.length).toBeGreaterThan(0.8 * sizes[name].securities);
    expect(snapshot.risk.size).toBe({ S: 5, M: 15, L: 22, index: 12, household: 10 }[name]);
  }
});

test('many accounts hold what makes a decision hard', () => {
  const accounts = Array.from({ length: 60 }, (_, seed) => madeUpBook(sizes.M, seed, 'whole')).map((book) => ({ book, account: book.accounts[0] }));
  const share = (has: (of: (typeof accounts)[number]) => boolean): number => accounts.filter(has).length / accounts.length;
  const price = (of: (typeof accounts)[number], symbol: string): number => of.book.securities.get(symbol)!.price;
  expect(share(({ account }) => account.flows.length > 0)).toBeGreaterThan(0.1);
  expect(share(({ account }) => account.flows.length > 0)).toBeLessThan(0.35);
  expect(share(({ account }) => account.settings.maxTurnover !== undefined)).toBeGreaterThan(0.3);
  expect(share(({ book }) => [...book.securities.values()].some(({ tradeCost }) => tradeCost > 0))).toBeGreaterThan(0.15);
  const atLoss = accounts.flatMap((of) => of.account.lots.map((lot) => lot.unitCost! > price(of, lot.symbol)));
  const losses = atLoss.filter(Boolean).length / atLoss.length;
  expect(losses).toBeGreaterThan(0.05);
  expect(losses).toBeLessThan(0.5);
});
