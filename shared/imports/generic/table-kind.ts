import type { GuessedTable } from './guess-columns';

/** What a table lists. */
export type TableKind = 'holdings' | 'realized' | 'activity';

/**
 * An activity has actions and days; lots that were sold have the day of the sale and what it brought. A list of transactions that lacks
 * its days or its actions is one nevertheless, so that what was sold is not taken for a short position; so are sales without their days.
 */
export function kindOf({ columns, guesses, headers, flows }: Pick<GuessedTable, 'columns' | 'guesses' | 'headers' | 'flows'>): TableKind {
  const sold = guesses.some(({ field, confidence }) => field === 'closed' && confidence > 0.6);
  if (sold && (columns.proceeds !== undefined || columns.gain !== undefined || columns.gainShort !== undefined)) return 'realized';
  if (columns.proceeds !== undefined && columns.costBasis !== undefined && columns.marketValue === undefined && columns.price === undefined) return 'realized';
  if (columns.action !== undefined && (columns.date !== undefined || columns.acquired === undefined)) return 'activity';
  const says = (words: RegExp) => headers.some((header) => words.test(header));
  const isTraded = says(/\bsettle/i) && says(/\b(?:commission|fees?|debit|credit)\b/i) && !says(/\b(?:market|mkt|current)\b/i);
  return flows || isTraded ? 'activity' : 'holdings';
}
