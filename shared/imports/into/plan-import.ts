import type { Tables } from '../../contract';
import { locateTables, type Located } from '../../contract/locate';
import { readTables, type ReadTables } from '../../contract/parse';
import type { Issue } from '../../issue';
import { readInput } from '../../mapping/read-input';
import type { IsoDate } from '../../units';
import type { EditableWorkbook } from '../../workbook/cell-edits';
import type { Reading } from '..';
import { isGuessed, readByColumns, shapeOf } from '../chosen-columns';
import type { CustodianFile } from '../custodian-file';
import type { ColumnChoice } from '../generic/guess-columns';
import { importIssue } from '../issues';
import { previewImport, type Preview, type TableWrite } from '../preview';
import { bookEdits, lacksNeeded, type BookEdits, type EditableTable } from './book-edits';
import { symbolFinder } from './book-symbols';
import { combine } from './combine';
import type { ImportMode } from './holding-changes';
import { mapSource, type MappedSource } from './import-source';
import type { AccountMatch } from './match-accounts';
import { factsOf, findRecipe, isRecipes, readRecipeRows, type Recipe, type RecipeRows } from './recipes';

/** A file that was read, by its name. */
export interface ReadFile {
  readonly name: string;
  readonly reading: Reading;
  /** What was read; with it a layout that was guessed can be read by the columns that somebody chose. */
  readonly source?: CustodianFile;
  /** Chosen now, in place of what its recipe remembers. */
  readonly columns?: readonly ColumnChoice[];
  /** Account IDs by the account as this file spells it; they win over those for all files. */
  readonly accounts?: Readonly<Record<string, string>>;
}

/** A file as it is taken: with the columns that were chosen for it, and the accounts that were found. */
export interface PlannedFile extends ReadFile {
  /** Where the layout was guessed. */
  readonly shape?: string;
  readonly matches: readonly AccountMatch[];
  /** True when a file of its kind was imported before. */
  readonly isKnown: boolean;
}

export interface ImportOptions {
  /** Absent: as last time, else replace. */
  readonly mode?: ImportMode;
  /** Account IDs by the account as the files spell it; `''` where they name none. */
  readonly accounts?: Readonly<Record<string, string>>;
  /** Replaces the day that files state. */
  readonly asOf?: IsoDate;
}

/** An import that is ready to be looked at, and then applied. */
export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  /** Account IDs of the book. */
  readonly accountIds: readonly string[];
  readonly preview: Preview;
  /** Preview, sheets and formulas together; one that stops forbids applying. */
  readonly issues: readonly Issue[];
  readonly edits: BookEdits;
  /** How these files were read and applied, to be remembered. */
  readonly recipes: readonly Omit<Recipe, 'lastUsed'>[];
  readonly recipeRows: RecipeRows;
}

const targets = ['holdings', 'securities', 'transactions'] as const satisfies readonly TableWrite['table'][];

/** Reads the workbook and says what the files would do to it. Nothing is written. */
export async function planImport(workbook: EditableWorkbook, given: readonly ReadFile[], options: ImportOptions = {}): Promise<ImportPlan> {
  const content = await readInput(workbook, isRecipes);
  const book = readTables(content);
  const located = locateTables(content);
  const recipeRows = readRecipeRows(content);
  const files = given.map((file) => settleColumns(file, recipeRows));
  const known = { accountIds: book.tables.accounts.map(({ accountId }) => accountId), named: options.accounts, asOf: options.asOf, symbolOf: symbolFinder(book.tables.securities) };
  const mapped = files.map(({ recipe, accounts, ...file }) => mapSource({ ...file, remembered: recipe?.accounts }, { ...known, named: { ...known.named, ...accounts } }));
  const mode = options.mode ?? usualMode(files.map(({ recipe }) => recipe?.mode));
  const columns = located.get('holdings')?.match.columns;
  const hasColumn = (property: string): boolean => columns === undefined || columns.has(property) || (property === 'costBasis' && columns.has('unitCost'));
  const refused = refusals(book, located);
  const preview = previewImport(readable(book, refused), combine(mapped, currencyOf(book)), { mode, asOf: book.asOf, hasColumn });
  const edits = bookEdits(preview.writes, await editable(workbook, located));
  return {
    files: files.map(({ recipe, ...file }, k) => ({ ...file, matches: mapped[k].matches, isKnown: recipe !== undefined })),
    accountIds: known.accountIds,
    preview,
    edits,
    issues: together([...refused, ...preview.issues, ...edits.issues, ...files.flatMap((file) => fewerFacts(file, file.recipe))]),
    recipes: mapped.flatMap((source, k) => recipeOf(source, mode, files[k])),
    recipeRows,
  };
}

type SettledFile = ReadFile & { readonly shape?: string; readonly recipe?: Omit<Recipe, 'lastUsed'> };

/** A file of a layout that nobody described is read by the columns chosen now or, for a file of its shape, the last time. */
function settleColumns(file: ReadFile, recipeRows: RecipeRows): SettledFile {
  const { reading, source } = file;
  if (!isGuessed(reading) || source === undefined) return { ...file, recipe: reading.format && findRecipe(recipeRows, reading.format) };
  const shape = shapeOf(source);
  const recipe = findRecipe(recipeRows, 'generic-table', shape);
  const columns = file.columns ?? recipe?.columns ?? [];
  return { ...file, shape, recipe, columns, reading: columns.length > 0 ? readByColumns(source, columns) : reading };
}

/** What is wrong with many lots of one position in the same way is said once, with the number of rows. */
function together(issues: readonly Issue[]): Issue[] {
  const found = new Map<string, Issue>();
  issues.forEach((issue, index) => {
    const { code, sheet, rowKey, rows } = issue;
    const key = rowKey === undefined ? String(index) : JSON.stringify([code, sheet, rowKey]);
    const before = found.get(key);
    found.set(key, before ? { ...before, rows: before.rows + rows } : issue);
  });
  return [...found.values()];
}

/** What all recipes say; replace when they say different things or nothing. */
function usualMode(modes: readonly (ImportMode | undefined)[]): ImportMode {
  const [first, ...others] = modes;
  return first !== undefined && others.every((mode) => mode === first) ? first : 'replace';
}

function currencyOf({ names }: ReadTables): string | undefined {
  const name = Object.keys(names).find((one) => one.toLowerCase() === 'rb_currency');
  const currency = name === undefined ? null : names[name];
  return typeof currency === 'string' && currency.trim() !== '' ? currency.trim() : undefined;
}

async function editable(workbook: EditableWorkbook, located: ReadonlyMap<string, Located>): Promise<(name: TableWrite['table']) => EditableTable | undefined> {
  const tables = new Map<string, EditableTable>();
  for (const name of targets) {
    const found = located.get(name);
    if (found) tables.set(name, { located: found, formulas: await workbook.formulas(found.region) });
  }
  return (name) => tables.get(name);
}

/** A book that cannot be told apart from its neighbors must not be written to. */
function refusals({ issues }: ReadTables, located: ReadonlyMap<string, Located>): Issue[] {
  const written = new Set<string>(['accounts', ...targets]);
  const ambiguous = issues.filter(({ code, severity, table }) => severity === 'stop' && code === 'G03' && written.has(table ?? ''));
  const missing = ['accounts' as const, ...targets].flatMap((name): Issue[] => {
    const found = located.get(name);
    const headers = found ? lacksNeeded(found) : name === 'accounts' ? ['Account ID'] : [];
    return headers.map((header) => ({ code: 'G02', severity: 'stop', rows: 1, table: name, sheet: found?.region.sheet, column: header, message: `The book has no column ${header} for ${name}, so nothing can be imported.`, fix: 'Add it, or start from a book that has the four sheets.' }));
  });
  return [...ambiguous, ...missing, ...targets.flatMap((name) => mapRefusal(located.get(name)) ?? [])];
}

/** Cells that the map changes on the way in are not those that an import would write. */
function mapRefusal(found: Located | undefined): Issue | undefined {
  if (!found?.adopted || (found.adopted.altered.size === 0 && !found.adopted.closed)) return undefined;
  const { region: { sheet }, name, adopted: { altered } } = found;
  const why = altered.size > 0 ? `its cells are changed when they are read (${[...altered].join(', ')})` : 'another table lies below it';
  return { code: 'G03', severity: 'stop', rows: 1, table: name, sheet, message: `Nothing can be imported into ${sheet}: ${why}, as rb_Map says.`, fix: 'Maybe import into a book whose sheets have the contract\'s own headers.' };
}

/** Tables that are refused have rows without their keys, so they count as blank. */
function readable({ tables }: ReadTables, refused: readonly Issue[]): Tables {
  return { ...tables, ...Object.fromEntries(refused.map(({ table }) => [table, []])) };
}

const factNames: Readonly<Record<string, string>> = { unitCost: 'unit cost', costBasis: 'cost basis', marketValue: 'market value', lotId: 'lot ID', acquired: 'day acquired' };

/** A file of the same kind that no longer holds what the last one held: maybe another view was saved. */
function fewerFacts({ name, reading }: ReadFile, recipe: Omit<Recipe, 'lastUsed'> | undefined): Issue[] {
  const facts = factsOf(reading);
  const lost = facts.length === 0 ? [] : (recipe?.facts ?? []).filter((fact) => !facts.includes(fact));
  if (lost.length === 0) return [];
  const words = [...new Set(lost)].map((fact) => factNames[fact] ?? fact).join(', ');
  return [importIssue('I31', { file: name }, { message: `${name} has no ${words}, which the last file of its kind had; what the book has of it stays.`, fix: 'Maybe another view was saved.' })];
}

/** Numbers that are spelled alike need no memory. */
function recipeOf({ reading, matches, rows }: MappedSource, mode: ImportMode, { shape, columns }: SettledFile): Omit<Recipe, 'lastUsed'>[] {
  if (reading.format === undefined) return [];
  const learned = matches.flatMap(({ fileAccount, accountId, kind }) => (accountId === undefined || kind === 'exact' || kind === 'digits' ? [] : [[fileAccount, accountId] as const]));
  const holds = rows.some(({ kind }) => kind === 'position' || kind === 'lot' || kind === 'cash');
  return [{ format: reading.format, ...(shape === undefined ? {} : { shape, columns }), accounts: Object.fromEntries(learned), facts: factsOf(reading), mode, targetTable: holds ? 'Holdings' : 'Transactions' }];
}
