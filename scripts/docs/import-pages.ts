import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { formats, readExport, type FormatName, type Reading } from '../../shared/imports';
import type { ImportKind, ImportRow } from '../../shared/imports/format';
import { openExport } from '../../shared/imports/open';
import { page, table } from './markdown';

const folder = join(__dirname, '../../shared/imports');

/** Names of all layouts. */
export const formatNames = Object.keys(formats) as FormatName[];

const kinds = {
  position: 'Positions',
  lot: 'Tax lots',
  cash: 'Cash',
  'pending-cash': 'Pending cash',
  'realized-lot': 'Realized lots',
  transaction: 'Transactions',
  total: 'Totals, to compare with',
} satisfies Record<Exclude<ImportKind, 'skip'>, string>;

const facts = {
  account: 'account', accountName: 'account name', symbol: 'symbol', cusip: 'CUSIP', description: 'name', lotId: 'lot ID', acquired: 'day acquired',
  quantity: 'quantity', unitCost: 'unit cost', costBasis: 'cost basis', price: 'price', marketValue: 'market value', term: 'term', assetType: 'type',
  currency: 'currency', accountType: 'account type', subAccountType: 'cash or margin', closed: 'day sold', proceeds: 'proceeds', gain: 'gain',
  washSale: 'wash sale', disallowedLoss: 'disallowed loss', date: 'day', action: 'action', amount: 'amount', fees: 'fees', transactionId: 'transaction ID',
} satisfies Record<Exclude<keyof ImportRow, 'kind' | 'line'>, string>;

/** The page `docs/import/README.md`: every layout, with what files of it hold. */
export async function importIndex(): Promise<string> {
  const rows = await Promise.all(formatNames.map(async (name) => [`[${formats[name].title}](${name}.md)`, Object.keys(await contents(name)).map((kind) => kinds[kind as keyof typeof kinds].replace(/, .*/, '').toLowerCase()).join(', ')]));
  return page(
    '# Files that can be imported',
    'A file is known by its content; its name does not matter. `rebal import FILE --into BOOK.xlsx --dry-run` shows what it would change.',
    table(['Layout', 'Holds'], rows.sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

/** The page `docs/import/<format>.md`: where the file comes from, what is peculiar about it, and what is read of it. */
export async function importPage(name: FormatName): Promise<string> {
  const { title, about } = formats[name];
  const found = await contents(name);
  const readings = await readingsOf(name);
  const days = readings.filter(({ asOf }) => asOf !== undefined).length;
  const least = Math.min(...readings.map(({ confidence }) => confidence));
  return page(
    `# ${title}`,
    about.map((sentence) => `* ${sentence}`).join('\n'),
    '## What is read',
    table(['Rows', 'With, where the file has it'], Object.entries(found).map(([kind, properties]) => [kinds[kind as keyof typeof kinds], properties.map((property) => facts[property]).join(', ')])),
    '## How it is recognized',
    [
      `By its content. The ${readings.length === 1 ? 'example' : `${readings.length} examples`} of this layout in the tests are recognized ${least >= 1 ? 'with certainty' : `with a certainty of ${Math.floor(least * 100)} % or more`}.`,
      days === readings.length ? 'The file states its day.' : days === 0 ? 'The file does not state its day; give it with `--as-of`.' : 'Not every file states its day; give it with `--as-of` where it does not.',
    ].join(' '),
    '[All layouts](README.md)',
  );
}

/** By kind of row, the facts that some example has. */
async function contents(name: FormatName): Promise<Record<string, (keyof typeof facts)[]>> {
  const rows = (await readingsOf(name)).flatMap((reading) => reading.rows);
  const found: Record<string, (keyof typeof facts)[]> = {};
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (ofKind.length > 0) found[kind] = (Object.keys(facts) as (keyof typeof facts)[]).filter((fact) => ofKind.some((row) => row[fact] !== null));
  }
  return found;
}

const known = new Map<FormatName, Promise<readonly Reading[]>>();

/** The made-up examples of a layout, read; those that another layout claims show what it must leave alone. */
function readingsOf(name: FormatName): Promise<readonly Reading[]> {
  const readings = known.get(name) ?? readExamples(name);
  known.set(name, readings);
  return readings;
}

async function readExamples(name: FormatName): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (const path of examplesOf(name)) {
    const { files } = await openExport(readFileSync(path), basename(path));
    readings.push(...files.map(readExport).filter(({ format }) => format === name));
  }
  return readings;
}

/** `etrade-portfolio` → the files of `etrade/fixtures/portfolio`. */
function examplesOf(name: FormatName): string[] {
  const custodian = readdirSync(folder).find((one) => name.startsWith(`${one}-`) && existsSync(join(folder, one, 'fixtures', name.slice(one.length + 1))));
  if (custodian === undefined) throw new Error(`The format ${name} has no folder of examples`);
  const examples = join(folder, custodian, 'fixtures', name.slice(custodian.length + 1));
  return readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file) && !file.endsWith('.ts')).sort().map((file) => join(examples, file));
}
