import type { Cells } from '../custodian-file';
import { isBlankRow } from '../table/cells';

/** Whose rows they are. */
export interface Owner {
  /** Last digits, or the label where it has none. */
  readonly account: string | null;
  readonly accountName: string | null;
}

const nobody: Owner = { account: null, accountName: null };

/** `Harbor -7781`; `Cap 1(-6084) -6354` is account 6354; a label without digits is an account by itself. */
export function readLabel(label: string): Owner {
  const match = /^(.*?)\s*-\s*((?=[A-Z]*\d)[0-9A-Za-z]+)$/i.exec(label.trim());
  return match ? { account: match[2], accountName: match[1] || null } : { account: label.trim() || null, accountName: null };
}

/** The accounts below `Account,…` in the summary above the positions. */
export function findAccounts(banner: Cells): Owner[] {
  const start = banner.findIndex(([first]) => first?.trim() === 'Account');
  const below = start < 0 ? [] : banner.slice(start + 1);
  const end = below.findIndex((row) => isBlankRow(row) || /^(?:View Summary|Filters applied)/i.test(row[0].trim()));
  const labels = (end < 0 ? below : below.slice(0, end)).map(([label]) => label.trim());
  return labels.filter((label) => label !== '' && !/^totals?$/i.test(label)).map(readLabel);
}

/** The account of a positions table; nobody unless exactly one is there. */
export function findAccount(banner: Cells): Owner {
  const accounts = findAccounts(banner);
  return accounts.length === 1 ? accounts[0] : nobody;
}

/** The account of a transaction history: `For Account:,#####1847`, or `Account Activity for Harbor -7781 from Current Year`. */
export function findHistoryAccount(banner: Cells): Owner {
  for (const row of banner) {
    const line = row.map((cell) => cell.trim()).filter(Boolean).join(' ');
    const masked = /^For Account:?\s*[#Xx*-]*\s*([0-9A-Za-z-]+)$/i.exec(line);
    if (masked) return { account: masked[1].replace(/^-+/, ''), accountName: null };
    const activity = /^Account Activity for\s+(.+?)(?:\s+from\s.*)?$/i.exec(line);
    if (activity) return readLabel(activity[1]);
  }
  return nobody;
}
