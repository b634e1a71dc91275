import type { Account } from './book';
import type { AccountInputs } from './accounts';
import { actionOrders } from './action-orders';
import { manualTradesByAccount } from './manual-trades';
import { overrideFinder } from './overrides';
import { symbolFinder } from './securities';

type StandingOrders = Pick<Account, 'overrides' | 'requests'>;

/**
 * Returns what stands over an account today besides its policy: overrides in force, what corporate actions forbid, and the
 * trades asked for. A sale ahead of a corporate action is only asked for where there is something to sell.
 */
export function standingOrdersFinder(
  { tables, asOf, securities, findAccount }: Pick<AccountInputs, 'tables' | 'asOf' | 'securities' | 'findAccount'>,
): (account: Pick<Account, 'id' | 'group' | 'household'>, lots: Account['lots']) => StandingOrders {
  const findSymbol = symbolFinder(securities);
  const overridesOf = overrideFinder(tables.overrides ?? [], asOf, findSymbol);
  const requests = manualTradesByAccount(tables.manualTrades ?? [], findAccount, findSymbol);
  const actions = actionOrders(tables, asOf, findSymbol);
  return (account, lots) => {
    const overrides = [...overridesOf(account), ...actions.overrides];
    const asked = [...(requests.get(account.id) ?? []), ...actions.requests.filter(({ symbol }) => lots.some((lot) => lot.symbol === symbol))];
    return { ...(overrides.length > 0 ? { overrides } : {}), ...(asked.length > 0 ? { requests: asked } : {}) };
  };
}
