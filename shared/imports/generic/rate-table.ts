import { tables } from '../../contract';
import type { GuessedTable } from './guess-columns';
import { meanings, type GenericField } from './meanings';
import { kindOf } from './table-kind';

/** What a table of each kind must have: of each group one, and what else speaks for it. */
const needs = {
  holdings: { wanted: [['symbol', 'cusip', 'isin', 'sedol', 'description', 'acquired'], ['quantity', 'marketValue']], helpful: ['price', 'marketValue', 'costBasis', 'unitCost', 'account', 'acquired'] },
  realized: { wanted: [['symbol', 'cusip', 'isin', 'description'], ['closed'], ['proceeds', 'gain', 'gainShort']], helpful: ['quantity', 'costBasis', 'acquired', 'account', 'term'] },
  activity: { wanted: [['date'], ['action'], ['amount', 'price', 'debit', 'credit']], helpful: ['symbol', 'quantity', 'amount', 'account', 'description'] },
} as const satisfies Record<string, { wanted: readonly (readonly GenericField[])[]; helpful: readonly GenericField[] }>;

/** No guess is as good as a layout that is known. */
const mostConfidence = 0.85;

/** How sure it is that a table can be read by its guesses, 0 to 0.85. A table of our own workbook is none to import. */
export function rateTable(table: GuessedTable): number {
  if (isOwn(table.headers)) return 0.2;
  const { helpful } = needs[kindOf(table)];
  const weakest = Math.min(...wantedOf(table).map((group) => confidenceOf(table, group)));
  const help = Math.min(1, helpful.filter((field) => table.columns[field] !== undefined).length / 3);
  const adds = table.support ?? 0.5;
  const rating = weakest * (0.6 + 0.25 * help + 0.15 * adds);
  return Math.round(Math.min(mostConfidence, rating) * 100) / 100;
}

/** Signs of shares and money tell a purchase from a sale where no column does. */
const wantedOf = (table: GuessedTable): readonly (readonly GenericField[])[] =>
  needs[kindOf(table)].wanted.filter((group: readonly GenericField[]) => !(table.flows && group.includes('action')));

/** The surest column of a group; a description names a security less well than a symbol, and a day only where a title names it. Descriptions with quantities alone may be an invoice. */
function confidenceOf({ guesses, columns }: GuessedTable, group: readonly GenericField[]): number {
  const invests = (['costBasis', 'unitCost', 'account', 'accountName', 'acquired', 'gain', 'date'] as const).some((field) => columns[field] !== undefined);
  const weights: Partial<Record<GenericField, number>> = { description: invests ? 0.88 : 0.5, acquired: 0.7 };
  return Math.max(0, ...guesses.map(({ field, confidence }) => (field !== null && group.includes(field) ? confidence * (weights[field] ?? 1) : 0)));
}

const ownHeaders = Object.values(tables).map(({ columns }) => new Set(Object.values(columns).map(({ header }) => header)));

/** Every header as the workbook spells it, Account ID among them. */
function isOwn(headers: readonly string[]): boolean {
  const named = headers.filter(Boolean);
  return named.includes('Account ID') && ownHeaders.some((own) => named.every((header) => own.has(header)));
}

/** What was found in tables that could not be read, and what is missing, for a message. */
export function describeFindings(found: readonly GuessedTable[]): { readonly message: string; readonly fix: string } {
  const [best] = [...found].sort((a, b) => rateTable(b) - rateTable(a));
  const fix = 'Maybe give its columns headers such as Account, Symbol, Quantity, Price, Market value and Cost basis.';
  if (!best) return { message: 'no row looks like a header, with a security and its quantity or value.', fix };
  const known = best.guesses.flatMap(({ field, header }) => (field === null ? [] : [`${meanings[field][0].replace(/[=~]/g, '')} (“${header}”)`]));
  const missing = wantedOf(best).filter((group) => confidenceOf(best, group) < 0.5).map((group) => meanings[group[0]][0].replace(/[=~]/g, ''));
  const lacks = missing.length > 0 ? `; ${missing.join(' and ')} could not be told for sure` : '';
  return { message: `the header on line ${best.top + 1} says ${known.join(', ') || 'nothing we know'}${lacks}.`, fix };
}
