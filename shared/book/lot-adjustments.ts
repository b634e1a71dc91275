import Decimal from 'decimal.js';
import { cleanShares, toCents, type IsoDate } from '../units';
import type { Row } from './rows';

type Holding = Row<'holdings'>;
type Action = Row<'corporateActions'>;

/** What one lot becomes: lots of the same or another security, and dollars. */
export interface Adjusted {
  readonly lots: readonly Holding[];
  /** Dollars paid out; 0 but for a cash merger. */
  readonly cash: number;
}

/** The numbers an adjustment needs, and how it restates a lot. */
interface Adjustment {
  /** Columns of Corporate actions that must be filled in, above zero. */
  readonly needs: readonly Term[];
  adjust(lot: Holding, action: Action): Adjusted;
}

/** Shares at a ratio of new to old; the basis of the whole lot stays what it was. Fractions are kept: cash in their lieu is the custodian's to book. */
function restated(lot: Holding, ratio: number, effective: IsoDate): Holding {
  const { quantity, unsettled } = lot;
  return {
    ...lot,
    ...costing(basisOf(lot)),
    quantity: atRatio(quantity, ratio),
    ...(unsettled === undefined ? {} : { unsettled: atRatio(unsettled, ratio) }),
    // What the custodian said of the value was of the old shares.
    marketValue: undefined,
    asOf: effective,
  };
}

const atRatio = (shares: number, ratio: number): number => cleanShares(new Decimal(shares).times(ratio).toNumber());

const costing = (basis: Decimal | undefined): Pick<Holding, 'costBasis' | 'unitCost'> => ({ costBasis: basis?.toNumber(), unitCost: undefined });

/** Dollars of basis of a whole lot; undefined when unknown. */
export function basisOf({ costBasis, unitCost, quantity }: Holding): Decimal | undefined {
  if (costBasis !== undefined) return new Decimal(costBasis);
  return unitCost === undefined ? undefined : new Decimal(unitCost).times(quantity);
}

/**
 * Splits and stock dividends: IRC §305(a), basis §307(a), holding period §1223(4). Stock for stock: §354, §358(a)(1), §1223(1).
 * Basis moves as a whole, and the days of the old lot count for the new.
 */
const exchange: Adjustment['adjust'] = (lot, { newSymbol, ratio, effective }) =>
  ({ lots: [{ ...restated(lot, ratio ?? 1, effective), symbol: newSymbol ?? lot.symbol }], cash: 0 });

/**
 * A spin-off: the basis is allocated by value (IRC §355, §358(b)(2) and (c), Treas. Reg. §1.358-2(a)(2)(iv)), and the holding period
 * of the old lot counts for the new (§1223(1)(B)). The part moved is rounded to the cent and the rest stays, so nothing is lost.
 */
const spinOff: Adjustment['adjust'] = (lot, { newSymbol, ratio, basisToNew, effective }) => {
  const basis = basisOf(lot);
  const moved = basis && new Decimal(toCents(basis.times(basisToNew ?? 0)));
  return {
    cash: 0,
    lots: [
      { ...lot, ...costing(basis && moved && basis.minus(moved)), marketValue: undefined, asOf: effective },
      {
        ...restated(lot, ratio ?? 1, effective), ...costing(moved), symbol: newSymbol ?? lot.symbol, disallowedLoss: undefined,
        ...(lot.lotId === undefined ? {} : { lotId: `${lot.lotId}-${newSymbol}` }),
      },
    ],
  };
};

/** Shares become dollars: a sale on the day (IRC §1001(a)). */
const cashOut: Adjustment['adjust'] = ({ quantity }, { cashPerShare = 0 }) => ({ lots: [], cash: toCents(new Decimal(quantity).times(cashPerShare)) });

/** How each type restates lots; types that are not here only people can settle. */
export const lotAdjustments: Readonly<Partial<Record<Action['type'], Adjustment>>> = {
  Split: { needs: ['ratio'], adjust: exchange },
  'Stock merger': { needs: ['newSymbol', 'ratio'], adjust: exchange },
  'Ticker change': { needs: ['newSymbol'], adjust: exchange },
  'Spin-off': { needs: ['newSymbol', 'ratio', 'basisToNew'], adjust: spinOff },
  'Cash merger': { needs: ['cashPerShare'], adjust: cashOut },
};

type Term = 'newSymbol' | 'ratio' | 'cashPerShare' | 'basisToNew';
const terms: readonly Term[] = ['newSymbol', 'ratio', 'cashPerShare', 'basisToNew'];

/** The terms that keep lots from being restated by an action: needed and blank, or filled in with what is not above zero. */
export function unusableTerms(action: Action): readonly Term[] {
  const needs: readonly Term[] = lotAdjustments[action.type]?.needs ?? [];
  return terms.filter((term) => {
    const value = action[term];
    if (value === undefined) return needs.includes(term);
    if (typeof value === 'string') return value.trim() === '';
    return !(Number.isFinite(value) && value > 0 && (term !== 'basisToNew' || value <= 1));
  });
}
