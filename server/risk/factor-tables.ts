import { definitionOf, type TableRow } from '../../shared/contract';
import { number, type Column } from '../../shared/contract/column';
import { inputSheet } from '../../shared/sample/input-sheet';
import { toPlaces } from '../../shared/units';
import type { SheetContent } from '../../shared/workbook/port';
import type { FittedModel } from './fit-factor-model';

/** A factor model as rows of the contract. */
export interface FactorTables {
  readonly exposures: readonly TableRow<'exposures'>[];
  readonly factorCovariance: readonly TableRow<'factorCovariance'>[];
}

/** Decimals beyond which an estimate says nothing; covariances are products of small numbers. */
const places = { exposure: 4, specific: 5, covariance: 9 };

/** The fitted model as rows; exposures of zero are blank. */
export function factorTables({ factors, exposures, covariance }: FittedModel): FactorTables {
  return {
    exposures: exposures.map(({ symbol, factors: row, specific }) => ({
      symbol,
      specificRisk: toPlaces(specific, places.specific),
      exposures: Object.fromEntries(row.flatMap((value, k) => (value === 0 ? [] : [[factors[k], toPlaces(value, places.exposure)]]))),
    })),
    factorCovariance: covariance.map((row, k) => ({
      factor: factors[k],
      covariances: Object.fromEntries(row.map((value, j) => [factors[j], toPlaces(value, places.covariance)])),
    })),
  };
}

/** The sheets Exposures and Factor covariance. */
export function factorSheets({ exposures, factorCovariance }: FactorTables): SheetContent[] {
  const factors = factorCovariance.map(({ factor }) => factor);
  return [
    factorSheet('exposures', exposures.map(({ exposures: values, ...row }) => ({ ...values, ...row })), factors, '0.0000'),
    covarianceSheet(factorCovariance),
  ];
}

/** The sheet Factor covariance alone. */
export function covarianceSheet(rows: FactorTables['factorCovariance']): SheetContent {
  const factors = rows.map(({ factor }) => factor);
  return factorSheet('factorCovariance', rows.map(({ covariances, factor }) => ({ ...covariances, factor })), factors, '0.000000');
}

function factorSheet(name: 'exposures' | 'factorCovariance', rows: Parameters<typeof inputSheet>[1], factors: readonly string[], format: string): SheetContent {
  const what = name === 'exposures' ? 'Exposure to' : 'Covariance a year with';
  const extra = Object.fromEntries(factors.map((factor): [string, Column] => [factor, number(factor, { required: true, help: `${what} ${factor}.`, example: 1 })]));
  const sheet = inputSheet(definitionOf(name), rows, extra);
  return { ...sheet, columns: sheet.columns.map((column) => (factors.includes(column.header) ? { ...column, format } : column)) };
}
