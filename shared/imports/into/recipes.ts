import { z } from 'zod';
import { matchHeaders } from '../../contract/match';
import { recipes } from '../../contract/recipes';
import type { Table } from '../../contract/table';
import { inputSheet, type InputRow } from '../../sample/input-sheet';
import type { IsoDate } from '../../units';
import type { RegionName, SheetContent, WorkbookContent } from '../../workbook/port';
import { LONGEST_TEXT } from '../../workbook/safe-text';
import { formats, type FormatName, type Reading } from '..';
import type { ImportRow } from '../format';
import type { ColumnChoice } from '../generic/guess-columns';
import { meanings, type GenericField } from '../generic/meanings';
import type { ImportMode } from './holding-changes';

/** How files of one kind were imported. */
export interface Recipe {
  readonly format: FormatName;
  /** Which headers the file has, where its layout was guessed; see `shapeOf`. */
  readonly shape?: string;
  /** What somebody chose for columns of such a file. */
  readonly columns?: readonly ColumnChoice[];
  /** Account IDs by the account as the file spells it. */
  readonly accounts: Readonly<Record<string, string>>;
  /** What such files say of a holding, by the names of `ImportRow`. */
  readonly facts: readonly string[];
  readonly mode: ImportMode;
  readonly targetTable: string;
  readonly lastUsed: IsoDate;
}

const modeNames = { replace: 'Replace these accounts', add: 'Add', update: 'Update by key' } as const satisfies Record<ImportMode, string>;

/** What a file may say of a holding; the book loses something when it no longer does. */
const telling = ['quantity', 'unitCost', 'costBasis', 'price', 'marketValue', 'acquired', 'lotId'] as const satisfies readonly (keyof ImportRow)[];

/** The facts that a file states of at least one holding. */
export function factsOf({ rows }: Pick<Reading, 'rows'>): string[] {
  const holdings = rows.filter(({ kind }) => kind === 'position' || kind === 'lot');
  return telling.filter((fact) => holdings.some((row) => row[fact] !== null));
}

/** True for the table of recipes; pass it to `Workbook.read` beside the input tables. */
export const isRecipes = ({ table }: RegionName): boolean => table?.toLowerCase() === recipes.excel.toLowerCase();

/** The rows of the table, by the contract's keys: what is not ours is kept as it is. */
export type RecipeRows = readonly InputRow[];

export function readRecipeRows({ regions }: WorkbookContent): RecipeRows {
  const region = regions.find(isRecipes);
  if (!region) return [];
  const [header = [], ...body] = region.values;
  const { columns } = matchHeaders(header, recipes.columns);
  const filled = body.filter((row) => row.some((cell) => cell !== null && cell !== ''));
  return filled.map((row) => Object.fromEntries([...columns].map(([property, at]) => [property, row[at] ?? undefined])) as InputRow);
}

const fields = Object.keys(meanings) as [GenericField, ...GenericField[]];
const matched = z.object({
  format: z.string(),
  shape: z.string().optional(),
  columns: z.array(z.object({ header: z.string(), field: z.enum(fields).nullable(), column: z.number().optional() })).optional(),
  accounts: z.record(z.string(), z.string()).optional(),
  facts: z.array(z.string()).optional(),
});

/** What a row says, undefined when it is not ours or cannot be read. */
function parse({ matchColumns }: InputRow): z.infer<typeof matched> | undefined {
  try {
    return matched.parse(JSON.parse(String(matchColumns ?? '')));
  } catch {
    return undefined; // Somebody's own note is no fault: the import asks again.
  }
}

/** What files must have in common to be of one kind. */
const kindOf = ({ format, shape }: { readonly format: string; readonly shape?: string }): string => `${format} ${shape ?? ''}`;

/** The recipe of a format, of one shape where the layout is guessed; a recipe with many accounts lies on several rows. */
export function findRecipe(rows: RecipeRows, format: FormatName, shape?: string): Omit<Recipe, 'lastUsed'> | undefined {
  const ours = rows.flatMap((row) => {
    const match = parse(row);
    return match && kindOf(match) === kindOf({ format, shape }) ? [{ row, match }] : [];
  });
  if (ours.length === 0) return undefined;
  const [{ row }] = ours;
  const mode = (Object.keys(modeNames) as ImportMode[]).find((one) => modeNames[one] === row.applyAs);
  return {
    format,
    ...(shape === undefined ? {} : { shape, columns: ours.flatMap(({ match }) => match.columns ?? []) }),
    accounts: Object.assign({}, ...ours.map(({ match }) => match.accounts ?? {})) as Record<string, string>,
    facts: ours.flatMap(({ match }) => match.facts ?? []),
    mode: mode ?? 'replace',
    targetTable: String(row.targetTable ?? ''),
  };
}

/** The table with the recipes of this import in place of those of the same kinds. */
export function recipesSheet(rows: RecipeRows, used: readonly Recipe[]): SheetContent {
  const kindsUsed = new Set(used.map(kindOf));
  const others = rows.filter((row) => {
    const match = parse(row);
    return !match || !kindsUsed.has(kindOf(match));
  });
  const content = inputSheet(recipes as unknown as Table, [...others, ...used.flatMap(rowsOf)]);
  return { ...content, frozenColumns: 1 };
}

/** JSON must not be cut where a cell's text is. */
const longestJson = LONGEST_TEXT - 50;

/** The part of a recipe that one row holds. */
interface Part {
  readonly columns: ColumnChoice[];
  readonly accounts: Record<string, string>;
}

function rowsOf({ format, shape, columns = [], accounts, facts, mode, targetTable, lastUsed }: Recipe): InputRow[] {
  const parts: Part[] = [{ columns: [], accounts: {} }];
  const json = (part: Part): string => JSON.stringify({ format, ...(shape === undefined ? {} : { shape, columns: part.columns }), facts, accounts: part.accounts });
  const add = (into: (part: Part) => Part): void => {
    const longer = into(parts[parts.length - 1]);
    if (json(longer).length <= longestJson) parts[parts.length - 1] = longer;
    else parts.push(into({ columns: [], accounts: {} }));
  };
  for (const choice of columns) add((part) => ({ ...part, columns: [...part.columns, choice] }));
  for (const [fileAccount, accountId] of Object.entries(accounts).sort(([a], [b]) => (a < b ? -1 : 1))) add((part) => ({ ...part, accounts: { ...part.accounts, [fileAccount]: accountId } }));
  return parts.map((part) => ({ recipe: formats[format].title, targetTable, matchColumns: json(part), applyAs: modeNames[mode], lastUsed }));
}
