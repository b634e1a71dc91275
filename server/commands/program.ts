import { Command, CommanderError } from 'commander';
import { engineVersion } from '../../shared/version';
import { adopt, type AdoptOptions } from './adopt';
import { check, type Checked } from './check';
import { CommandError } from './command-error';
import { convert, type ConvertOptions } from './convert';
import { fix, type FixOptions } from './fix';
import { explain, type ExplainOptions } from './explain';
import { importFiles } from './import';
import { importBookFile } from './import-book-file';
import { importInto, type ImportIntoOptions } from './import-into';
import { reconcile, type ReconcileOptions } from './reconcile';
import { riskFit, type FitCommandOptions } from './risk-fit';
import { riskNearest } from './risk-nearest';
import { runCommand } from './run-command';
import { sample } from './sample';
import { say } from './say';
import { template, type TemplateOptions } from './template';
import { terminalText } from './terminal-text';
import { upgrade } from './upgrade';
import { isLinesFile } from './write-results';

/**
 * The terminal, a command for each file of this folder that is named like one. Mistakes are one line and status 2, never a stack trace.
 * `finish` hears the status of a command that ended well but found something.
 */
export function program(finish: (status: number) => void): Command {
  const rebal = new Command('rebal').description('Rebalances a book of accounts from a workbook').version(engineVersion).exitOverride()
    // A suggestion would come on a line of its own.
    .configureOutput({ outputError: (text, write) => write(text.replace(/\n(?=\()/g, ' ')) });
  rebal.command('sample <out>').description('write a realistic workbook to try things on')
    .option('--accounts <n>', 'number of accounts, 1 to 10,000', Number, 7)
    .option('--seed <s>', 'another seed, another book', Number, 1)
    .option('--as-of <date>', 'day the book is as of; default today')
    .action(async (out: string, options: { accounts: number; seed: number; asOf?: string }) => { say(await sample(out, options)); });
  rebal.command('check <book>').description('list every issue with its cell and the way out')
    .option('--as-of <date>', 'day to check for; default the workbook\'s rb_AsOf, else today')
    .option('--fix <file>', 'workbook to write: the book with what could be mended, each cell listed')
    .option('--codes <codes>', 'with --fix: mend these, such as H09,G09:day; default what changes no figure')
    .option('--ticked', 'with --fix: mend the lines of Data issues whose Apply is ticked')
    .action(async (book: string, options: { asOf?: string } & Partial<FixOptions>) => {
      const { fix: out, codes, ticked, ...rest } = options;
      if (out === undefined && (codes !== undefined || ticked)) throw new CommandError('--codes and --ticked need --fix, the workbook to write.');
      const { lines, status } = await (out === undefined ? check(book, rest) : fix(book, { ...rest, fix: out, codes, ticked }));
      lines.forEach(say);
      finish(status);
    });
  rebal.command('run <book>').description('decide every account and write the results into a copy')
    .option('--out <file>', 'workbook to write: the book with the result sheets')
    .option('--json <file>', 'the results as JSON')
    .option('--as-of <date>', 'day to decide for; default the workbook\'s rb_AsOf, else today')
    .option('--accounts <ids>', 'only these accounts, separated by commas', (ids) => ids.split(',').map((id) => id.trim()).filter(Boolean))
    .action(runCommand);
  bookFileCommands(rebal, finish);
  workbookCommands(rebal, finish);
  importCommand(rebal.command('import <files...>'), finish);
  riskCommands(rebal.command('risk').description('factor models: estimate one from prices, or mend one'));
  return rebal;
}

function workbookCommands(rebal: Command, finish: (status: number) => void): void {
  rebal.command('template <out>').description('write sheets to fill: headers, formats, drop-downs, help and an example row')
    .option('--tables <names>', 'tables separated by commas, core or all', 'core')
    .option('--into <book>', 'workbook that gets the sheets; tables it has are left as they are')
    .option('--as-of <date>', 'day of a new book; default today')
    .action(async (out: string, options: TemplateOptions) => { (await template(out, options)).forEach(say); });
  rebal.command('upgrade <book>').description('bring a workbook of an older version of the contract up to this one')
    .requiredOption('--out <file>', 'workbook to write: the upgraded copy')
    .action(async (book: string, options: { out: string }) => { (await upgrade(book, options)).forEach(say); });
  rebal.command('explain <book>').description('show what holds for an account, and the level and cell of every value')
    .requiredOption('--account <id>', 'the account to explain')
    .option('--out <file>', 'workbook to write: the book with the sheet Effective settings')
    .option('--json', 'print JSON')
    .option('--as-of <date>', 'day to explain for; default the workbook\'s rb_AsOf, else today')
    .action(async (book: string, options: ExplainOptions) => { (await explain(book, options)).forEach(say); });
  adoptCommand(rebal.command('adopt <book>'), finish);
}

function adoptCommand(command: Command, finish: (status: number) => void): void {
  command.description('say which of a workbook\'s own tables and columns stand for those of REBAL')
    .option('--out <file>', 'workbook to write: the book with the map; without it only what is proposed is shown')
    .option('--accept <name>', 'a table or column to accept as proposed, such as Holdings or "Holdings.Cost basis", or all; may be repeated', several)
    .option('--like <book>', 'another workbook whose map is used for the same headers')
    .option('--json', 'print JSON')
    .action(async (book: string, options: AdoptOptions) => {
      const { lines, status } = await adopt(book, options);
      lines.forEach(say);
      finish(status);
    });
}

function bookFileCommands(rebal: Command, finish: (status: number) => void): void {
  const told = ({ lines, status }: Checked): void => {
    lines.forEach(say);
    finish(status);
  };
  rebal.command('convert <from> <to>').description('turn a workbook into a book file (book.rebal, docs/book-file.md), or back')
    .option('--for-service', 'leave out names and notes, which never leave the workbook')
    .action(async (from: string, to: string, options: ConvertOptions) => told(await convert(from, to, options)));
  rebal.command('reconcile <book> <exports...>').description('compare the approved trades of a workbook with the next exports of the custodians')
    .option('--out <file>', 'workbook to write: statuses in Trades, and the sheet Reconciliation')
    .option('--shares <n>', 'shares that may be off; default the setting Reconcile shares', Number)
    .option('--dollars <n>', 'dollars of cash that may be off; default the setting Reconcile dollars', Number)
    .option('--account <pair>', 'FILE_ACCOUNT=ACCOUNT_ID, which account of the book one of the file is; may be repeated', several)
    .option('--as-of <date>', 'day of the files; default the day they state')
    .option('--json', 'print JSON')
    .action(async (book: string, exports: string[], options: ReconcileOptions) => told(await reconcile(book, exports, options)));
}

const several = (pair: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), pair];

function importCommand(command: Command, finish: (status: number) => void): void {
  command.description('read exports of custodians, and put them into a workbook')
    .option('--into <book>', 'workbook or book file (.rebal) that gets the rows; without it the files are only read. Into a book file folders can be imported')
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--out <file>', 'workbook to write; default the one of --into')
    .option('--mode <mode>', 'replace, add or update; default as the last file of the kind, else replace')
    .option('--account <pair>', 'FILE_ACCOUNT=ACCOUNT_ID, which account of the book one of the file is; may be repeated', several)
    .option('--as-of <date>', 'day of the files; default the day they state')
    .option('--json', 'print JSON')
    .action(async (files: string[], { into, ...options }: Partial<ImportIntoOptions>) => {
      const { lines, status } = await (into === undefined ? importFiles(files, options) : (isLinesFile(into) ? importBookFile : importInto)(files, { into, ...options }));
      lines.forEach(say);
      finish(status);
    });
}

function riskCommands(risk: Command): void {
  risk.command('fit <prices>').description('estimate a factor model from a history of prices (CSV, wide or long, .gz too)')
    .option('--sectors <file>', 'CSV with Symbol and Sector; default the sectors of --into')
    .option('--factors <k>', 'statistical factors; default as many as stand above noise', Number)
    .option('--half-life <days>', 'trading days after which a return counts half; default all count the same', Number)
    .option('--returns <kind>', 'simple or log', 'simple')
    .option('--into <book>', 'workbook that gets the sheets Exposures and Factor covariance')
    .option('--out <file>', 'the same as two CSV files: name-exposures.csv, name-factor-covariance.csv')
    .option('--json <file>', 'the same as JSON, as the service takes them')
    .action(async (prices: string, options: FitCommandOptions) => { (await riskFit(prices, options)).forEach(say); });
  risk.command('nearest <book>').description('replace factor covariances that cannot all be true by the nearest that can')
    .requiredOption('--out <file>', 'workbook to write: the book with the nearest covariances')
    .action(async (book: string, options: { out: string }) => { (await riskNearest(book, options)).forEach(say); });
}

/** Runs a command line; resolves with the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    let status = 0;
    await program((outcome) => { status = outcome; }).parseAsync([...argv]);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandError) {
      process.stderr.write(`${terminalText(error.message)}\n`);
      return 2;
    }
    process.stderr.write(`Something went wrong on our side; your files are as they were. ${terminalText(error instanceof Error ? error.message : String(error))}\n`);
    return 1;
  }
}
