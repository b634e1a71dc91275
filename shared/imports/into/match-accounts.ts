import type { Issue } from '../../issue';
import { importIssue } from '../issues';

/** How an account of a file was found in the book. */
export type AccountMatchKind = 'named' | 'exact' | 'used before' | 'digits' | 'last digits';

/** An account as a file spells it, and the one of the book that it is. */
export interface AccountMatch {
  /** `''` where the file names none. */
  readonly fileAccount: string;
  /** The Account ID of the book; absent when none or several fit. */
  readonly accountId?: string;
  readonly kind?: AccountMatchKind;
}

/** What accounts are found by. */
export interface KnownAccounts {
  /** Account IDs of the book. */
  readonly accountIds: readonly string[];
  /** What the user says, by the account as the file spells it. */
  readonly named?: Readonly<Record<string, string>>;
  /** What the recipe of this kind of file remembers. */
  readonly remembered?: Readonly<Record<string, string>>;
}

export interface AccountMatches {
  readonly matches: readonly AccountMatch[];
  /** Accounts that none or several fit, with the candidates. */
  readonly issues: readonly Issue[];
}

/**
 * Finds the accounts of one file in the book: by what the user says, by the number as it is spelled, by what the recipe remembers, by the
 * number without punctuation and leading zeros, then by the last digits (`XXXX-4321`, `...321`, `4321`) when they fit one account only.
 */
export function matchAccounts(fileAccounts: readonly string[], known: KnownAccounts, file?: string): AccountMatches {
  return accountMatcher(known)(fileAccounts, file);
}

/** The same for many files, of which each is asked for by itself. */
export function accountMatcher(known: KnownAccounts): (fileAccounts: readonly string[], file?: string) => AccountMatches {
  const book = new AccountBook(known);
  return (fileAccounts, file) => {
    const found = [...new Set(fileAccounts)].map((fileAccount) => ({ fileAccount, ...book.find(fileAccount) }));
    const claims = new Map<string, number>();
    for (const { kind, candidates } of found) if (kind !== 'named' && candidates.length === 1) claims.set(candidates[0], (claims.get(candidates[0]) ?? 0) + 1);
    const issues: Issue[] = [];
    const matches = found.map(({ fileAccount, kind, candidates }): AccountMatch => {
      const [accountId] = candidates;
      const contested = kind !== 'named' && candidates.length === 1 && (claims.get(accountId) ?? 0) > 1;
      if (candidates.length === 1 && !contested) return { fileAccount, accountId, kind };
      issues.push(contested ? contestedIssue(fileAccount, accountId, file) : unknownIssue(fileAccount, candidates, known.accountIds, file));
      return { fileAccount };
    });
    return { matches, issues };
  };
}

interface Found {
  readonly kind: AccountMatchKind;
  /** One when it is found. */
  readonly candidates: readonly string[];
}

/** The accounts of a book by the ways in which files spell them. */
class AccountBook {
  private readonly ids: ReadonlySet<string>;
  private readonly byDigits = new Map<string, string[]>();
  /** Account IDs that are masked in the book itself. */
  private readonly masked: readonly { readonly id: string; readonly tail: string }[];
  private readonly wholes: readonly { readonly id: string; readonly text: string }[];

  constructor(private readonly known: KnownAccounts) {
    this.ids = new Set(known.accountIds);
    for (const id of this.ids) this.byDigits.set(bare(id), [...(this.byDigits.get(bare(id)) ?? []), id]);
    this.wholes = [...this.ids].map((id) => ({ id, text: whole(id) }));
    this.masked = [...this.ids].flatMap((id) => {
      const tail = maskedTail(id); // A short number of the book is a number, not what is left of one.
      return tail === undefined ? [] : [{ id, tail }];
    });
  }

  find(fileAccount: string): Found {
    const { named = {}, remembered = {} } = this.known;
    const inBook = (id: string | undefined): readonly string[] => (id !== undefined && this.ids.has(id) ? [id] : []);
    const ways: readonly (() => Found)[] = [
      () => ({ kind: 'named', candidates: inBook(named[fileAccount]) }),
      () => ({ kind: 'exact', candidates: inBook(fileAccount) }),
      () => ({ kind: 'used before', candidates: inBook(remembered[fileAccount]) }),
      () => ({ kind: 'digits', candidates: bare(fileAccount) === '' ? [] : (this.byDigits.get(bare(fileAccount)) ?? []) }),
    ];
    for (const way of ways) if (way().candidates.length > 0) return way();
    return { kind: 'last digits', candidates: this.sharingTail(fileAccount) };
  }

  /** Accounts that are masked or shortened and end as the file's does, or the other way round. */
  private sharingTail(fileAccount: string): string[] {
    const tail = tailOf(fileAccount);
    if (tail === undefined) return this.masked.filter((one) => whole(fileAccount).endsWith(one.tail)).map(({ id }) => id);
    const shorter = new Set(this.masked.filter((one) => tail.endsWith(one.tail)).map(({ id }) => id));
    return this.wholes.filter(({ id, text }) => shorter.has(id) || text.endsWith(tail)).map(({ id }) => id);
  }
}

const whole = (account: string): string => account.toUpperCase().replace(/[^A-Z0-9]/g, '');
/** Letters and digits without leading zeros, which spreadsheets lose. */
const bare = (account: string): string => whole(account).replace(/^0+/, '');

/** `XXXX-4321`, `****4321`, `...321`, `Individual …321`: what is left of a number that was masked. */
const maskedEnd = /(?:[Xx]{2,}|[*#•.]{2,}|…)[\s-]*([0-9A-Za-z]{3,})\s*$/;
/** A number this short is what is left of a longer one. */
const shortNumber = /^\d{3,5}$/;

/** The digits left of a number that was masked. */
export const maskedTail = (account: string): string | undefined => maskedEnd.exec(account.trim())?.[1].toUpperCase();
const tailOf = (account: string): string | undefined => maskedTail(account) ?? (shortNumber.test(account.trim()) ? account.trim() : undefined);

const some = (ids: readonly string[]): string => (ids.length > 5 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', '));
const spelled = (fileAccount: string): string => (fileAccount === '' ? 'The account, which the file does not name,' : `Account ${fileAccount}`);

function unknownIssue(fileAccount: string, candidates: readonly string[], accountIds: readonly string[], file: string | undefined): Issue {
  const several = candidates.length > 1;
  const message = several
    ? `${spelled(fileAccount)} could be ${some(candidates)}; nothing of it was taken.`
    : `${spelled(fileAccount)} is not in Accounts; nothing of it was taken.`;
  const fix = several || accountIds.length === 0
    ? `Say which: --account "${fileAccount}=${candidates[0] ?? 'ACCOUNT_ID'}".`
    : `Maybe it is ${some(accountIds)}; say so with --account "${fileAccount}=ACCOUNT_ID", or add it to Accounts.`;
  return importIssue(several ? 'I21' : 'I20', { file }, { message, fix, found: fileAccount });
}

function contestedIssue(fileAccount: string, accountId: string, file: string | undefined): Issue {
  return importIssue('I21', { file }, {
    found: fileAccount,
    message: `${spelled(fileAccount)} and another account of the file both fit ${accountId}; nothing of either was taken.`,
    fix: `Say which: --account "${fileAccount}=${accountId}".`,
  });
}
