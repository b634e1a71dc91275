import { nameKey } from '../book/names';
import { parseTaxTypes } from '../book/tax-types';
import type { TableRow } from '../contract';
import { where, type Context, type Family, type Finding } from './check';
import { productMenu } from './product-menu';

type Pair = TableRow<'substitutes'>;

const rowKey = (pair: Pair): string => `${pair.for} › ${pair.substitute}`;
const isExpired = ({ until }: Pair, { asOf }: Context): boolean => until !== undefined && until < asOf;

/** Pairs that count today or will, in the order of rows. */
const livePairs = (context: Context): readonly Pair[] => (context.tables.substitutes ?? []).filter((pair) => !isExpired(pair, context));

/** U01–U03: approved pairs that lead in a circle, save no tax, or mean nothing. */
export const substituteChecks = {
  U01: { severity: 'warn', catches: 'substitutes that are held for one another in a circle', run: circles },
  U02: {
    severity: 'warn',
    catches: 'substitute to buy when harvesting in the same wash-sale class as its original',
    *run(context) {
      for (const pair of livePairs(context)) {
        const shared = washClass(context, pair.for);
        if (pair.use === 'Hold instead' || nameKey(pair.for) === nameKey(pair.substitute) || shared !== washClass(context, pair.substitute)) continue;
        yield {
          table: 'substitutes', row: pair.row, column: 'substitute', rowKey: rowKey(pair), found: pair.substitute, subject: rowKey(pair),
          message: `${pair.substitute} at ${where(context, 'substitutes', pair.row, 'substitute')} has the wash-sale class of ${pair.for}: bought after a loss in ${pair.for} it would be a wash sale.`,
          fix: 'Choose another substitute, or set Use to Hold instead.',
        };
      }
    },
  },
  U03: { severity: 'warn', catches: 'substitute row that has no effect: unknown or repeated symbol, unknown tax type', run: withoutEffect },
} satisfies Family;

const washClass = ({ index }: Context, symbol: string): string => nameKey(index.security(symbol)?.washSaleClass ?? symbol);

/** One finding per circle, at its first row. */
function* circles(context: Context): Iterable<Finding> {
  const held = livePairs(context).filter((pair) => pair.use !== 'Buy when harvesting' && nameKey(pair.for) !== nameKey(pair.substitute));
  const next = new Map<string, string[]>();
  for (const pair of held) next.set(nameKey(pair.for), [...(next.get(nameKey(pair.for)) ?? []), nameKey(pair.substitute)]);
  const reported = new Set<string>();
  for (const pair of held) {
    const path = pathBetween(next, nameKey(pair.substitute), nameKey(pair.for));
    if (!path || path.some((symbol) => reported.has(symbol))) continue;
    for (const symbol of path) reported.add(symbol);
    yield {
      table: 'substitutes', row: pair.row, column: 'substitute', rowKey: rowKey(pair), found: pair.substitute, subject: [...path].sort().join(' '),
      message: `${[pair.for, ...path.map((symbol) => context.index.security(symbol)?.symbol ?? symbol)].join(' → ')}: substitutes lead in a circle at ${where(context, 'substitutes', pair.row, 'substitute')}.`,
      fix: 'Set Use to Buy when harvesting where a pair should only serve harvests.',
    };
  }
}

/** The shortest way along the pairs, both ends included; undefined when there is none. */
function pathBetween(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]]);
  // A map grows while it is walked: every symbol that one already reached leads to.
  for (const symbol of before.keys()) {
    if (symbol === to) break;
    for (const other of next.get(symbol) ?? []) if (!before.has(other)) before.set(other, symbol);
  }
  if (!before.has(to)) return undefined;
  const path: string[] = [];
  for (let symbol: string | undefined = to; symbol !== undefined; symbol = before.get(symbol)) path.unshift(symbol);
  return path;
}

function* withoutEffect(context: Context): Iterable<Finding> {
  for (const pair of livePairs(context)) {
    const problem = problemOf(pair, context);
    if (!problem) continue;
    const { column, found, says, fix } = problem;
    yield {
      table: 'substitutes', row: pair.row, column, rowKey: rowKey(pair), found, subject: `${column} ${found}`,
      message: `${says} at ${where(context, 'substitutes', pair.row, column)}, so the row has no effect.`, fix,
    };
  }
}

function problemOf(pair: Pair, context: Context): { column: string; found: string; says: string; fix: string } | undefined {
  for (const column of ['for', 'substitute'] as const) {
    const found = pair[column];
    const isHeldByProduct = column === 'for' && productMenu(context).named(found)?.some((product) => context.index.security(product.implements));
    if (!context.index.security(found) && !isHeldByProduct) return { column, found, says: `Symbol "${found}" is not in Securities`, fix: 'Maybe it is spelled differently in Securities.' };
  }
  if (nameKey(pair.for) === nameKey(pair.substitute)) return { column: 'substitute', found: pair.substitute, says: `${pair.for} is its own substitute`, fix: 'Name another security.' };
  const { taxTypes, unknown } = parseTaxTypes(pair.taxTypes);
  if (taxTypes.length > 0) return undefined;
  return { column: 'taxTypes', found: unknown.join(', '), says: `Tax types "${unknown.join(', ')}" names no tax type`, fix: 'Maybe Taxable, Tax-deferred, Tax-free or Exempt is meant.' };
}
