import { where, type Context, type Finding } from './check';

const stripped = (id: string): string | undefined => (/^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : undefined);

const twinsByContext = new WeakMap<Context, ReadonlyMap<string, string>>();

/** The account that an unknown account number means once zeros are put before it, or taken away; undefined when there is none. */
export function zeroTwin(context: Context, accountId: string): string | undefined {
  const { index } = context;
  const digits = stripped(accountId);
  return digits === undefined || index.account(accountId) ? undefined : byDigits(context).get(digits);
}

function byDigits(context: Context): ReadonlyMap<string, string> {
  const known = twinsByContext.get(context);
  if (known) return known;
  const twins = new Map<string, string>();
  for (const id of context.index.accountIds) {
    const digits = stripped(id);
    if (digits !== undefined && !twins.has(digits)) twins.set(digits, id);
  }
  twinsByContext.set(context, twins);
  return twins;
}

/** H09: a numeric account number that is not in Accounts, but is but for its leading zeros. */
export function* leadingZeros(context: Context): Iterable<Finding> {
  for (const table of ['holdings', 'transactions', 'cashFlows'] as const) {
    for (const { accountId, row } of context.tables[table] ?? []) {
      const twin = zeroTwin(context, accountId);
      if (twin === undefined) continue;
      const place = where(context, table, row, 'accountId');
      const isShort = twin.length > accountId.length;
      yield {
        table, row, column: 'accountId', rowKey: accountId, found: accountId, accounts: [accountId, twin],
        ...(isShort ? { suggested: twin } : {}),
        message: isShort
          ? `Account number ${accountId} at ${place} lost its leading zeros; Accounts has ${twin}.`
          : `Account number ${twin} in Accounts lost its leading zeros; ${place} has ${accountId}.`,
        fix: `Maybe both are account ${isShort ? twin : accountId}.`,
      };
    }
  }
}
