import { buildBook } from '../book/build-book';
import type { Account, Book } from '../book/book';
import { settingsFinder } from '../book/effective-settings';
import { nameKey } from '../book/names';
import { tablesInForce } from '../book/tables-in-force';
import type { Tables } from '../contract';
import { placesUnknown, type Places } from '../contract/places';
import type { Issue } from '../issue';
import type { IsoDate } from '../units';
import { explainIdentity } from './account';
import type { ExplainedLine } from './line';
import { explainRestrictions } from './restrictions';
import { explainSettings } from './settings';
import { explainCash, explainStandingOrders, explainSuspensions } from './standing';
import type { Subject } from './subject';
import { explainSubstitutes } from './substitutes';
import { explainTarget } from './target';
import { explainTax } from './tax';

export { sections, shownValue, type ExplainedLine } from './line';

/** What an explanation is made from; without places, sources name rows. */
export interface ExplainInput {
  readonly tables: Tables;
  readonly asOf: IsoDate;
  readonly places?: Places;
  /** What reading and the checks have found. */
  readonly issues?: readonly Issue[];
}

const parts: readonly ((subject: Subject) => ExplainedLine[])[] = [
  explainIdentity, explainTarget, explainSettings, explainTax, explainRestrictions, explainSubstitutes, explainCash, explainStandingOrders, explainSuspensions,
];

/**
 * Returns an account's effective policy, line by line with the origin of every value; undefined for an account that is not in the
 * book. It reads the very book that a run decides on, so that what is explained is what is used.
 */
export function accountExplainer({ tables: given, asOf, places = placesUnknown, issues = [] }: ExplainInput): (accountId: string) => readonly ExplainedLine[] | undefined {
  const { tables } = tablesInForce(given, asOf);
  const book = buildBook(given, asOf);
  const accounts = new Map(book.accounts.map((account) => [account.id, account]));
  const settingsOf = settingsFinder(tables.settings ?? []);
  return (accountId) => {
    const account = accounts.get(accountId);
    const row = tables.accounts.find((each) => each.accountId.trim() === accountId);
    if (!account || !row) return undefined;
    const subject: Subject = { book, account: asDecided(book, account), row, effective: settingsOf(account), tables, places, issues };
    return parts.flatMap((explain) => explain(subject));
  };
}

/** A household managed Together follows one model. */
function asDecided(book: Book, account: Account): Account {
  const family = book.households.get(nameKey(account.household));
  return family?.manageAs === 'Together' && family.model !== undefined ? { ...account, model: family.model } : account;
}
