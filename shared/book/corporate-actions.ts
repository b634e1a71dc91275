import type { Tables } from '../contract';
import type { IsoDate } from '../units';
import { lotAdjustments, unusableTerms } from './lot-adjustments';
import { compareText, nameKey } from './names';
import type { Row } from './rows';
import { cashSymbol } from './securities';

type Holding = Row<'holdings'>;
export type CorporateAction = Row<'corporateActions'>;

/** What happened to one lot: the row of Holdings, and the dollars it became. */
export interface LotAdjustment {
  readonly action: CorporateAction;
  readonly lot: Holding;
  readonly cash: number;
}

/** Corporate actions whose lots keep their symbol: nothing but the day of the holdings tells whether they show it. */
const keepsSymbol: ReadonlySet<CorporateAction['type']> = new Set(['Split', 'Spin-off', 'Tender', 'Other']);

/**
 * Whether a lot does not show an action yet that is in effect. Where the symbol goes, holding it says so. Where it stays, a lot
 * shows the action when its *As of* is that day or later, or when it was bought on that day or later.
 */
export function isUnseen({ type, effective, symbol }: CorporateAction, lot: Holding, asOf: IsoDate): boolean {
  if (effective > asOf || nameKey(lot.symbol) !== nameKey(symbol) || lot.quantity === 0) return false;
  if (!keepsSymbol.has(type)) return true;
  return !(lot.asOf !== undefined && lot.asOf >= effective) && !(lot.acquired !== undefined && lot.acquired >= effective);
}

/** Actions in order of their days, those to be ignored left out. */
export function liveActions({ corporateActions = [] }: Tables): CorporateAction[] {
  return corporateActions
    .filter(({ symbol, type, effective, treatment }) => symbol && type && effective && treatment !== 'Ignore')
    .sort((a, b) => compareText(a.effective, b.effective) || compareText(nameKey(a.symbol), nameKey(b.symbol)) || compareText(a.type, b.type));
}

/**
 * Whether a lot may be restated by an action: it is asked for, its terms are complete, what comes of it is in Securities, and
 * the lot is known not to show it. A lot that keeps its symbol and has no *As of* might be restated twice, so it waits.
 */
function canAdjust(action: CorporateAction, lot: Holding, isListed: (symbol: string) => boolean): boolean {
  const { treatment, type, newSymbol } = action;
  if (treatment !== 'Adjust lots' || !lotAdjustments[type] || unusableTerms(action).length > 0) return false;
  if (newSymbol !== undefined && !isListed(newSymbol)) return false;
  return lot.quantity > 0 && (!keepsSymbol.has(type) || lot.asOf !== undefined);
}

/** Holdings as they stand once the actions in effect are applied where that is asked for, and what was done. */
export function adjustedHoldings(tables: Tables, asOf: IsoDate): { readonly holdings: readonly Holding[]; readonly adjustments: readonly LotAdjustment[] } {
  const securities = new Set(tables.securities.map(({ symbol }) => nameKey(symbol ?? '')));
  const isListed = (symbol: string): boolean => securities.has(nameKey(symbol));
  const adjustments: LotAdjustment[] = [];
  let holdings = tables.holdings;
  for (const action of liveActions(tables)) {
    if (action.treatment !== 'Adjust lots' || action.effective > asOf) continue;
    const paid: LotAdjustment[] = [];
    holdings = holdings.flatMap((lot) => {
      if (!isUnseen(action, lot, asOf) || !canAdjust(action, lot, isListed)) return [lot];
      const { lots, cash } = lotAdjustments[action.type]!.adjust(lot, action);
      paid.push({ action, lot, cash });
      return lots;
    });
    holdings = withCash(holdings, paid);
    adjustments.push(...paid);
  }
  return { holdings, adjustments };
}

/** Adds what lots became to the cash of their accounts: to the first row of it, or to a new one. */
function withCash(holdings: readonly Holding[], paid: readonly LotAdjustment[]): readonly Holding[] {
  const due = new Map<string, number>();
  for (const { lot, cash } of paid) if (cash > 0) due.set(nameKey(lot.accountId), (due.get(nameKey(lot.accountId)) ?? 0) + cash);
  if (due.size === 0) return holdings;
  const figures = new Map<string, number>();
  for (const { accountId, symbol, quantity } of holdings) {
    const key = nameKey(accountId);
    if (nameKey(symbol) === nameKey(cashSymbol) && due.has(key) && !figures.has(key)) figures.set(key, quantity);
  }
  // The same figure stated twice is one figure, so every row of it grows.
  const grown = holdings.map((row) => {
    const key = nameKey(row.accountId);
    const isCash = nameKey(row.symbol) === nameKey(cashSymbol) && figures.has(key) && row.quantity === figures.get(key);
    return isCash ? { ...row, quantity: row.quantity + due.get(key)!, marketValue: undefined } : row;
  });
  const names = new Map(paid.map(({ lot }) => [nameKey(lot.accountId), lot.accountId]));
  const added = [...due].flatMap(([key, quantity]) => (figures.has(key) ? [] : [{ accountId: names.get(key)!, symbol: cashSymbol, quantity }]));
  return [...grown, ...added];
}
