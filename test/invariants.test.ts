import type { RunResult, ScoreRow, TradeRow } from '../shared/api/result';
import { plantedTarget } from '../shared/sample/policy';
import { sampleBook } from '../shared/sample/sample-book';
import type { SheetContent } from '../shared/workbook/port';
import { assertInvariants, brokenInvariants } from './invariants';
import { runWorkbook, workbookOf, type WorkbookRun } from './run-workbook';

const asOf = '2026-11-20';
let run: WorkbookRun;

beforeAll(async () => {
  run = await runWorkbook(await workbookOf(sheetsWithDraftMended()), asOf);
});

/** The sample after the one-click fix of its mistyped draft: 5 becomes 5 %. */
function sheetsWithDraftMended(): SheetContent[] {
  return sampleBook({ asOf }).sheets.map((sheet) =>
    sheet.table === 'rb_Models'
      ? { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (cell === plantedTarget ? plantedTarget / 100 : cell))) }
      : sheet,
  );
}

test('hold for the built-in sample', () => {
  expect(run.result.trades.length).toBeGreaterThan(20);
  expect(brokenInvariants(run.tables, run.result)).toEqual([]);
  expect(() => assertInvariants(run.tables, run.result)).not.toThrow();
});

test('the sample runs as it comes: the mistyped draft, which nobody follows, stops no account', async () => {
  const { result, tables } = await runWorkbook(await workbookOf(sampleBook({ asOf }).sheets), asOf);
  expect(result.dataIssues.filter(({ severity }) => severity === 'Stop')).toEqual([]);
  expect(result.dataIssues.map(({ code }) => code)).toEqual(expect.arrayContaining(['G08', 'H01', 'H09', 'M01', 'R04', 'S02']));
  expect(result.run.decisions).toEqual({ Trade: 2, 'No trade': 1, Review: 3, Blocked: 0, Skipped: 1 });
  assertInvariants(tables, result);
});

/** The result with one trade changed: the first that is meant. */
function withTrade(result: RunResult, isMeant: (trade: TradeRow) => boolean, change: (trade: TradeRow) => Partial<TradeRow>): RunResult {
  const index = result.trades.findIndex(isMeant);
  if (index < 0) throw new Error('The sample has no such trade');
  return { ...result, trades: result.trades.map((trade, at) => (at === index ? { ...trade, ...change(trade) } : trade)) };
}

function withScore(result: RunResult, isMeant: (score: ScoreRow) => boolean, change: Partial<ScoreRow>): RunResult {
  return { ...result, scores: result.scores.map((score) => (isMeant(score) ? { ...score, ...change } : score)) };
}

const isSell = ({ action }: TradeRow) => action === 'Sell';
const isBuy = ({ action }: TradeRow) => action === 'Buy';
const isTaxed = ({ gainOrLoss }: TradeRow) => gainOrLoss !== null;

describe('a result that was tampered with is found out', () => {
  test.each<[string, (result: RunResult) => RunResult, RegExp]>([
    [
      'more shares sold than the lot holds',
      (result) => withTrade(result, isSell, ({ quantity }) => ({ quantity: quantity * 1000 })),
      /which holds/,
    ],
    ['a lot of another account', (result) => withTrade(result, isSell, () => ({ lotId: 'L-0' })), /is not a lot of it/],
    [
      'a lot sold twice',
      (result) => ({ ...result, trades: [...result.trades, { ...result.trades.filter(isSell)[0], tradeId: 'again' }] }),
      /sold twice/,
    ],
    [
      'two trades of one ID',
      (result) => withTrade(result, isBuy, () => ({ tradeId: result.trades.filter(isSell)[0].tradeId })),
      /trade IDs repeat/,
    ],
    ['half a share', (result) => withTrade(result, isBuy, ({ quantity }) => ({ quantity: quantity + 0.5 })), /bought in steps of 1/],
    ['a quantity of zero', (result) => withTrade(result, isBuy, () => ({ quantity: 0 })), /not above 0/],
    ['an old price', (result) => withTrade(result, isBuy, ({ price }) => ({ price: price + 0.01 })), /Securities says/],
    ['an amount off by a cent', (result) => withTrade(result, isBuy, ({ amount }) => ({ amount: amount + 0.01 })), /is not/],
    [
      'a cash effect of the wrong sign',
      (result) => withTrade(result, isBuy, ({ cashEffect }) => ({ cashEffect: -cashEffect })),
      /cash effect/,
    ],
    [
      'more bought than there is cash for',
      (result) =>
        withTrade(result, isBuy, ({ quantity, price }) => ({
          quantity: quantity * 10,
          amount: quantity * 10 * price,
          cashEffect: -quantity * 10 * price,
        })),
      /to pay or keep/,
    ],
    ['a wrong gain', (result) => withTrade(result, isTaxed, ({ gainOrLoss }) => ({ gainOrLoss: (gainOrLoss ?? 0) + 1 })), /less cost is/],
    ['a wrong term', (result) => withTrade(result, isTaxed, ({ term }) => ({ term: term === 'Long' ? 'Short' : 'Long' })), /held from/],
    [
      'a purchase that a restriction forbids',
      (result) =>
        withTrade(
          result,
          ({ accountId, action }) => accountId === '4471-0093' && action === 'Buy',
          () => ({ symbol: 'XOM' }),
        ),
      /against a restriction/,
    ],
    [
      'a sale that a restriction forbids',
      (result) =>
        withTrade(
          result,
          ({ accountId, action }) => accountId === '5530-2217' && action === 'Sell',
          () => ({ symbol: 'NVDA' }),
        ),
      /against a restriction/,
    ],
    ['an account that is not there', (result) => withTrade(result, isSell, () => ({ accountId: 'nobody' })), /not in Accounts/],
    [
      'trades in an account that does not trade',
      (result) => withScore(result, ({ decision }) => decision === 'Trade', { decision: 'No trade' }),
      /and No trade/,
    ],
    [
      'a score that is not the sum of its terms',
      (result) => withScore(result, ({ terms }) => terms !== null, { netScoreBp: 1 }),
      /terms add up to/,
    ],
    [
      'a trade score that is not its share',
      (result) => withTrade(result, isBuy, ({ tradeScoreBp }) => ({ tradeScoreBp: tradeScoreBp + 1 })),
      /trades add up to/,
    ],
    ['a summary that miscounts', (result) => ({ ...result, run: { ...result.run, trades: 0 } }), /are listed/],
  ])('%s', (_name, tamper, expected) => {
    expect(brokenInvariants(run.tables, tamper(run.result)).join('\n')).toMatch(expected);
    expect(() => assertInvariants(run.tables, tamper(run.result))).toThrow(/invariants? (is|are) broken/);
  });

  test('a loss sold although an IRA of the household bought the class: the planted trap', () => {
    const lot = run.tables.holdings.find(
      ({ accountId, symbol, quantity }) => accountId === '4471-0093' && symbol === 'VTI' && quantity === 120,
    );
    const sold = withTrade(
      run.result,
      ({ accountId, action }) => accountId === '4471-0093' && action === 'Sell',
      () => ({
        symbol: 'VTI',
        lotId: `4471-0093-VTI-${lot?.acquired}-1`,
        quantity: 120,
        price: 338.4,
        amount: 40608,
        cashEffect: 40608,
        gainOrLoss: -4032,
      }),
    );
    expect(brokenInvariants(run.tables, sold).join('\n')).toMatch(/sells VTI at a loss; lot .* was bought within the window/);
  });
});
