import type { TableRow } from '../contract';
import type { Calendar } from './calendar';
import { conflictAccount } from './planted';

/** What the households forbid or ask for. Two rules conflict: the largest holding may not be sold, and may not be that large. */
const rules: readonly TableRow<'restrictions'>[] = [
  {
    scope: 'Household',
    scopeId: 'H-RIVERA',
    rule: 'Never buy',
    on: 'Sector',
    value: 'Energy',
    severity: 'Hard',
    reason: 'Family charter',
  },
  {
    scope: 'Account',
    scopeId: '00718842',
    rule: 'Min %',
    on: 'Asset class',
    value: 'Municipal bonds',
    limit: 0.5,
    severity: 'Soft',
    reason: 'Wants tax-free income',
  },
  {
    scope: 'Account',
    scopeId: conflictAccount,
    rule: 'Never sell',
    on: 'Symbol',
    value: 'NVDA',
    severity: 'Hard',
    reason: 'Shares from his first employer, letter in file',
  },
  {
    scope: 'Account',
    scopeId: conflictAccount,
    rule: 'Max %',
    on: 'Symbol',
    value: 'NVDA',
    limit: 0.2,
    severity: 'Hard',
    reason: 'Investment policy, page 3',
  },
  {
    scope: 'Group',
    scopeId: 'Institutions',
    rule: 'Never own',
    on: 'Asset class',
    value: 'Real estate',
    severity: 'Hard',
    reason: 'Holds buildings of its own',
  },
];

/** All of them have held for most of a year. */
export function familyRestrictions({ ago }: Calendar): TableRow<'restrictions'>[] {
  return rules.map((rule) => ({ ...rule, from: ago(310) }));
}
