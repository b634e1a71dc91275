import type { IsoDate } from '../units';
import type { TaxType } from './book';

/** What implements an asset class. */
export interface Product {
  readonly name: string;
  readonly assetClass: string;
  /** A symbol or a model. */
  readonly implements: string;
  /** 1 is the first choice. */
  readonly rank: number;
  readonly taxTypes: readonly TaxType[];
  /** Dollars. */
  readonly minAccount: number;
  readonly approved: 'Yes' | 'No' | 'Hold only';
  /** Last day of the approval. */
  readonly until?: IsoDate;
  readonly row?: number;
}

/** A client's wish to have the allocation otherwise than the model. */
export interface Customization {
  readonly change: 'Replace product' | 'Drop class' | 'Set %' | 'Tilt %';
  /** The asset class, product or symbol that is changed. */
  readonly component: string;
  /** Fraction of the model; of a tilt the part added, negative to take away. */
  readonly value?: number;
  /** What replaces it. */
  readonly into?: string;
  readonly level: 'Household' | 'Account';
  readonly reason?: string;
  /** Where it comes from in words: `Customizations row 3 (Account 4471-0093)`. */
  readonly source: string;
  readonly row?: number;
}
