import type { IsoDate } from '../../units';
import type { CellReader } from './cell-reader';
import type { Note } from './notes';
import { saysTotal } from './row-words';

/** Whose the rows are and of which day, as far as banners, titles and columns have said so by now. */
export class Owner {
  asOf?: IsoDate;
  /** The one security of a file of lots. */
  symbol: string | null = null;
  private account: string | null = null;
  private accountName: string | null = null;
  private above: { account: string; accountName: string | null } | null = null;

  /** A later title takes over; a day once stated stays. */
  hear({ account, accountName, asOf, symbol }: Note): void {
    this.asOf ??= asOf;
    this.symbol = symbol ?? this.symbol;
    if (account === undefined) return;
    this.account = account;
    this.accountName = accountName ?? null;
    this.above = null;
  }

  /** What a file's name says counts where the file itself says nothing. */
  hearLast({ account, asOf }: Note): void {
    this.asOf ??= asOf;
    this.account ??= account ?? null;
  }

  /** The owner of a row. A blank below a filled cell is a merged cell; where a name has no number, the name stands for the account. */
  of(reader: CellReader): { readonly account: string | null; readonly accountName: string | null } {
    const name = reader.text('accountName');
    if (saysTotal(reader.text('account')) || (saysTotal(name) && reader.text('account') === null)) return { account: null, accountName: null };
    const merged = reader.has('account') && reader.raw('account') === '' && (name === null || name === this.above?.accountName);
    const account = merged ? null : (reader.text('account') ?? name);
    if (account !== null) this.above = { account, accountName: name };
    if (this.above && (reader.has('account') || reader.has('accountName'))) return this.above;
    return { account: this.account, accountName: this.accountName };
  }
}
