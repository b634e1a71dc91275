import { CommandError } from './command-error';

/** What the user says about accounts, `FILE_ACCOUNT=ACCOUNT_ID`; a book that has accounts must know them. */
export function namedAccounts(pairs: readonly string[], accountIds: readonly string[]): Record<string, string> {
  const known = new Set(accountIds);
  return Object.fromEntries(pairs.map((pair) => {
    const at = pair.lastIndexOf('=');
    const [fileAccount, accountId] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
    if (at < 0 || accountId === '') throw new CommandError(`--account takes FILE_ACCOUNT=ACCOUNT_ID, not "${pair}".`);
    if (known.size > 0 && !known.has(accountId)) throw new CommandError(`--account names "${accountId}", which is not in Accounts.`);
    return [fileAccount, accountId];
  }));
}
