import type { Account, Book } from '../book/book';
import type { EffectiveSettings } from '../book/effective-settings';
import type { Tables, TableRow } from '../contract';
import type { Places } from '../contract/places';
import type { Issue } from '../issue';

/** An account as it is explained: what the book knows of it, and the rows behind that. */
export interface Subject {
  readonly book: Book;
  /** Under the model that decides it: the household's when it is managed Together. */
  readonly account: Account;
  readonly row: TableRow<'accounts'>;
  readonly effective: EffectiveSettings;
  readonly tables: Tables;
  readonly places: Places;
  readonly issues: readonly Issue[];
}
