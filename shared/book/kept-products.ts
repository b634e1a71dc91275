import type { Restriction, Substitute } from './book';
import type { Kept } from './expansion';
import type { Target } from './target';
import { allTaxTypes } from './tax-types';

/** Hold only products whose symbol the target does not ask for anyway. */
const standing = ({ kept, weights }: Pick<Target, 'kept' | 'weights'>): readonly Kept[] =>
  kept.filter(({ symbol }) => !weights.some((weight) => weight.symbol === symbol && weight.target > 0));

/**
 * Hold only products as substitutes that are held one-for-one: what is held of one takes over the target of its class as far as
 * the products that are bought are short of theirs, so that nothing asks for a sale.
 */
export function keptInstead(target: Pick<Target, 'kept' | 'weights'>): Substitute[] {
  return standing(target).flatMap(({ symbol, originals, product }) =>
    originals.map((original): Substitute => ({ for: original, symbol, isHeld: true, isBought: false, rank: product.rank, hurdle: 0, taxTypes: allTaxTypes })));
}

/** The rule that Hold only products are not bought. */
export function neverBought(target: Pick<Target, 'kept' | 'weights'>): Restriction[] {
  return [...new Map(standing(target).map((kept) => [kept.symbol, kept])).values()].map(({ symbol, product }) => ({
    rule: 'Never buy', on: 'Symbol', value: symbol, strictness: 'hard',
    source: `Products${product.row === undefined ? '' : ` row ${product.row}`} (${product.name} is Hold only)`,
  }));
}
