import { readList } from '../contract/cells/list';
import { definitionOf } from '../contract';
import type { TaxType } from './book';

/** Every tax type an account may have. */
export const allTaxTypes = Object.keys(definitionOf('accounts').columns.taxType.choices ?? {}) as TaxType[];

/** A cell such as `All` or `Taxable, Roth`, in any spelling that Accounts understands. */
export interface TaxTypeList {
  readonly taxTypes: readonly TaxType[];
  /** Words that name no tax type. */
  readonly unknown: readonly string[];
}

/** The tax types of a cell; a blank cell and `All` mean every one. */
export function parseTaxTypes(text: string | undefined): TaxTypeList {
  const words = (text ?? '').split(/[,;|]/).map((word) => word.trim()).filter(Boolean);
  if (words.length === 0 || words.some((word) => word.toLowerCase() === 'all')) return { taxTypes: allTaxTypes, unknown: [] };
  const read = words.map((word) => ({ word, taxType: readList(word, definitionOf('accounts').columns.taxType).value as TaxType | undefined }));
  return {
    taxTypes: allTaxTypes.filter((taxType) => read.some((each) => each.taxType === taxType)),
    unknown: read.filter(({ taxType }) => taxType === undefined).map(({ word }) => word),
  };
}
