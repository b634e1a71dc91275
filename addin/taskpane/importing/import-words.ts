import { counted } from '../../../shared/counted';
import type { ImportKind } from '../../../shared/imports/format';
import { meanings, type GenericField } from '../../../shared/imports/generic/meanings';
import type { ColumnGuess } from '../../../shared/imports/generic/guess-columns';
import type { AccountMatchKind } from '../../../shared/imports/into/match-accounts';
import type { ImportMode } from '../../../shared/imports/into/holding-changes';
import type { Preview } from '../../../shared/imports/preview';
import type { Severity } from '../../../shared/issue';
import type { FileLook } from '../../session/import-state';

const nouns: Readonly<Record<ImportKind, readonly [one: string, many: string]>> = {
  position: ['position', 'positions'],
  lot: ['lot', 'lots'],
  cash: ['cash row', 'cash rows'],
  'pending-cash': ['pending amount', 'pending amounts'],
  'realized-lot': ['realized lot', 'realized lots'],
  transaction: ['transaction', 'transactions'],
  total: ['total', 'totals'],
  skip: ['row left aside', 'rows left aside'],
};

/** `5 positions, 12 lots, 1 cash row` */
export const rowWords = ({ counts }: Pick<FileLook, 'counts'>): string => counts.map(({ kind, rows }) => counted(rows, ...nouns[kind])).join(', ');

/** How an account was found, as the end of a line. */
export const matchWords: Readonly<Record<AccountMatchKind, string>> = {
  named: 'you chose it',
  exact: 'by its number',
  'used before': 'as the last time',
  digits: 'by its number',
  'last digits': 'by its last digits',
};

/** What a column can mean, in the field's most usual word: `Market value`. */
export const fieldWords: readonly { readonly field: GenericField; readonly words: string }[] = (Object.keys(meanings) as GenericField[]).map((field) => ({ field, words: capitalized(meanings[field][0]) }));

function capitalized(text: string): string {
  return text.replace(/^=|~$/g, '').replace(/^./, (letter) => letter.toUpperCase()).replace(/\bid\b/, 'ID');
}

/** From here on a guess is more than one. */
const sure = 0.9;

/** How sure the meaning of a column is: `Chosen`, `Used before`, `Sure`, `Guess`, `No guess`. */
export function sureWords({ field, confidence, because }: Pick<ColumnGuess, 'field' | 'confidence' | 'because'>, usedBefore: boolean): string {
  if (because === 'you chose it') return usedBefore ? 'Used before' : 'Chosen';
  if (field === null) return 'No guess';
  return confidence >= sure ? 'Sure' : 'Guess';
}

/** What each way of applying does. */
export const modeWords: Readonly<Record<ImportMode, { readonly name: string; readonly does: string }>> = {
  replace: { name: 'Replace these accounts', does: 'What the files say takes the place of what these accounts hold. Other accounts are untouched.' },
  add: { name: 'Add', does: 'Rows are added. Nothing is changed or removed.' },
  update: { name: 'Update by key', does: 'Rows change by account, symbol and lot, new ones are added. Nothing is removed.' },
};

/** What a severity means for an import. */
export const importSeverityWords: Readonly<Record<Severity, string>> = { stop: 'Stops the import', skip: 'Left out', warn: 'Warning', info: 'Note' };

/** What is looked at before anything is written, by the codes that say it is not so. */
export const tests: readonly { readonly code: string; readonly name: string; readonly fails: string }[] = [
  { code: 'H07', name: 'Quantity × price is the value', fails: 'does not fit' },
  { code: 'H08', name: 'Costs are totals, not per share', fails: 'in doubt' },
  { code: 'H13', name: 'Accounts are worth what the custodian says', fails: 'do not' },
];

const named = 6;

/** Beside Holdings: `2 new securities (BND, GLD), which need an asset class`. */
export function otherChanges({ securities: { added, prices }, transactions }: Pick<Preview, 'securities' | 'transactions'>): string[] {
  const symbols = `${added.slice(0, named).join(', ')}${added.length > named ? ` and ${(added.length - named).toLocaleString('en-US')} more` : ''}`;
  return [
    ...(added.length > 0 ? [`${counted(added.length, 'new security', 'new securities')} (${symbols}), which ${added.length === 1 ? 'needs' : 'need'} an asset class`] : []),
    ...(prices.length > 0 ? [counted(prices.length, 'new price')] : []),
    ...(transactions.new + transactions.same > 0 ? [`${counted(transactions.new, 'new transaction')}, ${transactions.same.toLocaleString('en-US')} known already`] : []),
  ];
}

/** `420 → 421` with as many decimals as the numbers have, four at most. */
export const shares = (quantity: number): string => quantity.toLocaleString('en-US', { maximumFractionDigits: 4 });
