import { isMissing } from '../table/values';

/** Whose rows these are, as Schwab spells it. */
export interface Owner {
  /** Usually the last three or four digits. */
  readonly account: string | null;
  readonly accountName: string | null;
}

export const nobody: Owner = { account: null, accountName: null };

/** `Joint Tenant ...432`, `Intelligent XXXX-4321`, `XXX321`: a name, a mask, the last characters of the number. */
const masked = /^(.*?)\s*(?:\.{2,}|…|(?<![A-Za-z])[Xx*]{2,}-?)\s*(?:[Xx*]*-?([A-Za-z]*\d[A-Za-z0-9]*)|([Xx]{2,}))$/;
/** A number in full: `Brokerage 1234-5678`. */
const whole = /^(.*?)\s*(?<!\d)(\d{4}-?\d{4})$/;

/** Name and number of an account label; undefined when it has no number. */
export function readOwner(label: string): Owner | undefined {
  const match = masked.exec(label.trim()) ?? whole.exec(label.trim());
  if (!match) return undefined;
  const name = match[1].replace(/\s*\bending in$/i, '').trim();
  return { account: match[2] ?? match[3], accountName: name || null };
}

/** The same; a label without a number is itself what tells the account from others. */
export function nameOwner(label: string): Owner {
  return readOwner(label) ?? { account: isMissing(label) ? null : label.trim(), accountName: null };
}

/** True for what Schwab writes in place of an account when an export covers several. */
export const isEverybody = (label: string): boolean => /^(all[\s_-]*accounts|custaccs)$/i.test(label.trim());

/** `Individual_XXX178_Transactions_20250309-115444.csv`: since 2024 some exports name their account nowhere else. */
export function ownerInFileName(name: string | undefined): Owner {
  const match = /(?:^|[^A-Za-z])X{3,}-?(\d{3,4})_(?:Transactions?|GainLoss|Positions|Lot)/i.exec(name ?? '');
  return match ? { account: match[1], accountName: null } : nobody;
}
