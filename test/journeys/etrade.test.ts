import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf, settingsCatalogue, type SettingValues, type TableRow } from '../../shared/contract';
import { readExport } from '../../shared/imports';
import { textFile } from '../../shared/imports/custodian-file';
import { toHoldings, type Applied } from '../../shared/imports/apply';
import { inputSheet } from '../../shared/sample/input-sheet';
import { toPlaces } from '../../shared/units';
import type { SheetContent } from '../../shared/workbook/port';
import { assertInvariants } from '../invariants';
import { runWorkbook, tradeLines, workbookOf, type WorkbookRun } from '../run-workbook';

/**
 * One taxable account, from a custodian's download to trades: import, run, see what is missing, mend it, run again.
 * The file is a real portfolio of legacy stocks; the model is a published 60/40 fund of funds.
 */
const data = join(__dirname, '../../../shared/data');
const download = join(data, 'custodians/etrade/PortfolioDownload_lots_2020-01-24_custom-view.csv');
const portfolios = join(data, 'market/model_portfolios.json');
const whenPresent = existsSync(download) && existsSync(portfolios) ? describe : describe.skip;

const accountId = 'ET-1';
const asOf = '2020-01-24';
/** What the confirmation says that the operator finds; no other lot is of that day. */
const foundDay = '2011-03-30';

interface Fund {
  readonly ticker: string;
  readonly name: string;
  readonly weight: number;
  readonly assetClass: string;
  readonly price: string;
}

/** The model's funds, its cash left out. */
function funds(): Fund[] {
  const { models } = JSON.parse(readFileSync(portfolios, 'utf8')) as { models: { id: string; holdings: Fund[] }[] };
  const model = models.find(({ id }) => id === 'AOR');
  return (model?.holdings ?? []).filter(({ assetClass }) => assetClass !== 'Cash');
}

const reading = () => readExport(textFile(readFileSync(download, 'utf8'), 'PortfolioDownload.csv'));

/** The import, with the file's account under the number that the workbook gives it. */
function imported(): Applied {
  const read = reading();
  return toHoldings(read, { accounts: { [read.rows[0].account ?? '']: accountId } });
}

/** The workbook as the operator has it after the import; `settings` and `mend` are what is typed afterwards. */
function sheets(
  settings: SettingValues,
  mend: (holding: TableRow<'holdings'>) => TableRow<'holdings'> = (holding) => holding,
): SheetContent[] {
  const { holdings, securities } = imported();
  const invested = funds().map(({ ticker, weight }) => ({ model: 'AOR', component: ticker, target: toPlaces(weight / 100, 4) }));
  const cash = toPlaces(1 - invested.reduce((sum, { target }) => sum + target, 0), 4);
  const legacy = securities.map((security) => ({ ...security, assetClass: 'Legacy stock', type: security.type ?? 'Stock' }));
  const bought = funds().map(({ ticker, name, assetClass, price }) => ({
    symbol: ticker,
    name,
    assetClass,
    price: Number(price),
    type: 'ETF',
  }));
  const columns = Object.fromEntries(Object.keys(settings).map((key) => [key, settingsCatalogue[key as keyof SettingValues]]));
  return [
    inputSheet(definitionOf('accounts'), [{ accountId, taxType: 'Taxable', model: 'AOR' }]),
    inputSheet(
      definitionOf('holdings'),
      holdings.map((row) => ({ ...mend(row) })),
    ),
    inputSheet(definitionOf('securities'), [...legacy, ...bought]),
    inputSheet(definitionOf('models'), [...invested, { model: 'AOR', component: 'CASH', target: cash }]),
    inputSheet(definitionOf('settings'), [{ scope: 'Account', scopeId: accountId, ...settings }], columns),
  ];
}

const run = async (...typed: Parameters<typeof sheets>): Promise<WorkbookRun> => runWorkbook(await workbookOf(sheets(...typed)), asOf);
const isUnknown = ({ symbol, costBasis }: TableRow<'holdings'>) => symbol !== 'CASH' && costBasis === undefined;

whenPresent('from an E*TRADE download to trades (skipped where ../shared/data is absent)', () => {
  test('the import takes the day from the file, and leaves two costs and one date unknown', () => {
    expect(reading().asOf).toBe(asOf);
    expect(imported().issues).toEqual([]);
    const unknown = imported().holdings.filter(isUnknown);
    expect(unknown.map(({ acquired, covered }) => [acquired === undefined, covered])).toEqual([
      [false, 'Unknown basis'],
      [true, 'Unknown basis'],
    ]);
  });

  test('first run: the account is left out, and the cells to fill are named', async () => {
    const { result, tables } = await run({});
    expect(result.run.decisions).toMatchObject({ Skipped: 1, Trade: 0, Review: 0 });
    expect(result.trades).toEqual([]);
    const missing = result.dataIssues.filter(({ severity }) => severity === 'Skip');
    expect(missing.map(({ code }) => code).sort()).toEqual(['H04', 'H05']);
    for (const { sheet, cell } of missing) expect([sheet, cell]).toEqual(['Holdings', expect.stringMatching(/^[A-Z]+\d+$/)]);
    assertInvariants(tables, result);
  });

  test('the operator decides that such lots are never sold: the rest is rebalanced', async () => {
    const { result, tables } = await run({ unknownBasis: 'Never sell', maxTurnover: 'none' });
    assertInvariants(tables, result);
    expect(result.run.decisions.Skipped + result.run.decisions.Blocked).toBe(0);
    expect(result.trades.length).toBeGreaterThan(5);
    expect(result.trades.filter(({ action, costBasis }) => action === 'Sell' && costBasis === null)).toEqual([]);
    const [score] = result.scores;
    expect(score.driftAfter).toBeLessThan(score.driftBefore ?? 0);
    process.stdout.write(`\n${score.decision}: ${score.why}\n${tradeLines(result)}\n`);
  });

  test('the operator finds the confirmations and types cost and date: the lot is sold with the others', async () => {
    const mend = (row: TableRow<'holdings'>): TableRow<'holdings'> =>
      isUnknown(row) ? { ...row, costBasis: (row.quantity ?? 0) * 2.75, acquired: row.acquired ?? foundDay, covered: 'Noncovered' } : row;
    const { result, tables, issues } = await run({ maxTurnover: 'none' }, mend);
    expect(issues.filter(({ severity }) => severity === 'stop' || severity === 'skip')).toEqual([]);
    assertInvariants(tables, result);
    expect(result.run.decisions.Skipped).toBe(0);
    expect(result.trades).toContainEqual(expect.objectContaining({ action: 'Sell', acquired: foundDay }));
  });

  test('the same workbook gives the same run, row for row', async () => {
    const typed: SettingValues = { unknownBasis: 'Never sell', maxTurnover: 'none' };
    const [first, second] = [await run(typed), await run(typed)];
    expect(second.result).toEqual(first.result);
  });
});
