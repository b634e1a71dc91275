import { positiveSemidefinite } from '../analytics/covariance';
import { nameKey } from '../book/names';
import type { TableRow } from '../contract';
import { percent, where, type Family } from './check';
import { asymmetricFactors, implausibleRisks, impossibleFactors, unmatchedFactors, withoutExposures } from './factor-risk';

type RiskClass = TableRow<'riskClasses'>;

/** Volatilities a year that something traded may have; outside, a unit slip is likelier. */
const plausible = { least: 0.0005, most: 1.5 };
const symmetryTolerance = 1e-6;

/** K01 to K05: Risk classes, and the factor model of Exposures and Factor covariance. */
export const riskChecks = {
  K01: {
    severity: 'stop',
    catches: 'correlation of two classes, or covariance of two factors, given twice with different values',
    *run(context) {
      yield* asymmetricFactors(context);
      const classes = context.tables.riskClasses ?? [];
      const byName = new Map(classes.map((one) => [nameKey(one.riskClass), one]));
      for (const one of classes) {
        for (const [name, value] of Object.entries(one.correlations)) {
          const other = byName.get(nameKey(name));
          const isSelf = other === one;
          const back = isSelf ? 1 : other && correlationOf(other, one.riskClass);
          // Each pair is reported from its later row.
          if (back === undefined || Math.abs(back - value) <= symmetryTolerance || (!isSelf && (one.row ?? 0) < (other?.row ?? 0))) continue;
          yield {
            table: 'riskClasses', row: one.row, column: name, rowKey: one.riskClass, found: value, subject: [one.riskClass, name].map(nameKey).sort().join('\n'),
            message: isSelf
              ? `Correlation of ${one.riskClass} with itself is ${value} at ${where(context, 'riskClasses', one.row, name)}; it is 1.`
              : `Correlation of ${one.riskClass} and ${name} is ${value} at ${where(context, 'riskClasses', one.row, name)}, and ${back} the other way round.`,
            fix: isSelf ? 'Type 1, or clear the cell.' : 'Make both cells equal, or clear one of them.',
          };
        }
      }
    },
  },
  K02: {
    severity: 'stop',
    catches: 'correlations or covariances that cannot occur together (not positive semi-definite)',
    *run(context) {
      yield* impossibleFactors(context);
      const classes = context.tables.riskClasses ?? [];
      if (classes.length === 0 || positiveSemidefinite(correlationMatrix(classes))) return;
      yield {
        table: 'riskClasses', row: classes[0].row, column: 'riskClass',
        message: `The correlations in Risk classes cannot all be true at once (${where(context, 'riskClasses', classes[0].row, 'riskClass')}): some mix of classes would have a negative variance.`,
        fix: 'Maybe one correlation has the wrong sign, or a blank cell, which counts as 0, should be filled.',
      };
    },
  },
  K03: {
    severity: 'warn',
    catches: 'security that is held or wanted without exposures, where a factor model is given',
    run: withoutExposures,
  },
  K04: {
    severity: 'warn',
    catches: 'volatility of implausible size',
    *run(context) {
      yield* implausibleRisks(context);
      for (const { riskClass, volatility, row } of context.tables.riskClasses ?? []) {
        if (volatility <= plausible.most && (volatility >= plausible.least || nameKey(riskClass) === 'cash' || volatility === 0)) continue;
        yield {
          table: 'riskClasses', row, column: 'volatility', rowKey: riskClass, found: volatility, subject: riskClass,
          message: `Volatility of ${riskClass} is ${percent(volatility)} a year at ${where(context, 'riskClasses', row, 'volatility')}.`,
          fix: volatility > plausible.most ? 'Maybe it was typed as 16 where 16 % is meant.' : 'Maybe it is a variance, or of one day.',
        };
      }
    },
  },
  K05: {
    severity: 'stop',
    catches: 'Exposures and Factor covariance that do not name the same factors',
    run: unmatchedFactors,
  },
} satisfies Family;

/** A class's correlation with another; undefined when its row does not say. */
function correlationOf({ correlations }: RiskClass, name: string): number | undefined {
  return correlations[name] ?? Object.entries(correlations).find(([other]) => nameKey(other) === nameKey(name))?.[1];
}

/** The full matrix, lower triangle; a pair that neither row gives is uncorrelated. */
function correlationMatrix(classes: readonly RiskClass[]): number[][] {
  return classes.map((one, i) => Array.from({ length: i + 1 }, (_, j) =>
    (i === j ? 1 : correlationOf(one, classes[j].riskClass) ?? correlationOf(classes[j], one.riskClass) ?? 0)));
}

