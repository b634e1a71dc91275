import type { RestrictionRule } from '../../../shared/book/book';
import type { AccountSnapshot } from '../snapshot';
import { bands } from './bands';
import { gainsBudget, shortGainsBudget, taxBudget } from './budgets';
import { caps } from './caps';
import { cashCeiling, cashFloor } from './cash';
import { distributions } from './distributions';
import { doubt } from './doubt';
import { householdBars } from './household-bars';
import { holdingPeriod } from './holding-period';
import { lossTarget } from './loss-target';
import { lotHolds } from './lot-holds';
import { manualTrade } from './manual-trade';
import { neverBuy } from './never-buy';
import { neverOwn } from './never-own';
import { neverSell } from './never-sell';
import { override } from './override';
import type { Policy, Row, Rule } from './row';
import { screen } from './screen';
import { spokenFor } from './spoken-for';
import { style } from './style';
import { tradable } from './tradable';
import { transition } from './transition';
import { trackingErrorCap } from './tracking-error-cap';
import { turnover } from './turnover';
import { washSales } from './wash-sales';
import { maxDollars, maxPercent, maxQuantity, minPercent } from './weight-limit';

/** What each restriction kind asks for. */
export const rules = {
  'Never buy': neverBuy,
  'Never sell': neverSell,
  'Never own': neverOwn,
  'Max %': maxPercent,
  'Min %': minPercent,
  'Max $': maxDollars,
  'Max quantity': maxQuantity,
  Screen: screen,
} satisfies Record<RestrictionRule, Rule>;

/** What settings, tax profile, cash and law ask for. */
export const policies = {
  cashFloor, cashCeiling, bands, caps, turnover, gainsBudget, shortGainsBudget, taxBudget, lossTarget, transition, lotHolds, holdingPeriod, distributions,
  tradable, washSales, householdBars, trackingErrorCap, style,
  override, manualTrade, spokenFor, doubt,
} satisfies Record<string, Policy>;

/** Every row an account's plan must satisfy. */
export function rowsOf(snapshot: AccountSnapshot): Row[] {
  if (snapshot.rows) return [...snapshot.rows];
  return [
    ...Object.values(policies).flatMap((policy) => policy(snapshot)),
    ...snapshot.restrictions.flatMap((restriction) => rules[restriction.rule](restriction, snapshot)),
  ];
}
