import { doubtWords, type Doubt } from '../../shared/book/doubts';
import { longest } from '../optimizer/explain/reason';
import { doubtsIn } from '../optimizer/rows/doubt';
import type { AccountSnapshot } from '../optimizer/snapshot';
import type { ExceptionFacts } from './exceptions';

type Beside = Pick<AccountSnapshot, 'account' | 'assets'>;

/** What was held back, for each doubtful row that an account is decided beside; trades made beside it are for people to review. */
export function doubtNotes(snapshot: Beside, trades: number): ExceptionFacts[] {
  return doubtsIn(snapshot).map((doubt): ExceptionFacts => ({
    severity: trades > 0 ? 'Review' : 'Info', code: 'doubt',
    whatHappened: `${capital(doubtWords(doubt))} at ${doubt.source}; ${heldBack(doubt, snapshot)}.`,
    suggestedFix: trades > 0 ? 'Mend the row and run again; or approve what is traded beside it.' : 'Mend the row and run again.',
    source: doubt.source, tradesAffected: trades,
  }));
}

function heldBack({ kind, symbol = '', accountId }: Doubt, { account }: Beside): string {
  const isOwn = accountId === undefined || accountId === account.id;
  if (kind === 'cash') return 'nothing is bought';
  if (kind === 'transaction') return `${symbol} and what is substantially identical is neither bought nor sold at a loss`;
  if (kind === 'date') return isOwn ? `the lot is left as it is, ${symbol} is not bought and no loss of it is taken` : `no loss of ${symbol} is taken`;
  if (kind === 'basis') return `the lot is left as it is and ${symbol} is not bought`;
  return `${symbol} is left as it is`;
}

/** A trade's Why with the first doubtful row that it is decided beside; the reason gives way where both do not fit the cell. */
export function besideDoubt(why: string, snapshot: Beside): string {
  const doubts = doubtsIn(snapshot);
  if (doubts.length === 0) return why;
  const mark = ` beside a doubt: ${doubts[0].source}${doubts.length > 1 ? ` and ${doubts.length - 1} more` : ''}`;
  const room = longest - mark.length - 1;
  return `${why.length <= room ? why : `${why.slice(0, Math.max(0, room - 1))}…`};${mark}`;
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
