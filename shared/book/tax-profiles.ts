import type { Account, TaxProfile } from './book';
import { nameKey, oneSpelling } from './names';
import type { Row } from './rows';
import type { Settings } from './settings';

type Taxed = Pick<Account, 'id' | 'taxType'> & { readonly profile?: string; readonly settings: Settings };

/** A profile with nothing behind it this year. */
export const nothingRealized = {
  ytdShort: 0,
  ytdLong: 0,
  carryShort: 0,
  carryLong: 0,
  otherGains: 0,
  budgetIs: 'Limit',
  prorate: 'No',
  assumed: false,
} as const;

/**
 * Returns the tax profile of an account. Accounts that name the same profile get the very same one, and
 * with it its gains and budgets. A taxable account without a known profile gets the default rates of its settings, marked
 * `assumed`, in a profile of its own. An account that is not taxable pays nothing and shares nothing.
 */
export function taxProfileFinder(rows: readonly Row<'taxProfiles'>[]): (account: Taxed) => TaxProfile {
  const spell = oneSpelling(rows.map((row) => row.taxProfile));
  const profiles = new Map<string, TaxProfile>();
  for (const row of rows) {
    const key = nameKey(row.taxProfile ?? '');
    if (key !== '' && !profiles.has(key)) profiles.set(key, toProfile(row, spell(key)));
  }
  return ({ id, taxType, profile, settings }) => {
    if (taxType !== 'Taxable') return { ...nothingRealized, id: `No tax (${id})`, shortRate: 0, longRate: 0 };
    const named = profile === undefined ? undefined : profiles.get(nameKey(profile));
    return (
      named ?? {
        ...nothingRealized,
        id: `Default rates (${id})`,
        shortRate: settings.defaultShortRate,
        longRate: settings.defaultLongRate,
        assumed: true,
      }
    );
  };
}

function toProfile(row: Row<'taxProfiles'>, id: string): TaxProfile {
  return {
    id,
    shortRate: row.shortTermRate,
    longRate: row.longTermRate,
    dividendRate: row.qualifiedDividendRate,
    ytdShort: row.ytdShortTermGain ?? 0,
    ytdLong: row.ytdLongTermGain ?? 0,
    // A carryforward is a loss; a positive one is an issue of its own and counts as none.
    carryShort: Math.min(0, row.carryforwardShort ?? 0),
    carryLong: Math.min(0, row.carryforwardLong ?? 0),
    otherGains: row.otherExpectedGains ?? 0,
    gainsBudget: row.gainsBudget,
    taxBudget: row.taxBudget,
    shortGainsBudget: row.shortTermGainsBudget,
    budgetIs: row.budgetIs ?? 'Limit',
    prorate: row.prorate ?? 'No',
    lossTarget: row.lossTarget,
    assumed: false,
  };
}
