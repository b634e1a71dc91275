/**
 * What a row that cannot be trusted puts in doubt, from all to nothing:
 * `account`: everything that is decided for the accounts it touches;
 * `price`: what a security is worth; `quantity`: what a lot is worth, and so the security in its account;
 * `security`: how a security trades (spread, fee, rank), not what it is worth;
 * `basis`: the gain of a lot; `date`: its term as well, and whether it is a recent purchase;
 * `transaction`: whether a wash-sale class was bought or sold lately, and when the account last traded;
 * `cash`: how much of the cash may be spent; `nothing`: no decision looks at it.
 */
export type Doubted = 'account' | 'price' | 'quantity' | 'security' | 'basis' | 'date' | 'transaction' | 'cash' | 'nothing';

/** Doubts that can be kept to the trades that depend on them. */
export type DoubtKind = Exclude<Doubted, 'account' | 'nothing'>;

/** One doubtful row, as the accounts see it that are decided beside it. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** Account of the row; absent for a row of Securities. Another account of the wash-sale scope may have to mind it too. */
  readonly accountId?: string;
  /** The security; absent for cash. */
  readonly symbol?: string;
  /** Wash-sale class of the security. */
  readonly washClass?: string;
  /** Row in Holdings of the lot. */
  readonly lotRow?: number;
  /** Where it lies: `Holdings!F12`. */
  readonly source: string;
}

const sentences: Readonly<Record<DoubtKind, (symbol: string) => string>> = {
  price: (symbol) => `the price of ${symbol} is in doubt`,
  quantity: (symbol) => `the quantity of a lot of ${symbol} is in doubt`,
  security: (symbol) => `how ${symbol} trades is in doubt`,
  basis: (symbol) => `the cost basis of a lot of ${symbol} is in doubt`,
  date: (symbol) => `the acquisition day of a lot of ${symbol} is in doubt`,
  transaction: (symbol) => `a recent transaction in ${symbol} is in doubt`,
  cash: () => 'the settled part of the cash is in doubt',
};

/** `the cost basis of a lot of VTI is in doubt`. */
export const doubtWords = ({ kind, symbol = '' }: Pick<Doubt, 'kind' | 'symbol'>): string => sentences[kind](symbol);
