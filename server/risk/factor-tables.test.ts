import { readTables } from '../../shared/contract/parse';
import { tablesSchema } from '../../shared/contract/schema';
import { soundTables } from '../../shared/checks/examples';
import { newXlsx, openXlsx } from '../xlsx';
import { factorSheets, factorTables } from './factor-tables';
import type { FittedModel } from './fit-factor-model';

const model = (factors: readonly string[]): FittedModel => ({
  factors, bySector: false, left: [], explained: 0.5, shrinkage: { covariance: 0.1, specific: 0.1 },
  covariance: factors.map((_, i) => factors.map((__, j) => (i === j ? 0.04 : 0.00123456789123))),
  exposures: [
    { symbol: 'VTI', factors: factors.map((_, k) => 1 - k), specific: 0.0123456 },
    { symbol: '600519', factors: factors.map((_, k) => 0.25 * k - 0.5), specific: 0.3 },
  ],
});

test('rows of the contract, rounded to what an estimate can say; no exposure is no cell', () => {
  expect(factorTables(model(['Market', 'Value']))).toEqual({
    exposures: [
      { symbol: 'VTI', specificRisk: 0.01235, exposures: { Market: 1 } },
      { symbol: '600519', specificRisk: 0.3, exposures: { Market: -0.5, Value: -0.25 } },
    ],
    factorCovariance: [
      { factor: 'Market', covariances: { Market: 0.04, Value: 0.001234568 } },
      { factor: 'Value', covariances: { Market: 0.001234568, Value: 0.04 } },
    ],
  });
});

test('the service takes them', () => {
  expect(tablesSchema.safeParse({ ...soundTables, ...factorTables(model(['Market', 'Value'])) }).success).toBe(true);
});

test('what is written into a workbook is read back the same; a model with fewer factors leaves none of the old', async () => {
  const workbook = newXlsx();
  await workbook.write(factorSheets(factorTables(model(['Market', 'Value', 'Size', 'Factor 1']))));
  const again = await openXlsx(await workbook.save());
  const tables = factorTables(model(['Market', 'Factor 1']));
  await again.write(factorSheets(tables));
  const { tables: read, issues } = readTables(await (await openXlsx(await again.save())).read(() => true));
  const bare = (rows: readonly object[] | undefined) => rows?.map((row) => ({ ...row, row: undefined }));
  expect(bare(read.exposures)).toEqual(tables.exposures.map((row) => ({ ...row, row: undefined })));
  expect(bare(read.factorCovariance)).toEqual(tables.factorCovariance.map((row) => ({ ...row, row: undefined })));
  expect(issues.filter(({ code }) => code !== 'G01')).toEqual([]);
});
