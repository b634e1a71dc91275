import { nameKey } from '../../shared/book/names';
import type { Tables } from '../../shared/contract';
import { counted } from '../../shared/counted';
import { extremeReturns, returnsOf, type ReturnKind, type Returns } from '../risk/returns';
import { factorSheets, factorTables, type FactorTables } from '../risk/factor-tables';
import { fitFactorModel, minimumReturns, type FittedModel } from '../risk/fit-factor-model';
import { NotReadableError, readPrices, type ReadPrices } from '../risk/read-prices';
import { readSectors } from '../risk/read-sectors';
import type { XlsxWorkbook } from '../xlsx';
import { CommandError } from './command-error';
import { csvText } from './csv-text';
import { checkWritable, isSameFile, readFault, readWorkbook, writeFiles, type Output } from './files';
import { readBook, today } from './read-book';

export interface FitCommandOptions {
  readonly sectors?: string;
  readonly factors?: number;
  readonly halfLife?: number;
  readonly returns?: string;
  /** Workbook that gets the two sheets. */
  readonly into?: string;
  /** `risk.csv` stands for `risk-exposures.csv` and `risk-factor-covariance.csv`. */
  readonly out?: string;
  readonly json?: string;
}

/** `rebal risk fit PRICES.csv`: estimates a factor model and writes it as the contract's tables. Returns what to say. */
export async function riskFit(path: string, options: FitCommandOptions): Promise<readonly string[]> {
  checkOptions(options);
  await checkPlaces(path, options);
  const book = options.into === undefined ? undefined : await readTarget(options.into);
  const history = await readable(path, readPrices);
  const returns = returnsOf(history, options.returns as ReturnKind | undefined);
  const sectors = options.sectors === undefined ? book && sectorsOf(book.tables) : await readable(options.sectors, readSectors);
  const model = fitFactorModel(returns, { sectors, factors: options.factors, halfLife: options.halfLife });
  if (!model) throw new CommandError(`${path} gives no risk model: no security has ${minimumReturns} returns. It covers ${counted(history.days.length, 'day')}.`);
  const tables = factorTables(model);
  const written = await writeAll(tables, book?.workbook, options);
  return [...describe(model, returns), ...notes(history, returns, model), ...(book ? coverage(options.into!, book.tables, tables) : []), ...written.map((file) => `Wrote ${file}`)];
}

function checkOptions({ factors, halfLife, returns }: FitCommandOptions): void {
  if (factors !== undefined && !(Number.isInteger(factors) && factors >= 0 && factors <= 50)) throw new CommandError('--factors takes a whole number from 0 to 50.');
  if (halfLife !== undefined && !(halfLife >= 20 && halfLife <= 10_000)) throw new CommandError('--half-life takes a number of trading days from 20 to 10,000.');
  if (returns !== undefined && returns !== 'simple' && returns !== 'log') throw new CommandError('--returns takes simple or log.');
}

const csvNames = (out: string): readonly [string, string] => {
  const stem = out.replace(/\.csv$/i, '');
  return [`${stem}-exposures.csv`, `${stem}-factor-covariance.csv`];
};

/** No output may replace an input or another output. */
async function checkPlaces(prices: string, { sectors, into, out, json }: FitCommandOptions): Promise<void> {
  const outputs = [into, ...(out === undefined ? [] : csvNames(out)), json].filter((one) => one !== undefined);
  for (const [at, file] of outputs.entries()) {
    await checkWritable(file);
    for (const other of [prices, sectors, ...outputs.slice(0, at)]) {
      if (other !== undefined && (await isSameFile(file, other))) throw new CommandError(`${file} is named twice. Name another file for the result.`);
    }
  }
}

interface Target {
  readonly workbook: XlsxWorkbook;
  readonly tables: Tables;
}

async function readTarget(path: string): Promise<Target> {
  const workbook = await readWorkbook(path);
  const { tables } = await readBook(workbook, undefined, today());
  return { workbook, tables };
}

/** The sectors that Securities names; none when it names too few to make a factor. */
function sectorsOf({ securities }: Tables): Map<string, string> | undefined {
  const sectors = new Map(securities.flatMap(({ symbol, sector }) => (sector ? [[symbol.trim().toUpperCase(), sector.trim()] as const] : [])));
  return sectors.size > 0 ? sectors : undefined;
}

async function readable<Result>(path: string, read: (path: string) => Promise<Result>): Promise<Result> {
  return read(path).catch((error: NodeJS.ErrnoException) => {
    if (error instanceof NotReadableError) throw new CommandError(`${path} can't be used: ${error.message}.`);
    if (error.code !== undefined) throw new CommandError(readFault(path, error.code));
    throw error;
  });
}

async function writeAll(tables: FactorTables, workbook: XlsxWorkbook | undefined, { into, out, json }: FitCommandOptions): Promise<string[]> {
  const outputs: Output[] = [];
  if (workbook && into !== undefined) {
    await workbook.write(factorSheets(tables));
    outputs.push({ path: into, bytes: await workbook.save() });
  }
  if (out !== undefined) factorSheets(tables).forEach(({ columns, rows }, k) => {
    outputs.push({ path: csvNames(out)[k], bytes: csvText(columns.map(({ header }) => header), rows) });
  });
  if (json !== undefined) outputs.push({ path: json, bytes: `${JSON.stringify(tables, null, 2)}\n` });
  if (outputs.length > 0) await writeFiles(outputs);
  return outputs.map(({ path }) => path);
}

const percent = (fraction: number): string => `${(fraction * 100).toFixed(0)} %`;

function describe({ factors, bySector, exposures, explained, shrinkage }: FittedModel, { days, symbols, periodsPerYear }: Returns): string[] {
  const specific = exposures.map((row) => row.specific).sort((a, b) => a - b);
  const period = { 252: 'daily', 52: 'weekly', 12: 'monthly' }[periodsPerYear] ?? '';
  const shown = factors.length > 14 ? `${factors.slice(0, 14).join(', ')} and ${factors.length - 14} more` : factors.join(', ');
  return [
    `${exposures.length} of ${symbols.length} securities, ${counted(days.length, `${period} return`)} to ${days.at(-1)}`,
    `${counted(factors.length, 'factor')}${bySector ? ', the market and sectors first' : ''}: ${shown}`,
    `Factors explain ${percent(explained)} of a security's variance on average; specific risk ${percent(specific[0])} to ${percent(specific.at(-1)!)}, in the middle ${percent(specific[specific.length >> 1])} a year`,
    `Shrunk: correlations of factors by ${percent(shrinkage.covariance)}, specific variances by ${percent(shrinkage.specific)}`,
  ];
}

const some = (items: readonly string[], most = 5): string => (items.length > most ? `${items.slice(0, most).join(', ')} and ${items.length - most} more` : items.join(', '));

/** What was left out or looks wrong. */
function notes({ skippedRows, badCells }: ReadPrices, returns: Returns, { left }: FittedModel): string[] {
  const jumps = extremeReturns(returns).map(({ symbol, day, size }) => `${symbol} ${size > 0 ? '+' : '−'}${percent(Math.abs(size))} on ${day}`);
  return [
    ...(left.length > 0 ? [`Left out, with fewer than ${minimumReturns} returns or a price that never moves: ${some(left.map(({ symbol, returns: count }) => `${symbol} (${count})`))}`] : []),
    ...(returns.sparseDays > 0 ? [`${counted(returns.sparseDays, 'day')} left out, on which most securities have no price`] : []),
    ...(skippedRows.count > 0 ? [`${counted(skippedRows.count, 'row')} left out whose first cell is no day, the first "${skippedRows.example}"`] : []),
    ...(badCells.count > 0 ? [`${counted(badCells.count, 'price')} left out that ${badCells.count === 1 ? 'is' : 'are'} no number above zero: ${badCells.example}`] : []),
    ...(jumps.length > 0 ? [`Returns beyond 50 %: ${some(jumps, 3)}. Maybe prices are not adjusted for splits.`] : []),
  ];
}

/** How many of the book's securities the model knows. */
function coverage(path: string, { securities }: Tables, { exposures }: FactorTables): string[] {
  const known = new Set(exposures.map(({ symbol }) => nameKey(symbol)));
  const risky = securities.filter(({ symbol, type }) => type !== 'Cash' && nameKey(symbol) !== 'cash');
  const without = risky.filter(({ symbol }) => !known.has(nameKey(symbol))).map(({ symbol }) => symbol);
  return [`${risky.length - without.length} of the ${risky.length} securities in ${path} have exposures${without.length > 0 ? `; not ${some(without)}. Maybe give their asset class a Risk proxy.` : ''}`];
}
