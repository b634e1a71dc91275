import { where, type Context, type Finding, type Way } from './check';

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

const tables = ['holdings', 'transactions', 'cashFlows'] as const;

/** H09: a numeric account number that is not in Accounts, but is but for its leading zeros; or one shorter than all others of its kind. */
export function* leadingZeros(context: Context): Iterable<Finding> {
  for (const table of tables) {
    for (const { accountId, row } of context.tables[table] ?? []) {
      const twin = zeroTwin(context, accountId);
      if (twin === undefined) continue;
      const place = where(context, table, row, 'accountId');
      const isShort = twin.length > accountId.length;
      yield {
        table, row, column: 'accountId', rowKey: accountId, found: accountId, accounts: [accountId, twin],
        ...(isShort ? { suggested: twin } : { ways: [restored(context, twin, accountId)] }),
        message: isShort
          ? `Account number ${accountId} at ${place} lost its leading zeros; Accounts has ${twin}.`
          : `Account number ${twin} in Accounts lost its leading zeros; ${place} has ${accountId}.`,
        fix: `Maybe both are account ${isShort ? twin : accountId}.`,
      };
    }
  }
  yield* shorterThanSiblings(context);
}

/** Fewer account numbers than this show no common length (D). */
const enoughSiblings = 3;

/** Custodians number their accounts in one length; where most numbers have it, and zeros begin some of them, a shorter one has lost its own. */
function* shorterThanSiblings(context: Context): Iterable<Finding> {
  const numbers = context.tables.accounts.filter(({ accountId }) => /^\d+$/.test(accountId));
  const length = Math.max(0, ...numbers.map(({ accountId }) => accountId.length));
  const siblings = numbers.filter(({ accountId }) => accountId.length === length);
  if (siblings.length < enoughSiblings || siblings.length * 2 <= numbers.length || !siblings.some(({ accountId }) => accountId.startsWith('0'))) return;
  for (const { accountId, row } of numbers) {
    const whole = accountId.padStart(length, '0');
    if (accountId.length === length || context.index.account(whole)) continue;
    yield {
      table: 'accounts', row, column: 'accountId', rowKey: accountId, found: accountId, accounts: [accountId],
      ways: [restored(context, accountId, whole)],
      message: `Account number ${accountId} at ${where(context, 'accounts', row, 'accountId')} has ${accountId.length} digits; the other numbers have ${length}, and some of those begin with zeros.`,
      fix: `Maybe it is ${whole}.`,
    };
  }
}

/** Writes the whole number wherever the short one stands. */
function restored(context: Context, short: string, whole: string): Way {
  const cells = (['accounts', ...tables] as const).flatMap((table) =>
    (context.tables[table] ?? []).flatMap(({ accountId, row }) => (accountId === short && row !== undefined ? [{ table, row, column: 'accountId', value: whole }] : [])));
  return { name: '', says: `Restore the zeros of account ${whole}.`, cells };
}
