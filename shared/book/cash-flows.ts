import { toCents, type IsoDate } from '../units';
import type { Account, CashFlow } from './book';
import { standingsOn } from './flow-standing';
import { compareText, nameFinder, nameKey } from './names';
import type { Row } from './rows';

type Flow = Row<'cashFlows'>;

/** What must be known of an account to place its flows; `value` in dollars, cash included. */
export type Funded = Pick<Account, 'id' | 'household' | 'status' | 'taxType' | 'cash'> & { readonly value: number };

/**
 * The flows of every account that has some, by account ID, standing as {@link standingsOn} says. A row that names a household
 * is met by its Active account with the most cash (for an RMD: the tax-deferred one), and a percentage of it is one of
 * all its Active accounts.
 */
export function cashFlowsByAccount(rows: readonly Flow[], accounts: readonly Funded[], asOf: IsoDate): Map<string, CashFlow[]> {
  const standings = standingsOn(asOf);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const findAccount = nameFinder(byId.keys());
  const households = activeByHousehold(accounts);
  const flows = new Map<string, CashFlow[]>();
  for (const row of rows) {
    const named = byId.get(findAccount(row.accountId) ?? '');
    const members = named ? [named] : (households.get(nameKey(row.accountId ?? '')) ?? []);
    const payer = named ?? householdPayer(members, row);
    const amount = amountOf(
      row,
      members.reduce((sum, { value }) => sum + value, 0),
    );
    if (!payer || amount <= 0) continue;
    const found = standings(row).map(({ date, standing }) => ({ type: row.type, amount, date, standing, source: sourceOf(row) }));
    const list = flows.get(payer.id);
    if (list) list.push(...found);
    else flows.set(payer.id, found);
  }
  for (const list of flows.values()) list.sort(compareFlows);
  return flows;
}

/** Dollars of one payment; when both are filled, the amount counts (and a check has warned). */
function amountOf({ amount, percentOfAccount }: Flow, value: number): number {
  const dollars = amount ?? (percentOfAccount ?? 0) * value;
  return Number.isFinite(dollars) && dollars > 0 ? toCents(dollars) : 0;
}

function activeByHousehold(accounts: readonly Funded[]): Map<string, Funded[]> {
  const households = new Map<string, Funded[]>();
  for (const account of [...accounts].sort((a, b) => compareText(a.id, b.id))) {
    if (account.status !== 'Active') continue;
    const list = households.get(nameKey(account.household));
    if (list) list.push(account);
    else households.set(nameKey(account.household), [account]);
  }
  return households;
}

function householdPayer(members: readonly Funded[], { type }: Flow): Funded | undefined {
  const deferred = members.filter(({ taxType }) => taxType === 'Tax-deferred');
  const able = type === 'RMD' && deferred.length > 0 ? deferred : members;
  return able.reduce<Funded | undefined>((best, one) => (best === undefined || one.cash > best.cash ? one : best), undefined);
}

function sourceOf({ row, accountId }: Flow): string {
  return `Cash flows${row === undefined ? '' : ` row ${row}`} (${accountId.trim()})`;
}

function compareFlows(a: CashFlow, b: CashFlow): number {
  return compareText(a.date ?? '', b.date ?? '') || compareText(a.type, b.type) || a.amount - b.amount || compareText(a.source, b.source);
}
