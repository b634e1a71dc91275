import { sellAheadDays, sellsBefore } from '../book/action-orders';
import { isUnseen, liveActions, type CorporateAction } from '../book/corporate-actions';
import { basisOf, lotAdjustments, unusableTerms } from '../book/lot-adjustments';
import { definitionOf } from '../contract';
import { termOf } from '../tax/holding-period';
import { toCents } from '../units';
import { money, where, type Context, type Family, type Finding } from './check';

const rowKey = ({ symbol, type, effective }: CorporateAction): string => `${symbol} › ${type} › ${effective}`;
const headerOf = (column: string): string => definitionOf('corporateActions').columns[column].header;

/** Active accounts with a lot of the security, and those whose lots do not show the action yet. */
function holdersOf(context: Context, action: CorporateAction, isMeant: (lot: Context['tables']['holdings'][number]) => boolean = () => true): string[] {
  const { tables, index } = context;
  const key = action.symbol.trim().toLowerCase();
  const found = tables.holdings.filter((lot) => lot.symbol.trim().toLowerCase() === key && isMeant(lot));
  return [...new Set(found.flatMap(({ accountId }) => index.account(accountId)?.accountId ?? []))];
}

/** E01–E05: what issuers do to shares, and what the holdings do not show yet. */
export const corporateActionChecks = {
  E01: { severity: 'skip', doubts: 'quantity', catches: 'corporate action in effect that the holdings do not show yet', run: unseen },
  E02: {
    severity: 'warn',
    catches: 'term of a corporate action missing or not above zero, or a type whose lots cannot be adjusted',
    *run(context) {
      for (const action of liveActions(context.tables)) {
        const [column] = unusableTerms(action);
        const isByHand = action.treatment === 'Adjust lots' && !lotAdjustments[action.type];
        if (column === undefined && !isByHand) continue;
        const at = column ?? 'treatment';
        yield {
          table: 'corporateActions', row: action.row, column: at, rowKey: rowKey(action), found: action[at], subject: `${rowKey(action)} ${at}`,
          message: column === undefined
            ? `Lots cannot be adjusted for a ${action.type} of ${action.symbol} at ${where(context, 'corporateActions', action.row, at)}.`
            : `${headerOf(column)} of the ${action.type} of ${action.symbol} is ${action[column] ?? 'blank'} at ${where(context, 'corporateActions', action.row, column)}.`,
          fix: column === undefined ? 'Choose another treatment; once the holdings show it, set it to Ignore.' : `Type ${headerOf(column)}, above zero${column === 'basisToNew' ? ' and at most 100 %' : ''}.`,
        };
      }
    },
  },
  E03: {
    severity: 'warn',
    catches: 'symbol of a corporate action not in Securities',
    *run(context) {
      for (const action of liveActions(context.tables)) {
        for (const column of ['symbol', 'newSymbol'] as const) {
          const symbol = action[column];
          // An old symbol may leave Securities once nobody holds it; a new one is needed when lots become it.
          const isMissed = symbol !== undefined && !context.index.security(symbol) && (column === 'newSymbol' ? action.treatment === 'Adjust lots' : action.effective > context.asOf);
          if (!isMissed) continue;
          yield {
            table: 'corporateActions', row: action.row, column, rowKey: rowKey(action), found: symbol, subject: `${rowKey(action)} ${column}`,
            message: `${headerOf(column)} ${symbol} of a ${action.type} is not in Securities at ${where(context, 'corporateActions', action.row, column)}.`,
            fix: column === 'newSymbol' ? 'Add it with its price, so that lots can become it.' : 'Maybe it is spelled differently in Securities.',
          };
        }
      }
    },
  },
  E04: {
    severity: 'info',
    catches: 'corporate action to come in a security that is held',
    *run(context) {
      for (const action of liveActions(context.tables)) {
        const accounts = action.effective > context.asOf ? holdersOf(context, action) : [];
        if (accounts.length === 0) continue;
        yield {
          table: 'corporateActions', row: action.row, column: 'effective', rowKey: rowKey(action), found: action.effective, subject: rowKey(action), accounts,
          message: `${action.type} of ${action.symbol} takes effect on ${action.effective} (${where(context, 'corporateActions', action.row, 'effective')}); it is held in ${accounts.length === 1 ? `account ${accounts[0]}` : `${accounts.length} accounts`}.`,
          fix: comingWords(action, context.asOf),
        };
      }
    },
  },
  E05: { severity: 'info', catches: 'lots restated by a corporate action, and the gain realized where they became cash', run: applied },
} satisfies Family;

/** What is done about an action to come. */
function comingWords(action: CorporateAction, asOf: string): string {
  if (action.treatment === 'Sell before') return sellsBefore(action, asOf) ? 'It is sold by this run, whatever the score.' : `It is sold in the ${sellAheadDays} business days before.`;
  if (action.treatment === 'Adjust lots') return 'From that day lots are restated until the holdings show it.';
  return 'From that day these accounts wait until their holdings show it.';
}

/** Every account waits whose holdings cannot be trusted; where lots were to be adjusted, the reason why they were not is another check's or the blank As of. */
function* unseen(context: Context): Iterable<Finding> {
  for (const action of liveActions(context.tables)) {
    const { symbol, type, effective, treatment, row } = action;
    const accounts = holdersOf(context, action, (lot) => isUnseen(action, lot, context.asOf));
    if (accounts.length === 0) continue;
    yield {
      table: 'corporateActions', row, column: 'effective', rowKey: rowKey(action), found: effective, accounts, subject: rowKey(action),
      message: `${type} of ${symbol} took effect on ${effective} (${where(context, 'corporateActions', row, 'effective')}), and ${accounts.length === 1 ? `the holdings of account ${accounts[0]} do` : `the holdings of ${accounts.length} accounts do`} not show it yet.`,
      fix: treatment === 'Adjust lots'
        ? 'Fill in its terms, list the new symbol in Securities, and fill in As of in Holdings, so that no lot is restated twice.'
        : 'Import newer holdings and fill in their As of, set Treatment to Adjust lots, or to Ignore once the holdings show it.',
    };
  }
}

/** One note per action and account: what became of its lots. */
function* applied(context: Context): Iterable<Finding> {
  const groups = new Map<string, Context['adjustments'][number][]>();
  for (const each of context.adjustments) {
    const key = `${rowKey(each.action)} ${each.lot.accountId}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const [key, group] of groups) {
    const [{ action, lot: { accountId } }] = group;
    const shares = group.reduce((sum, { lot }) => sum + lot.quantity, 0);
    yield {
      table: 'corporateActions', row: action.row, column: 'treatment', rowKey: rowKey(action), found: action.treatment, accounts: [accountId], subject: key,
      message: `${action.type} of ${action.symbol} on ${action.effective} is applied to ${shares} shares of account ${accountId}${action.type === 'Cash merger' ? `: ${proceedsWords(context, group)}` : ''} (${where(context, 'corporateActions', action.row, 'treatment')}).`,
      fix: action.type === 'Cash merger' ? 'The gain counts in no budget. Maybe it is missing in the year-to-date columns of Tax profiles.' : 'Set Treatment to Ignore once the holdings show it.',
    };
  }
}

/** `$1,250 of cash, a gain of $250 long-term`; gains only where they are taxed and the basis is known. */
function proceedsWords({ index }: Context, group: Context['adjustments']): string {
  const cash = group.reduce((sum, each) => sum + each.cash, 0);
  const isTaxed = index.account(group[0].lot.accountId)?.taxType === 'Taxable';
  const gains = { Short: 0, Long: 0 };
  for (const { lot, action, cash: paid } of isTaxed ? group : []) {
    const [basis, start] = [basisOf(lot), lot.holdingPeriodStart ?? lot.acquired];
    if (basis && start !== undefined) gains[termOf(start, action.effective)] += paid - basis.toNumber();
  }
  const parts = (['Short', 'Long'] as const).filter((term) => toCents(gains[term]) !== 0)
    .map((term) => `${gains[term] > 0 ? 'a gain' : 'a loss'} of ${money(Math.abs(toCents(gains[term])))} ${term.toLowerCase()}-term`);
  return [`${money(toCents(cash))} of cash`, ...parts].join(', ');
}
