import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { page, table } from './markdown';

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
  readonly dimensionality?: string;
}

interface CustomFunction {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
}

const folder = join(__dirname, '../../addin/functions');

/** The page `docs/functions.md`, from what Excel itself is told about the custom functions. */
export async function functionsPage(): Promise<string> {
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
  const texts = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]));
  const declaring = sources.filter((path) => texts.get(path)?.includes('@customfunction'));
  const { errors, metadataJson } = await generateCustomFunctionsMetadata(declaring);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const { functions } = JSON.parse(metadataJson) as { functions: CustomFunction[] };
  const returns = returnsByFunction([...texts.values()]);
  return page(
    '# Functions',
    [
      'Type them in any cell once the add-in is loaded. They answer from their arguments alone: no sheet is read behind your back, nothing is sent, nothing needs the service.',
      'Weights may be fractions or percentages. A mistake is `#VALUE!` with a sentence that says which argument, and why.',
    ].join('\n'),
    ...[...functions].sort((a, b) => (a.id < b.id ? -1 : 1)).map((one) => section(one, returns.get(one.id) ?? '')),
  );
}

function section({ id, description, parameters }: CustomFunction, returns: string): string {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  const rows = parameters.map(({ name, description: words, optional, dimensionality }) => [
    `\`${name}\``,
    dimensionality === 'matrix' ? 'range' : 'one cell',
    optional ? '' : 'yes',
    words,
  ]);
  return [
    `## REBAL.${id}`,
    `\`=REBAL.${id}(${names.join(', ')})\``,
    description,
    table(['Argument', 'Takes', 'Needed', 'Meaning'], rows),
    `**Returns** ${returns}`,
  ].join('\n\n');
}

/** `@returns` is not part of what Excel is told, so it is read from the comment. */
function returnsByFunction(texts: readonly string[]): Map<string, string> {
  const comments = texts.flatMap((text) => [
    ...text.matchAll(/\/\*\*(?:(?!\*\/)[\s\S])*@customfunction\s+(\w+)((?:(?!\*\/)[\s\S])*)\*\//g),
  ]);
  return new Map(comments.map(([, id, rest]) => [id, /@returns\s+([^\n]+)/.exec(rest)?.[1].trim() ?? '']));
}
