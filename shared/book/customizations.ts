import type { IsoDate } from '../units';
import type { Account, Customization } from './book';
import { compareText, nameKey } from './names';
import type { Row } from './rows';

type CustomizationRow = Row<'customizations'>;

/** The order in which changes are applied: what is held, what is left out, what has a weight of its own, what is tilted. */
const order = ['Replace product', 'Drop class', 'Set %', 'Tilt %'] satisfies Customization['change'][];

/** Whether a row is in force on a day, both ends included. */
export function isInForce({ from, until }: Pick<CustomizationRow, 'from' | 'until'>, day: IsoDate): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** A row without a whom, a what, or the figure it needs says nothing (and a check has left its accounts out). */
function isComplete({ scope, scopeId, change, component, value, into }: CustomizationRow): boolean {
  if (!scope || !change || nameKey(scopeId ?? '') === '' || nameKey(component ?? '') === '') return false;
  if (change === 'Replace product') return nameKey(into ?? '') !== '';
  return change === 'Drop class' || (value !== undefined && Number.isFinite(value));
}

/**
 * Returns an account's changes of its allocation in force on `asOf`, in the order in which they are applied. Of two that change one
 * thing in one way the account's counts before the household's, then the upper row; of a thing that is set or tilted, and
 * dropped, everything counts.
 */
export function customizationFinder(rows: readonly CustomizationRow[], asOf: IsoDate): (account: Pick<Account, 'id' | 'household'>) => Customization[] {
  const byScope = new Map<string, Customization[]>();
  for (const row of [...rows].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))) {
    if (!isInForce(row, asOf) || !isComplete(row)) continue;
    const key = scopeKey(row.scope, row.scopeId);
    byScope.set(key, [...(byScope.get(key) ?? []), toCustomization(row)]);
  }
  return ({ id, household }) => {
    const own = [...(byScope.get(scopeKey('Account', id)) ?? []), ...(byScope.get(scopeKey('Household', household)) ?? [])];
    const first = new Map<string, Customization>();
    for (const one of own) {
      const key = `${one.change} ${nameKey(one.component)}`;
      if (!first.has(key)) first.set(key, one);
    }
    return [...first.values()].sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change) || compareText(nameKey(a.component), nameKey(b.component)));
  };
}

const scopeKey = (scope: CustomizationRow['scope'], id: string): string => `${scope} ${nameKey(id)}`;

function toCustomization({ scope, scopeId, change, component, value, into, reason, row }: CustomizationRow): Customization {
  return {
    change,
    component: component.trim(),
    ...(change === 'Set %' || change === 'Tilt %' ? { value } : {}),
    ...(change === 'Replace product' ? { into: into!.trim() } : {}),
    level: scope,
    reason,
    source: `Customizations${row === undefined ? '' : ` row ${row}`} (${scope} ${scopeId.trim()})`,
    row,
  };
}

/** `Set % US equity 40 %`: a change in words. */
export function customizationWords({ change, component, value, into }: Pick<Customization, 'change' | 'component' | 'value' | 'into'>): string {
  const figure = value === undefined ? '' : ` ${change === 'Tilt %' && value > 0 ? '+' : ''}${Number((value * 100).toFixed(4))} %`;
  return `${change} ${component}${figure}${into === undefined ? '' : ` by ${into}`}`;
}
