import type { Account, Book, Household } from '../../../shared/book/book';
import { compareText } from '../../../shared/book/names';
import type { Settings } from '../../../shared/book/settings';
import type { TargetGroup } from '../../../shared/book/target-groups';
import { buildSnapshot, isSnapshot, type UnitState } from '../build-snapshot';
import { outcome } from '../linear';
import { noTrade, type Plan } from '../plan';
import { commonTarget } from './common-target';
import type { AccountSnapshot } from '../snapshot';

/** Weights after plans, by asset and in cash, in fractions of household value. */
export interface Holdings {
  readonly weights: Float64Array;
  readonly cash: number;
}

/** What is fixed about a household managed Together while its accounts are decided. Its snapshots share one universe. */
export interface Frame {
  readonly family: Household;
  readonly book: Book;
  /** Dollars of all accounts that count, those held away too. */
  readonly value: number;
  /** The account whose settings hold where the household as a whole is meant. */
  readonly lead: Account;
  /** Accounts that are decided, and those that only count, each under the household's model. */
  readonly traded: readonly Member[];
  readonly counted: readonly Member[];
  /** Household target by asset, as fractions of household value. */
  readonly target: Float64Array;
  readonly cashTarget: number;
  readonly cashCeiling?: number;
  readonly groups: readonly TargetGroup[];
  readonly alongside: readonly string[];
}

/** One account of a household, as it stands before any trade of the run. */
export interface Member {
  /** The account under the household's model and common settings. */
  readonly account: Account;
  readonly plain: AccountSnapshot;
  /** Account value over household value. */
  readonly share: number;
  /** Assets that this account would look at on its own. */
  readonly own: ReadonlySet<string>;
}

const apart: UnitState = { realized: new Map(), wash: new Map() };

/**
 * Frames a household: one model (its own, else the one its accounts share), one universe, one cash target. Accounts that cannot
 * be weighed are left out. Undefined when none of the accounts to trade can be.
 */
export function frameHousehold(book: Book, family: Household, given: readonly Account[], traded: ReadonlySet<string>): Frame | undefined {
  const accounts = [...given].sort((a, b) => compareText(a.id, b.id));
  const values = new Map(accounts.map((account) => [account.id, valueOf(book, account)]));
  const [lead] = accounts.filter(({ id }) => traded.has(id)).sort((a, b) => values.get(b.id)! - values.get(a.id)! || compareText(a.id, b.id));
  if (!lead) return undefined;
  const model = family.model ?? lead.model;
  const members = accounts.map((account): Account => ({ ...account, model, settings: { ...account.settings, ...commonOf(lead.settings) } }));
  const alone = members.flatMap((account) => {
    const snapshot = buildSnapshot(book, account, apart);
    return isSnapshot(snapshot) ? [{ account, snapshot }] : [];
  });
  if (!alone.some(({ account }) => traded.has(account.id))) return undefined;
  const value = alone.reduce((sum, { snapshot }) => sum + snapshot.value, 0);
  const alongside = [...new Set(alone.flatMap(({ snapshot }) => snapshot.assets.map(({ symbol }) => symbol)))].sort();
  const framed = alone.map(({ account, snapshot }): Member => {
    const plain = buildSnapshot(book, account, { ...apart, alongside });
    if (!isSnapshot(plain)) throw new Error(`Account ${account.id} was weighed before`);
    return { account, plain, share: plain.value / value, own: new Set(snapshot.assets.map(({ symbol }) => symbol)) };
  });
  return {
    family, book, value, lead, alongside, ...common(framed, lead, value),
    traded: framed.filter(({ account }) => traded.has(account.id)),
    counted: framed.filter(({ account }) => !traded.has(account.id)),
  };
}

/** Settings that mean the household as a whole: those of the lead account hold in all. */
const commonOf = ({ cashTarget, cashMaximum, band, riskPrice, cashDrag }: Settings): Partial<Settings> => ({ cashTarget, cashMaximum, band, riskPrice, cashDrag });

function valueOf({ securities }: Book, { lots, cash, flows }: Account): number {
  const due = flows.reduce((sum, { standing, type, amount }) => sum + (standing === 'due' && type !== 'Deposit' ? amount : 0), 0);
  return lots.reduce((sum, { symbol, quantity }) => sum + quantity * (securities.get(symbol)?.price ?? 0), cash) - due;
}

/** Target and cash of the whole. Reserves and cash minimums of all accounts add up, and the other targets make room for them. */
function common(members: readonly Member[], lead: Account, value: number): Pick<Frame, 'target' | 'cashTarget' | 'cashCeiling' | 'groups'> {
  const sum = (part: (member: Member) => number): number => members.reduce((total, member) => total + part(member), 0);
  const reserved = sum(({ plain }) => plain.cash.reserve) / value;
  const { weights, groups } = commonTarget(members.map(({ plain, share }) => ({ target: plain.target, share })));
  const wanted = weights.find(({ symbol }) => symbol === 'CASH')?.target ?? 0;
  const cashTarget = Math.min(1, Math.max(wanted * (1 - reserved) + reserved, sum(({ plain }) => plain.settings.cashMinimum) / value));
  const scale = wanted < 1 ? (1 - cashTarget) / (1 - wanted) : 0;
  const bySymbol = new Map(weights.map(({ symbol, target }) => [symbol, target]));
  const { cashMaximum } = lead.settings;
  const floors = sum(({ plain, share }) => plain.cash.floor * share);
  return {
    target: Float64Array.from(members[0].plain.assets, ({ symbol }, i) =>
      (bySymbol.get(symbol) ?? 0) * scale + sum(({ plain, share }) => share * standingIn(plain, i, bySymbol.get(symbol) ?? 0, wanted))),
    cashTarget,
    cashCeiling: cashMaximum === undefined ? undefined : Math.max(cashMaximum * (1 - reserved) + reserved, cashTarget, floors),
    groups: groups.map((group) => ({ ...group, min: group.min === undefined ? undefined : group.min * (1 - reserved) })),
  };
}

/** Target that an approved substitute held one-for-one takes over from its original in an account, fraction of the account. */
function standingIn({ assets, cash }: AccountSnapshot, i: number, target: number, wanted: number): number {
  return assets[i].target - (wanted < 1 ? (target * (1 - cash.target)) / (1 - wanted) : 0);
}

/**
 * The frame with bands narrower by two of the dearest shares, by a quarter of their width at most. Accounts are rounded one by one while the
 * others' plans are fixed: what rounding leaves of a band that others rely on an account to mend must still lie inside.
 */
export function withRoomToRound(frame: Frame): Frame {
  const shares = frame.traded[0].plain.assets.map(({ price, step }) => price * step);
  const margin = (2 * Math.max(0, ...shares)) / frame.value;
  return {
    ...frame,
    groups: frame.groups.map((group) => {
      const { min, max, target } = group;
      const room = Math.min(margin, ((max ?? 1) - (min ?? 0)) / 4);
      // The target stays inside, or every account would be asked to leave it.
      return {
        ...group,
        min: min === undefined ? undefined : Math.max(min, Math.min(min + room, target)),
        max: max === undefined ? undefined : Math.min(max, Math.max(max - room, target)),
      };
    }),
  };
}

/** What a member holds after a plan, in fractions of household value; without a plan, today. */
export function holdingsOf({ plain, share }: Member, plan: Plan = noTrade(plain.lots.length, plain.assets.length)): Holdings {
  const after = outcome(plain, plan);
  return { weights: after.weights.map((weight) => share * weight), cash: share * after.cash };
}

/** Several holdings together. */
export function addUp(parts: readonly Holdings[], size: number): Holdings {
  const weights = new Float64Array(size);
  for (const part of parts) part.weights.forEach((weight, i) => { weights[i] += weight; });
  return { weights, cash: parts.reduce((sum, { cash }) => sum + cash, 0) };
}
