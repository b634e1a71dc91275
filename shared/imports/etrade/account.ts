import type { Cells } from '../custodian-file';
import { isBlankRow } from '../table/cells';

/** `"Harbor -7781"` below `Account,…` in the banner; null unless exactly one account is there. */
export function findAccount(banner: Cells): { account: string | null; accountName: string | null } {
  const start = banner.findIndex(([first]) => first?.trim() === 'Account');
  const below = start < 0 ? [] : banner.slice(start + 1);
  const end = below.findIndex(isBlankRow);
  const labels = (end < 0 ? below : below.slice(0, end)).map(([label]) => label.trim());
  if (labels.length !== 1) return { account: null, accountName: null };
  const match = /^(.*?)\s*-\s*([0-9A-Za-z]+)$/.exec(labels[0]);
  return match ? { account: match[2], accountName: match[1] || null } : { account: labels[0], accountName: null };
}
