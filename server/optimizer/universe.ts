import type { Account, Book, Security } from '../../shared/book/book';
import { cashSymbol } from '../../shared/book/securities';
import { approvedSubstitutes } from '../../shared/book/substitutes';
import type { Target } from '../../shared/book/target';
import { isSubject } from './rows/subject';

/**
 * Symbols a plan may touch, in order, cash left out: what is held or targeted, what may stand in for a target, what
 * a Min % asks for when nothing held or targeted could meet it, and what people ask to buy.
 */
export function universe(book: Book, account: Account, target: Target): string[] {
  const symbols = new Set([...account.lots.map((lot) => lot.symbol), ...target.weights.map(({ symbol }) => symbol)]);
  for (const symbol of standIns(book, account, target)) symbols.add(symbol);
  for (const symbol of asked(book, account, symbols)) symbols.add(symbol);
  for (const { symbol, into = symbol } of account.requests ?? []) if (isListed(book, into)) symbols.add(into);
  symbols.delete(cashSymbol);
  return [...symbols].filter((symbol) => book.securities.get(symbol)?.type !== 'Cash').sort();
}

/** Whether a price can be weighed and divided by. */
export const isUsablePrice = (price: number): boolean => Number.isFinite(price) && price > 0;

const isBuyable = ({ type, price, doubt }: Security): boolean => type !== 'Cash' && isUsablePrice(price) && !doubt;

/** Approved substitutes of the target's securities; without a list of them, whatever has the type and risk class of one. */
function standIns(book: Book, account: Account, target: Target): string[] {
  const targeted = target.weights.flatMap(({ symbol }) => book.securities.get(symbol) ?? []).filter(({ type }) => type !== 'Cash');
  const approved = approvedSubstitutes(book, account);
  if (approved) {
    const originals = new Set(targeted.map(({ symbol }) => symbol));
    return approved.filter((pair) => pair.isBought && originals.has(pair.for) && isListed(book, pair.symbol)).map(({ symbol }) => symbol);
  }
  const kinds = new Set(targeted.map(kindOf));
  return [...book.securities.values()].filter((security) => isBuyable(security) && kinds.has(kindOf(security))).map(({ symbol }) => symbol);
}

function isListed({ securities }: Book, symbol: string): boolean {
  const security = securities.get(symbol);
  return security !== undefined && isBuyable(security);
}

const kindOf = (security: Security): string => `${security.type}\n${security.riskClass.toLowerCase()}`;

/** A floor on a sector, issuer or tag that the model leaves out can only be met by what is listed there. */
function asked(book: Book, account: Account, known: ReadonlySet<string>): string[] {
  return account.restrictions.filter(({ rule }) => rule === 'Min %').flatMap((restriction) => {
    const members = [...book.securities.values()].filter((security) => isBuyable(security) && isSubject(restriction, security, book.screens));
    return members.some(({ symbol }) => known.has(symbol)) ? [] : members.filter(({ tradable }) => tradable === 'Yes').map(({ symbol }) => symbol);
  });
}
