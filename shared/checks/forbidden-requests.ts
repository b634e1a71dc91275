import { nameKey } from '../book/names';
import { isInForce } from '../book/overrides';
import { where, type Context, type Finding } from './check';

/** N02: requests that a hard restriction or an override in force forbids. */
export function* forbiddenRequests(context: Context): Iterable<Finding> {
  for (const { accountId, action, symbol, into = symbol, row } of context.tables.manualTrades ?? []) {
    const found = [...(action === 'Buy' ? [] : [by(context, accountId, symbol, 'sell')]), ...(action === 'Buy' || action === 'Swap' ? [by(context, accountId, into, 'buy')] : [])].find((rule) => rule !== undefined);
    if (found === undefined) continue;
    const key = `${accountId} › ${action} › ${symbol}`;
    yield {
      table: 'manualTrades', row, column: 'action', rowKey: key, found: action, subject: `${key} ${row}`,
      message: `${action} of ${symbol} in account ${accountId} at ${where(context, 'manualTrades', row, 'action')} is against ${found}.`,
      fix: 'The trade is left out, and a Must goes to review. Maybe end the rule first.',
    };
  }
}

const buysForbidden: ReadonlySet<string> = new Set(['Never buy', 'Never own', 'No buys', 'Hold security']);
const sellsForbidden: ReadonlySet<string> = new Set(['Never sell', 'No sells', 'Buy only', 'Hold security']);

/** The first restriction or override that forbids a side of a security in an account, in words. */
function by({ tables, index, asOf }: Context, accountId: string, symbol: string, side: 'buy' | 'sell'): string | undefined {
  const id = index.account(accountId)?.accountId;
  const barred = side === 'buy' ? buysForbidden : sellsForbidden;
  const security = index.security(symbol);
  const binds = ({ scope, scopeId }: { scope: string; scopeId?: string }): boolean => id !== undefined && (index.inScope(scope, scopeId) ?? []).includes(id);
  const names = { Symbol: security?.symbol, 'Asset class': security?.assetClass, Sector: security?.sector, Issuer: security?.issuer } as Readonly<Record<string, string | undefined>>;
  const restriction = (tables.restrictions ?? []).find((rule) => barred.has(rule.rule) && rule.severity !== 'Soft' && isInForce(rule, asOf) && binds(rule) && nameKey(names[rule.on] ?? '') === nameKey(rule.value));
  if (restriction) return `${restriction.rule} ${restriction.value} (Restrictions${restriction.row === undefined ? '' : ` row ${restriction.row}`})`;
  const override = (tables.overrides ?? []).find((each) => barred.has(each.override) && isInForce(each, asOf) && binds(each) && (each.symbol === undefined || nameKey(each.symbol) === nameKey(symbol)));
  return override && `${override.override} (Overrides${override.row === undefined ? '' : ` row ${override.row}`})`;
}
