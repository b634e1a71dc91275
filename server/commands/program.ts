import { SingleBar } from 'cli-progress';
import { Command, CommanderError } from 'commander';
import { engineVersion } from '../../shared/version';
import { check } from './check';
import { CommandError } from './command-error';
import { riskFit, type FitCommandOptions } from './risk-fit';
import { riskNearest } from './risk-nearest';
import { run } from './run';
import { sample } from './sample';
import { summary } from './summary';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/**
 * The terminal: `rebal sample`, `rebal check`, `rebal run`, `rebal risk`. Mistakes are one line and status 2, never a stack trace.
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
    .action(async (book: string, options: { asOf?: string }) => {
      const { lines, status } = await check(book, options);
      lines.forEach(say);
      finish(status);
    });
  rebal.command('run <book>').description('decide every account and write the results into a copy')
    .option('--out <file>', 'workbook to write: the book with the result sheets')
    .option('--json <file>', 'the results as JSON')
    .option('--as-of <date>', 'day to decide for; default the workbook\'s rb_AsOf, else today')
    .option('--accounts <ids>', 'only these accounts, separated by commas', (ids) => ids.split(',').map((id) => id.trim()).filter(Boolean))
    .action(runCommand);
  riskCommands(rebal.command('risk').description('factor models: estimate one from prices, or mend one'));
  return rebal;
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

async function runCommand(book: string, options: { out?: string; json?: string; asOf?: string; accounts?: string[] }): Promise<void> {
  const bar = process.stderr.isTTY ? new SingleBar({ format: 'Running {bar} {value} of {total} accounts · {eta_formatted} left', clearOnComplete: true, hideCursor: true }) : undefined;
  let started = false;
  const progress = (done: number, total: number): void => {
    if (!started) bar?.start(total, 0);
    started = true;
    bar?.update(done);
  };
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  try {
    const result = await run(book, { ...options, progress, signal: stopping.signal });
    bar?.stop();
    summary(result).forEach(say);
    for (const file of [options.out, options.json]) if (file) say(`Wrote ${file}`);
  } finally {
    bar?.stop();
    process.removeListener('SIGINT', stop);
  }
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
      process.stderr.write(`${error.message}\n`);
      return 2;
    }
    process.stderr.write(`Something went wrong on our side; your files are as they were. ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
