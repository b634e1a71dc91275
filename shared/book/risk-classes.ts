import type { RiskClass } from './book';
import { compareText, nameKey, oneSpelling } from './names';
import type { Row } from './rows';

/**
 * The risk classes in name order. Correlations refer to the other classes by their own spelling; those with a class
 * itself, with an unknown class, or outside −1 to 1 are left out. A class without a usable volatility is left out.
 */
export function buildRiskClasses(rows: readonly Row<'riskClasses'>[]): RiskClass[] {
  const usable = rows.filter(({ riskClass, volatility }) => riskClass.trim() !== '' && volatility >= 0);
  const spell = oneSpelling(usable.map(({ riskClass }) => riskClass));
  const known = new Set(usable.map(({ riskClass }) => nameKey(riskClass)));
  const seen = new Set<string>();
  return usable
    .filter(({ riskClass }) => !seen.has(nameKey(riskClass)) && seen.add(nameKey(riskClass)))
    .map(({ riskClass, volatility, correlations }) => ({
      name: spell(riskClass),
      volatility,
      correlations: Object.fromEntries(
        Object.entries(correlations)
          .filter(([other, value]) => known.has(nameKey(other)) && nameKey(other) !== nameKey(riskClass) && Math.abs(value) <= 1)
          .map(([other, value]) => [spell(other), value] as const)
          .sort(([a], [b]) => compareText(a, b)),
      ),
    }))
    .sort((a, b) => compareText(a.name, b.name));
}
