import type { IsoDate } from '../../units';
import { findDayWithin, type DayOrder } from './days';

/** What a banner, a section title, a footer or a file name says about the rows. */
export interface Note {
  readonly account?: string;
  readonly accountName?: string;
  readonly asOf?: IsoDate;
  /** The one security of a file of lots: `SCHA Lot Details for …`. */
  readonly symbol?: string;
}

const label = /^(?:account|acct|portfolio|konto|depot)\s*(?:number|no\.?|num|#|id)?\s*:?$/i;
/** A day whose comma parted it into two cells. */
const dayAlone = /^[A-Z][a-z]+ \d{1,2},? \d{4}$/;
const dated = /\b(?:as of|as at|downloaded|generated|snapshot|exported|prepared|created|date|prices? on|valued? on|valuation|run on|close of business|cob|vom|stand|per)\b/i;

/** Reads a row that is no row of a table: its cells, without the empty ones. */
export function readNote(cells: readonly string[], order: DayOrder = 'month first'): Note {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const text = filled.join(' ').replace(/\s+/g, ' ');
  const said = dated.exec(text) ?? (filled.length === 1 || dayAlone.test(text) ? (text.length <= 20 ? { index: 0 } : null) : null);
  const asOf = said ? (findDayWithin(text.slice(said.index), order) ?? undefined) : undefined;
  const symbol = /^["“]?([A-Z]{1,5}(?:[./][A-Z]{1,2})?) (?:tax )?lots?\b/i.exec(text)?.[1] ?? /\blots? (?:details? )?(?:for|of) ([A-Z]{1,5}(?:[./][A-Z]{1,2})?)\b/.exec(text)?.[1];
  return { ...readOwner(filled, text), asOf, symbol: symbol === symbol?.toUpperCase() ? symbol : undefined };
}

function readOwner(filled: readonly string[], text: string): Pick<Note, 'account' | 'accountName'> {
  const at = filled.findIndex((cell) => label.test(cell));
  const beside = at < 0 ? undefined : filled[at + 1]?.replace(/^(?:account|konto)\s+/i, '');
  if (beside !== undefined && isAccount(beside)) return { account: beside };
  const masked = /(?:\bfor (?:account )?|^)([^"]*?)[\s:–-]*(?:x{2,}|\.{3}|…|\*{2,})-?\s?([0-9a-z]{3,5})\b/i.exec(text);
  if (masked && /\d/.test(masked[2])) return { account: masked[2], accountName: nameOf(masked[1].replace(/^.*\bfor(?: account)?\b\s*/i, '')) };
  const named = /\b(?:account|acct|portfolio|konto|depot)\.?\s*(?:number|no\.?|num|#|id)?\s*[:#]?\s*([A-Z0-9][A-Z0-9*-]*)/i.exec(text)?.[1];
  if (named !== undefined && isAccount(named)) return { account: named };
  const titled = readTitle(text.replace(/^accounts?\s*:\s*/i, ''));
  if (titled.account !== undefined && /^account/i.test(text)) return titled;
  const behind = /\b(?:account|acct|for)\b((?:\s+\S+){1,5})/i.exec(text)?.[1].split(/\s+/).find((word) => isNumber(word));
  if (behind !== undefined) return { account: behind };
  return filled.slice(1).every((cell) => /^[-+$(]*[\d.,]+[%)]?$/.test(cell)) ? readTitle(filled[0] ?? '') : {};
}

/** Accounts named in the cells below a label, as in a summary above the table: `Account,Net value` and `1234-5678,…`. */
export function readBelow(above: readonly string[], cells: readonly string[]): Pick<Note, 'account' | 'accountName'> {
  const column = above.findIndex((cell) => label.test(cell.trim()));
  const below = column < 0 ? '' : (cells[column] ?? '').trim();
  const title = readTitle(below);
  return title.account === undefined && isAccount(below) ? { account: below } : title;
}

/** A section title: `Individual Brokerage -1234`, `Roth IRA (1234-5678)`, `12345678 - Jane Roe`. */
function readTitle(title: string): Pick<Note, 'account' | 'accountName'> {
  if (title.length > 80 || findDayWithin(title, 'month first') !== null || /[$%©]/.test(title)) return {};
  const behind = /^(.*[A-Za-z].*?)\s*[-–—:(#]\s*#?([A-Z]{0,3}\d[0-9A-Z]*(?:-[0-9A-Z]+)*)\)?$/.exec(title);
  if (behind && isAccount(behind[2])) return { account: behind[2], accountName: nameOf(behind[1]) };
  const before = /^([A-Z]{0,3}\d[0-9A-Z-]{4,})\s*[-–—:]\s*(.*[A-Za-z].*)$/.exec(title);
  return before && isAccount(before[1]) ? { account: before[1], accountName: nameOf(before[2]) } : {};
}

/** Three digits or more, and no day. */
const isAccount = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= 3 && text.length <= 24 && findDayWithin(text, 'month first') === null;

/** Five digits or more in one word: behind `account Individual` it can be nothing else. */
const isNumber = (word: string): boolean => /^[A-Z0-9-]+$/.test(word) && (word.match(/\d/g)?.length ?? 0) >= 5 && isAccount(word);

const nameOf = (text: string): string | undefined => text.replace(/[\s:("–-]+$/, '').replace(/^[\s")–-]+/, '').slice(0, 80) || undefined;

/** The account and the day in a file name: `98765432-Open-tax-lots Apr-08-2026.csv`. */
export function readFileName(name: string | undefined): Note {
  const bare = (name ?? '').replace(/^.*[/\\]/, '').replace(/\.[a-z]{2,4}$/i, '');
  const asOf = findOnlyDay(bare);
  const masked = /(?:x{2,}|\.{3}|\*{2,})-?(\d{3,5})(?!\d)/i.exec(bare)?.[1];
  const numbers = bare.match(/(?<![A-Za-z0-9])(?:[A-Z]{0,3}\d{6,12}|\d{4}-\d{4}|[0-9][0-9A-Z]{2}-\d{5,6})(?![A-Za-z0-9-])|(?<![A-Za-z0-9])[A-Z]{0,3}\d{6,12}(?=-[A-Za-z])/g) ?? [];
  return { asOf, account: masked ?? numbers.find((number) => isAccount(number) && !isShortDay(number)) };
}

/** The day of a file name; a name with two days is that of a period. */
function findOnlyDay(name: string): IsoDate | undefined {
  const first = findDayWithin(name, 'month first');
  const last = findDayWithin(name.replace(/\d{4}-\d{1,2}-\d{1,2}/, ''), 'month first');
  return first !== null && (last === null || last === first) ? first : undefined;
}

/** `260401`, as some write the first of April 2026. */
const isShortDay = (number: string): boolean => /^[1-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(number);
