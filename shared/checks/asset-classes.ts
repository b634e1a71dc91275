import { parseLocation } from '../book/asset-classes';
import { nameKey } from '../book/names';
import { nearest } from '../contract/nearest';
import { where, type Context, type Family, type Finding } from './check';

/** S08–S10: the classification tree and where classes belong. */
export const assetClassChecks = {
  S08: { severity: 'warn', catches: 'parent of an asset class unknown, or a loop of parents', run: brokenTree },
  S09: {
    severity: 'warn',
    catches: 'preferred location that is no list of tax types',
    *run(context) {
      for (const { assetClass, preferredLocation, row } of context.tables.assetClasses ?? []) {
        if (parseLocation(preferredLocation) !== undefined) continue;
        yield {
          table: 'assetClasses', row, column: 'preferredLocation', rowKey: assetClass, found: preferredLocation, subject: assetClass,
          message: `Preferred location "${preferredLocation}" of ${assetClass} at ${where(context, 'assetClasses', row, 'preferredLocation')} is not understood, so the class has none.`,
          fix: 'Type Any, Taxable, Tax-deferred, Tax-free, or several in order, Tax-deferred>Tax-free.',
        };
      }
    },
  },
  S10: {
    severity: 'warn',
    catches: 'risk proxy of an asset class not in Securities',
    *run(context) {
      const symbols = context.tables.securities.map(({ symbol }) => symbol);
      for (const { assetClass, riskProxy, row } of context.tables.assetClasses ?? []) {
        if (riskProxy === undefined || context.index.security(riskProxy) || isExposed(context, riskProxy)) continue;
        const suggested = nearest(riskProxy, symbols);
        yield {
          table: 'assetClasses', row, column: 'riskProxy', rowKey: assetClass, found: riskProxy, suggested, subject: assetClass,
          message: `Risk proxy "${riskProxy}" of ${assetClass} at ${where(context, 'assetClasses', row, 'riskProxy')} is not in Securities.`,
          fix: suggested === undefined ? 'Name a symbol of Securities or Exposures.' : `Maybe it is "${suggested}".`,
        };
      }
    },
  },
} satisfies Family;

/** A proxy need not be listed when its exposures are. */
const isExposed = ({ tables }: Context, symbol: string): boolean =>
  (tables.exposures ?? []).some((row) => nameKey(row.symbol) === nameKey(symbol));

function* brokenTree(context: Context): Iterable<Finding> {
  const rows = context.tables.assetClasses ?? [];
  const parents = new Map(rows.map(({ assetClass, parent }) => [nameKey(assetClass), nameKey(parent ?? '')]));
  for (const { assetClass, parent, row } of rows) {
    if (parent === undefined) continue;
    const isKnown = parents.has(nameKey(parent));
    if (isKnown && !isLoop(parents, nameKey(assetClass))) continue;
    const place = where(context, 'assetClasses', row, 'parent');
    const suggested = isKnown ? undefined : nearest(parent, rows.map((each) => each.assetClass));
    yield {
      table: 'assetClasses', row, column: 'parent', rowKey: assetClass, found: parent, suggested, subject: assetClass,
      message: isKnown ? `Asset class ${assetClass} is above itself through its parent "${parent}" at ${place}.` : `Parent "${parent}" of ${assetClass} at ${place} is not in Asset classes.`,
      fix: suggested !== undefined ? `Maybe it is "${suggested}".` : isKnown ? 'Clear one of the parents.' : 'Add a row for it, or clear the cell.',
    };
  }
}

/** Whether climbing from a class leads back to it. */
function isLoop(parents: ReadonlyMap<string, string>, start: string): boolean {
  const seen = new Set<string>();
  let at = parents.get(start) ?? '';
  for (; parents.has(at) && !seen.has(at); at = parents.get(at)!) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}
