import type { ImportRow } from '../format';

/** Whose a row is. */
export type Owner = Pick<ImportRow, 'account' | 'accountName'>;

/** A number at the end, behind a name or alone: `Z12345678`, `X20-548022`, `123456789`, `XXXX1234`, `...1234`. */
const number = /^(.*?)(?:^|[\s(]|[-–]\s*|\.{2,}\s?)((?:[A-Z*]{1,6}\d[\d-]{2,}|\d[\d-]{5,}|(?<=\.\.\s?)\d{3,}))\)?$/i;

/** `Individual - TOD X12345678` as number and name; a label without a number is a name. */
export function splitAccount(label: string | null): Owner {
  const match = label === null ? null : number.exec(label);
  if (!match) return { account: null, accountName: label };
  return { account: match[2].toUpperCase(), accountName: match[1].replace(/[\s\-–.(]+$/, '') || null };
}

/** Whose a row is: by its own column of numbers, else by the number within the name. */
export function findOwner(accountNumber: string | null, label: string | null): Owner {
  return accountNumber === null ? splitAccount(label) : { account: accountNumber, accountName: label };
}
