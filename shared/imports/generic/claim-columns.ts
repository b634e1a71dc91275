import { suits, type ColumnContents } from './column-contents';
import { scoreHeader, type WordScore } from './header-words';
import type { GenericField } from './meanings';
import type { Claims } from './settle-by-arithmetic';

/** Below this a column is left aside. */
const leastConfidence = 0.4;

interface Candidate extends WordScore {
  readonly column: number;
  readonly because: string;
}

/** Gives each meaning to the column that claims it best, and each column one meaning; `chosen` columns have theirs. `flows`: the table is known to list transactions. */
export function claimColumns(headers: readonly string[], contents: readonly ColumnContents[], chosen: readonly unknown[], flows = false): Claims {
  const open = headers.map((header, column) => (chosen[column] ? [] : candidatesFor(header, column, contents[column])));
  const acts = flows || open.some((candidates, k) => candidates.some(({ field, score }) => field === 'action' && score > 0.5 && (contents[k].share.action > 0.3 || score > 0.9)));
  if (!acts) headers.forEach((header, k) => { if (isPriceDay(header, contents[k], open)) open[k] = candidatesFor('Price date', k, contents[k]); });
  const weighed = open.flat().map((candidate) => (acts ? paidNotHeld(candidate) : candidate)).map((candidate) => ({ ...candidate, score: candidate.score * inContext(candidate, acts) }));
  const byContents = headers.flatMap((header, column) => (chosen[column] ? [] : identifierWithin(header, column, contents[column], open[column].length > 0)));
  const claims: Claims = new Map();
  const taken = new Set<number>();
  for (const { field, column, score, because } of [...weighed, ...byContents].sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (score < leastConfidence || claims.has(field) || taken.has(column)) continue;
    taken.add(column);
    claims.set(field, { column, confidence: score, because });
  }
  return rearrange(claims, headers, contents);
}

/** Beside a price, a column called nothing but `Date` that has the same day in every row tells of the prices, and not of purchases. */
function isPriceDay(header: string, { filled, distinct, share }: ColumnContents, open: readonly (readonly Candidate[])[]): boolean {
  const priced = open.some((candidates) => candidates.some(({ field, score }) => field === 'price' && score > 0.6));
  return priced && /^(?:date|datum)$/i.test(header) && filled >= 2 && distinct === 1 && share.day === 1;
}

/** What only shows when all columns have their meanings: an action that no other column says better, the currency of the amounts that are read. */
function rearrange(claims: Claims, headers: readonly string[], contents: readonly ColumnContents[]): Claims {
  const detail = claims.get('actionDetail');
  if (detail && !claims.has('action')) {
    claims.delete('actionDetail');
    claims.set('action', detail);
  }
  const beside = (claims.get('amount') ?? claims.get('marketValue'))?.column ?? Number.NaN;
  const [header, found] = [headers[beside + 1], contents[beside + 1]];
  const isCurrency = found?.share.currency > 0.9 && scoreHeader(header).some(({ field }) => field === 'currency');
  if (isCurrency) claims.set('currency', { column: beside + 1, confidence: 0.9, because: `it stands beside “${headers[beside]}”` });
  return claims;
}

const candidatesFor = (header: string, column: number, contents: ColumnContents): Candidate[] =>
  scoreHeader(header).map(({ field, score, name }) => ({ field, column, name, score: score * suits(field, contents), because: `the header says “${header}”` }));

/** What an activity calls an average price is what the trade was done at, rather than the limit of the order. */
const paidNotHeld = (candidate: Candidate): Candidate =>
  candidate.field === 'unitCost' && /^(?:average|trade) price$/.test(candidate.name) ? { ...candidate, field: 'price', score: Math.min(1, candidate.score * 1.02) } : candidate;

/** `Date` and `Amount` belong to an activity where there are actions, to lots and holdings where there are none. */
function inContext({ field, name }: Candidate, acts: boolean): number {
  if (acts && name === 'type' && (field === 'assetClass' || field === 'accountType')) return 0.5;
  const onlyIn: Partial<Record<GenericField, 'activity' | 'holdings'>> = {
    action: 'activity', actionDetail: 'activity', status: 'activity', debit: 'activity', credit: 'activity', date: 'activity', amount: 'activity', commission: 'activity', fees: 'activity', transactionId: 'activity',
    direction: 'holdings', acquired: 'holdings', marketValue: 'holdings', costBasis: 'holdings',
  };
  const place = onlyIn[field];
  if (place === undefined || (place === 'activity') === acts) return 1;
  return field === 'costBasis' ? 0.9 : 0.55;
}

/** Security numbers prove themselves by their check digits, whatever the header says. */
function identifierWithin(header: string, column: number, { filled, share }: ColumnContents, isNamed: boolean): Candidate[] {
  const named = header === '' ? 'the column has no header, but its cells are' : `“${header}” says little, but its cells are`;
  const proven = ([['isin', share.isin, 'ISINs'], ['cusip', share.cusip, 'CUSIPs']] as const).find(([, found]) => found >= 0.8);
  // One number in ten passes by chance, and order numbers are many.
  if (filled >= 2 && proven && (!isNamed || share.integer < 0.9 || filled >= 5)) return [{ field: proven[0], column, score: 0.7, name: proven[0], because: `${named} ${proven[2]} by their check digits` }];
  return filled >= 3 && share.ticker >= 0.9 && header === '' ? [{ field: 'symbol', column, score: 0.45, name: 'symbol', because: `${named} like tickers` }] : [];
}
