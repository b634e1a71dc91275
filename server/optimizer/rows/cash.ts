import { asDollars, asPercent, type Policy } from './row';

/** Withdrawals due have left; reserves, the cash minimum and unsettled cash must stay. */
export const cashFloor: Policy = ({ cash, value, settings }) => {
  const parts = [
    ...(cash.due > 0 ? [`${asDollars(cash.due)} to pay out`] : []),
    ...(cash.reserve > 0 ? [`${asDollars(cash.reserve)} in reserve`] : []),
    ...(settings.cashMinimum > 0 ? [`at least ${asDollars(settings.cashMinimum)} in cash`] : []),
  ];
  return [{
    name: parts.length > 0 ? `keep ${parts.join(' and ')}` : 'no overdraft',
    source: cash.due + cash.reserve > 0 ? 'Cash flows' : 'Settings: Cash minimum',
    code: 'cash-floor',
    tier: 'cash',
    expression: { cash: 1 },
    min: Math.min(cash.floor, value > 0 ? Infinity : 0),
  }];
};

/** No more cash than the setting *Cash maximum*, reserves aside. That of a household binds all its accounts together. */
export const cashCeiling: Policy = ({ cash, household }) => (cash.ceiling === undefined ? [] : [{
  name: household ? `no more than ${asPercent(household.cashCeiling ?? 1)} of household ${household.id} in cash` : `no more than ${asPercent(cash.ceiling)} in cash`,
  source: 'Settings: Cash maximum',
  code: 'cash-ceiling',
  tier: 'repair',
  expression: { cash: 1 },
  max: cash.ceiling,
}]);
