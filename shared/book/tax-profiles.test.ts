import { defaultSettings } from '../contract/settings-catalogue';
import { taxProfileFinder } from './tax-profiles';

const find = taxProfileFinder([
  {
    taxProfile: 'RIVERA-2026',
    shortTermRate: 0.37,
    longTermRate: 0.2,
    ytdLongTermGain: 11_300,
    carryforwardShort: -9_000,
    carryforwardLong: 2_500,
    gainsBudget: 0,
  },
  { taxProfile: 'rivera-2026', shortTermRate: 0.1, longTermRate: 0.1 },
]);
const settings = defaultSettings;

describe('taxProfileFinder', () => {
  it('gives accounts that name one profile the same profile, whatever the case', () => {
    const first = find({ id: 'A', taxType: 'Taxable', profile: 'Rivera-2026', settings });
    expect(first).toBe(find({ id: 'B', taxType: 'Taxable', profile: ' RIVERA-2026', settings }));
    expect(first).toMatchObject({
      shortRate: 0.37,
      longRate: 0.2,
      ytdShort: 0,
      ytdLong: 11_300,
      carryShort: -9_000,
      gainsBudget: 0,
      budgetIs: 'Limit',
      prorate: 'No',
      assumed: false,
    });
  });

  it('takes a carryforward for a loss only', () => {
    expect(find({ id: 'A', taxType: 'Taxable', profile: 'RIVERA-2026', settings }).carryLong).toBe(0);
  });

  it('assumes the default rates without a known profile, for each account by itself', () => {
    const unknown = find({ id: 'A', taxType: 'Taxable', profile: 'nope', settings: { ...settings, defaultLongRate: 0.15 } });
    expect(unknown).toMatchObject({ shortRate: 0.408, longRate: 0.15, assumed: true });
    expect(find({ id: 'B', taxType: 'Taxable', settings }).id).not.toBe(unknown.id);
  });

  it('lets an account that is not taxable pay nothing and share nothing', () => {
    for (const taxType of ['Tax-deferred', 'Tax-free', 'Exempt'] as const) {
      expect(find({ id: 'A', taxType, profile: 'RIVERA-2026', settings })).toMatchObject({
        id: 'No tax (A)',
        shortRate: 0,
        longRate: 0,
        carryShort: 0,
        assumed: false,
      });
    }
  });
});
