import type { TradeRequest } from '../../../shared/book/book';
import { groupBy } from '../../../shared/contract/book-index';
import { requestedShares, type RequestedShares } from '../requested-shares';
import type { AccountSnapshot } from '../snapshot';
import { asDollars, asPercent, softPrice, type Policy, type Row } from './row';

/** What is asked of one security. */
interface Asked extends RequestedShares {
  readonly request: TradeRequest;
}

/**
 * Manual trades. *Must* is a client's rule that is broken until it is done: the account trades whatever its score, by as many
 * shares as are asked and as far as firmer rules allow. *Prefer* is a price on leaving it undone. Requests for one security
 * add up.
 */
export const manualTrade: Policy = (snapshot) => {
  const asked = (snapshot.account.requests ?? []).flatMap((request) => requestedShares(request, snapshot).map((each): Asked => ({ ...each, request })));
  const groups = groupBy(asked, ({ asset, request }) => `${request.mode} ${asset}`);
  return [...groups.values()].flatMap((group) => rowsOf(group, snapshot));
};

function rowsOf(group: readonly Asked[], snapshot: AccountSnapshot): Row[] {
  const [{ asset: i, request: { mode } }] = group;
  const { weight, price, shares: held } = snapshot.assets[i];
  const firm = mode === 'Must';
  const shares = group.reduce((sum, each) => sum + each.shares, 0);
  const row = {
    name: group.map(nameOf).join(' and '), source: [...new Set(group.map(({ request }) => request.source))].join(', '), code: 'manual-trade',
    ...(firm ? { tier: 'hard' as const } : { tier: 'soft' as const, price: softPrice }),
  };
  const after = -shares >= held ? 0 : weight + (shares * price) / snapshot.value;
  const bounds = { ...(shares > 0 || firm ? { min: after } : {}), ...(shares < 0 || firm ? { max: after } : {}) };
  return [
    { ...row, expression: { weights: [[i, 1]] }, ...bounds },
    ...group.flatMap(({ lots }) => lots).map(({ lot, shares: sold }): Row => ({
      ...row, name: `${row.name} (lot ${snapshot.lots[lot].lot.id})`, expression: { sells: [[lot, 1]] },
      min: sold === snapshot.lots[lot].lot.quantity ? snapshot.lots[lot].weight : (sold * price) / snapshot.value,
    })),
  ];
}

/** `sell 50 AAPL: Client request 19 Nov`. */
function nameOf({ request: { action, symbol, into, size, mode, reason } }: Asked): string {
  const verb = action === 'Buy' ? 'buy' : action === 'Swap' ? 'swap' : 'sell';
  const what = !size ? `${verb} all ${symbol}` : {
    shares: () => `${verb} ${size.amount} ${symbol}`,
    dollars: () => `${verb} ${asDollars(size.amount)} of ${symbol}`,
    weight: () => `${verb} ${symbol} to ${asPercent(size.amount)}`,
  }[size.unit]();
  return `${mode === 'Prefer' ? 'preferably ' : ''}${what}${into === undefined ? '' : ` into ${into}`}: ${reason}`;
}
