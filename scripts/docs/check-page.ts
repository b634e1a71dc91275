import { checkCatalogue, checkContext, runCheck, type Check, type CheckCode } from '../../shared/checks';
import type { Doubted } from '../../shared/book/doubts';
import { checkExamples, exampleDay, type Case } from '../../shared/checks/examples';
import { tableNames, definitionOf, type TableName, type Tables } from '../../shared/contract';
import { changedWhileRead } from '../../shared/contract/changed-while-read';
import { readTables } from '../../shared/contract/parse';
import { placesOf, type Places, type TablePlace } from '../../shared/contract/places';
import { readingExamples } from '../../shared/contract/reading-examples';
import { quoteSheet } from '../../shared/workbook/address';
import { proposeRepairs } from '../../shared/repairs/propose';
import type { Issue, Severity } from '../../shared/issue';
import { waits } from './isolation-section';
import { page } from './markdown';
import { readingChecks } from './reading-checks';

/** What follows from an issue, by severity. */
export const consequences = {
  stop: 'the run is refused until it is mended',
  skip: 'the accounts it touches are left out, the others run',
  warn: 'shown, and the run goes on',
  info: 'good to know',
} satisfies Record<Severity, string>;

/** A code in one of its two lives: while cells are read, or once tables are. */
interface Facet {
  readonly severity: Severity;
  readonly catches: string;
  readonly issue: Issue;
  /** What it puts in doubt; cells that cannot be read, by their column. */
  readonly doubts?: Doubted;
  /** Ways to mend the example: name and what it does. */
  readonly ways: readonly (readonly [name: string, says: string])[];
}

const catalogue: Readonly<Record<string, Check>> = checkCatalogue;

/** Every code there is, each once. */
export const codes: readonly string[] = [...new Set([...Object.keys(readingChecks), ...Object.keys(checkCatalogue)])].sort();

/** The page `docs/checks/<code>.md`: what a code catches, an example made by the code itself, and the ways out. */
export function checkPage(code: string): string {
  const facets = [...(readingChecks[code] ? [readingFacet(code)] : []), ...(catalogue[code] ? [catalogueFacet(code as CheckCode)] : [])];
  const titles = [...new Set(facets.map(({ catches }) => catches))];
  return page(
    `# ${code}: ${titles.join('; ')}`,
    ...facets.flatMap((facet, index) => facetBlocks(code, facet, facets.length > 1 ? (index === 0 ? ' while cells are read' : ' once tables are read') : '')),
    '[All checks](../checks.md)',
  );
}

function facetBlocks(code: string, { severity, issue, ways, doubts }: Facet, when: string): string[] {
  const place = issue.sheet === undefined ? 'the workbook' : issue.cell === undefined ? issue.sheet : `${quoteSheet(issue.sheet)}!${issue.cell}`;
  return [
    `**Severity${when}: ${severity}**, at worst: ${consequences[severity]}.`,
    ...(doubts === undefined ? [] : [`Where the setting *Isolate doubt* is Trades: ${waits[doubts]}.`]),
    `## An example${when}`,
    [`* Where: ${place}`, ...(issue.found ? [`* Found: \`${issue.found}\``] : []), `* Message: ${issue.message}`, ...(issue.fix ? [`* Way out: ${issue.fix}`] : [])].join('\n'),
    `## Mending it${when}`,
    mending(code, ways),
  ];
}

function mending(code: string, ways: Facet['ways']): string {
  if (ways.length === 0) return 'Only a person can: the right value is not in the workbook. Correct the cell that is named, and check again.';
  const command = (way: string): string => `\`rebal check BOOK.xlsx --fix OUT.xlsx --codes ${code}${way === '' ? '' : `:${way}`}\``;
  const only = ways.length === 1;
  const press = only
    ? 'Press Apply beside it in the pane; or tick Apply on the sheet Data issues and press *Apply ticked fixes*; or in a terminal:'
    : 'There are several ways. Choose one beside it in the pane, or in a terminal:';
  return [press, ways.map(([name, says]) => `* ${command(only ? '' : name)}${says === '' ? '' : `: ${says}`}`).join('\n')].join('\n\n');
}

function readingFacet(code: string): Facet {
  const [severity, catches] = readingChecks[code];
  if (code === 'G17') return { severity, catches, issue: changedWhileRead(false), ways: [] };
  const { fails } = readingExamples[code];
  const issue = readTables(fails).issues.find((one) => one.code === code)!;
  const repairs = proposeRepairs(fails, { asOf: exampleDay }).filter((one) => one.code === code);
  return { severity, catches, issue, ways: repairs.map(({ way, says }) => [way, says]) };
}

function catalogueFacet(code: CheckCode): Facet {
  const { severity, catches, doubts } = catalogue[code];
  const { tables, options }: Case = checkExamples[code].fails;
  const context = checkContext(tables, { asOf: exampleDay, places: examplePlaces(tables), ...options });
  const ways = new Map<string, string>();
  for (const { suggested, fix = '', ways: several = [] } of catalogue[code].run(context)) {
    if (suggested !== undefined) ways.set('', fix);
    for (const { name, says } of several) ways.set(name, says);
  }
  return { severity, catches, doubts, issue: runCheck(code, context)[0], ways: [...ways] };
}

/** The example's tables as if each were a sheet with all columns, in the contract's order. */
function examplePlaces(tables: Tables): Places {
  const place = (name: TableName): TablePlace => ({ sheet: definitionOf(name).sheet, columns: new Map(Object.keys(definitionOf(name).columns).map((property, index) => [property, index + 1])) });
  return placesOf(new Map(tableNames.filter((name) => tables[name] !== undefined).map((name) => [name, place(name)])), new Set());
}
