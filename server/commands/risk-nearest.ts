import { positiveSemidefinite } from '../../shared/analytics/covariance';
import { nearestCovariance } from '../../shared/analytics/nearest-covariance';
import { buildFactorCovariance } from '../../shared/book/factor-model';
import { covarianceSheet } from '../risk/factor-tables';
import { CommandError } from './command-error';
import { checkWritable, readWorkbook, writeFiles } from './files';
import { readBook, today } from './read-book';

/** `rebal risk nearest BOOK.xlsx --out FILE.xlsx`: a copy whose factor covariances are the nearest that can all be true. */
export async function riskNearest(path: string, { out }: { readonly out: string }): Promise<readonly string[]> {
  await checkWritable(out);
  const workbook = await readWorkbook(path);
  const { tables } = await readBook(workbook, undefined, today());
  const { factors, covariance } = buildFactorCovariance(tables.factorCovariance ?? []);
  if (factors.length === 0) throw new CommandError(`${path} has no sheet Factor covariance with rows.`);
  if (positiveSemidefinite(covariance)) return [`The covariances in ${path} can all be true. Nothing was written.`];
  const { matrix, most, change } = nearestCovariance(covariance);
  const named = (row: readonly number[]): Record<string, number> => Object.fromEntries(row.map((value, k) => [factors[k], value]));
  await workbook.write([covarianceSheet(matrix.map((row, k) => ({ factor: factors[k], covariances: named(row) })))]);
  await writeFiles([{ path: out, bytes: await workbook.save() }]);
  const show = (value: number): string => String(Number(value.toPrecision(4)));
  return [
    `The nearest covariances differ by ${Number((change * 100).toPrecision(2))} % of the whole, most in ${factors[most.row]} and ${factors[most.column]}: ${show(most.to)} instead of ${show(most.from)}`,
    `Wrote ${out}`,
  ];
}
