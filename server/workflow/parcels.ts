import type { Account } from '../../shared/book/book';
import { decisionUnits } from '../../shared/book/units';
import type { Tables } from '../../shared/contract';
import type { Confined } from './confine';
import { bookSlicer, type Unit } from './unit';

/** Accounts handed to a worker at once: the securities travel with them, so few large parcels beat many small ones. */
const parcelSize = 16;

/** Units packed into parcels; accounts that must be decided together stay together. */
export function parcelsOf({ book, suspended }: Confined, scope: readonly Account[], tables: Tables, runId: string): Unit[] {
  const slice = bookSlicer(book);
  const wanted = new Set(scope.map(({ id }) => id));
  const groups = Object.fromEntries((tables.groups ?? []).map((group) => [group.group.toLowerCase(), group]));
  const size = Math.min(parcelSize, Math.max(1, Math.floor(scope.length / 8)));
  const parcels: { accounts: Account[]; decide: string[] }[] = [];
  for (const unit of decisionUnits(book)) {
    const decide = unit.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
    if (decide.length === 0) continue;
    const last = parcels.at(-1);
    if (last && last.decide.length + decide.length <= size) {
      last.accounts.push(...unit);
      last.decide.push(...decide);
    } else parcels.push({ accounts: [...unit], decide: [...decide] });
  }
  return parcels.map(({ accounts, decide }) => ({
    book: slice(accounts), decide, groups, runId,
    suspended: Object.fromEntries(decide.flatMap((id) => { const reason = suspended.get(id); return reason ? [[id, reason]] : []; })),
  }));
}
