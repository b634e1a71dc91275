import type { TaxProfile, TaxType } from '../../shared/book/book';
import type { Settings } from '../../shared/book/settings';
import { lawAt } from '../../shared/tax/law';
import { taxDue } from '../../shared/tax/netting';
import type { IsoDate } from '../../shared/units';

/**
 * The tax year of one profile before a plan, and how the account prices a change of it.
 * `short` and `long` are dollars: year-to-date, carry-forwards and, on the long side, gains expected elsewhere.
 */
export interface TaxState {
  readonly taxed: boolean;
  readonly shortRate: number;
  readonly longRate: number;
  readonly short: number;
  readonly long: number;
  /** Realized this year, without carry-forwards: what budgets count. */
  readonly ytdShort: number;
  readonly ytdLong: number;
  /** Losses that offset ordinary income, dollars a year. */
  readonly ordinaryLimit: number;
  /** Worth of a dollar of loss carried forward. */
  readonly carriedValue: number;
  /** Price of a dollar of added tax, and of a dollar of tax saved. */
  readonly plus: number;
  readonly minus: number;
  readonly profile: TaxProfile;
  /** Dollars of tax that other accounts of the profile add in this run: the price of a change depends on the sign of the whole. */
  readonly already?: number;
}

const care: Readonly<Record<Settings['taxCare'], number>> = { Off: 0, Low: 0.5, Medium: 1, High: 1.5 };

/** Tax state of an account before its plan; `realized` is what accounts of the same profile already sell in this run. */
export function taxState(
  taxType: TaxType,
  profile: TaxProfile,
  settings: Settings,
  asOf: IsoDate,
  realized: { readonly short: number; readonly long: number } = { short: 0, long: 0 },
): TaxState {
  const plus = care[settings.taxCare];
  const harvest = settings.harvestLosses === 'Off' ? 0 : 1;
  const ytdShort = profile.ytdShort + realized.short;
  const ytdLong = profile.ytdLong + realized.long;
  const state: TaxState = {
    taxed: taxType === 'Taxable',
    shortRate: profile.shortRate,
    longRate: profile.longRate,
    short: ytdShort + profile.carryShort,
    long: ytdLong + profile.carryLong + profile.otherGains,
    ytdShort,
    ytdLong,
    ordinaryLimit: lawAt(asOf).ordinaryLossLimit,
    carriedValue: Math.min(profile.shortRate, profile.longRate) / 2,
    plus,
    minus: plus === 0 ? harvest : Math.min(harvest, plus),
    profile,
  };
  return { ...state, already: yearTax(state, 0, 0) - yearTax(state, -realized.short, -realized.long) };
}

/** Tax of the year, dollars, when a plan realizes `short` and `long` dollars on top of the state. */
export function yearTax(state: TaxState, short: number, long: number): number {
  if (!state.taxed) return 0;
  return taxDue(state.short + short, state.long + long, { short: state.shortRate, long: state.longRate }, {
    ordinaryLossLimit: state.ordinaryLimit, carriedLossValue: state.carriedValue,
  });
}
