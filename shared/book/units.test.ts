import fc from 'fast-check';
import type { Account } from './book';
import { exampleAccount } from './examples';
import { buildHouseholds } from './households';
import { decisionUnits } from './units';

const tax = (id: string): Account['tax'] => ({ ...exampleAccount().tax, id, assumed: false });
const ids = (accounts: readonly Account[]): string[][] => decisionUnits({ accounts }).map((unit) => unit.map(({ id }) => id));

describe('decisionUnits', () => {
  it('keeps accounts apart that share nothing but default rates', () => {
    const shared = { ...tax('Firm default'), assumed: true };
    expect(ids([exampleAccount({ id: 'B', tax: shared }), exampleAccount({ id: 'A', tax: shared })])).toEqual([['A'], ['B']]);
  });

  it('couples a household, whatever the case of its name, taxable accounts first', () => {
    expect(
      ids([
        exampleAccount({ id: 'A', household: 'H', taxType: 'Tax-free' }),
        exampleAccount({ id: 'B', household: 'h' }),
        exampleAccount({ id: 'C' }),
      ]),
    ).toEqual([['B', 'A'], ['C']]);
  });

  it('couples across households through a tax profile, and on through their households', () => {
    expect(
      ids([
        exampleAccount({ id: 'A', household: 'H1', tax: tax('P') }),
        exampleAccount({ id: 'B', household: 'H2', tax: tax('P') }),
        exampleAccount({ id: 'C', household: 'H2', taxType: 'Tax-deferred' }),
      ]),
    ).toEqual([['A', 'B', 'C']]);
  });

  it('couples households with a wash-sale link, and no others', () => {
    const accounts = ['H1', 'H2', 'H3'].map((household, k) => exampleAccount({ id: 'ABC'[k], household }));
    const households = buildHouseholds([{ householdId: 'H1', washSaleLink: 'h3' }, { householdId: 'H2' }]);
    expect(decisionUnits({ accounts, households }).map((unit) => unit.map(({ id }) => id))).toEqual([['A', 'C'], ['B']]);
  });

  it('does not couple accounts that pay no tax by the name of a profile', () => {
    expect(
      ids([exampleAccount({ id: 'A', taxType: 'Exempt', tax: tax('P') }), exampleAccount({ id: 'B', taxType: 'Exempt', tax: tax('P') })]),
    ).toEqual([['A'], ['B']]);
  });

  it('puts each account in exactly one unit, closed under sharing, in an order of its own', () => {
    const account = fc.record({
      household: fc.constantFrom('H1', 'H2', 'H3', 'H4'),
      profile: fc.constantFrom('P1', 'P2', 'P3'),
      assumed: fc.boolean(),
      taxType: fc.constantFrom<Account['taxType']>('Taxable', 'Tax-free'),
    });
    const book = fc
      .array(account, { maxLength: 10 })
      .map((list) =>
        list.map(({ household, profile, assumed, taxType }, index) =>
          exampleAccount({ id: `A${index}`, household, taxType, tax: { ...tax(profile), assumed } }),
        ),
      );
    fc.assert(
      fc.property(
        book.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const units = decisionUnits({ accounts: all });
          expect(ids(shuffled)).toEqual(ids(all));
          expect(
            units
              .flat()
              .map(({ id }) => id)
              .sort(),
          ).toEqual(all.map(({ id }) => id).sort());
          const unitOf = new Map(units.flatMap((unit, index) => unit.map(({ id }) => [id, index] as const)));
          for (const a of all)
            for (const b of all) {
              const shareTax =
                a.taxType === 'Taxable' && b.taxType === 'Taxable' && !a.tax.assumed && !b.tax.assumed && a.tax.id === b.tax.id;
              if (a.household === b.household || shareTax) expect(unitOf.get(a.id)).toBe(unitOf.get(b.id));
            }
        },
      ),
    );
  });
});
