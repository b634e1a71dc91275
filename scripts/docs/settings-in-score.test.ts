import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { termNames } from '../../server/optimizer/terms';
import { settingsCatalogue, type Setting } from '../../shared/contract';
import { idleSettings } from '../../shared/checks/idle-settings';
import { defaultWords } from './workbook-page';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'docs/score.md'), 'utf8');
const catalogue = Object.entries(settingsCatalogue) as [string, Setting][];

/** Header and default of each row of the table below a heading. */
function listed(heading: string): [string, string][] {
  const section = text.split(`## ${heading}\n`)[1].split('\n## ')[0];
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1);
  return rows.map(
    (line) =>
      line
        .split('|')
        .slice(1, 3)
        .map((cell) => cell.trim()) as [string, string],
  );
}

const acting = listed('Settings that act in this release');
const idle = listed('Settings that are read and do not act yet');

test('the page has every term of the score, in the order of reports', () => {
  expect(
    listed('The terms')
      .slice(0, termNames.length)
      .map(([name]) => name.toLowerCase()),
  ).toEqual(termNames);
});

test('every setting is in one of the two tables, with its default', () => {
  const byHeader = (a: readonly string[], b: readonly string[]): number => (a[0] < b[0] ? -1 : 1);
  expect([...acting, ...idle].sort(byHeader)).toEqual(
    catalogue.map(([, setting]) => [setting.header, defaultWords(setting)]).sort(byHeader),
  );
});

test('the settings said to act are those that the checks, the book, reconciling and the engine read', () => {
  const read = settingsRead(['shared/book', 'shared/checks', 'shared/reconcile', 'shared/tax', 'server/optimizer', 'server/workflow']);
  const acts = new Set(acting.map(([header]) => header));
  expect(catalogue.filter(([key]) => read.has(key)).map(([, { header }]) => header)).toEqual(
    catalogue.map(([, { header }]) => header).filter((header) => acts.has(header)),
  );
});

test('a check warns of every setting that does not act', () => {
  const headers = idleSettings.map((key) => settingsCatalogue[key].header);
  expect([...headers].sort()).toEqual(idle.map(([header]) => header).sort());
});

/** Properties of `Settings` that code in the folders looks at, by access or by destructuring; the compiler tells which are meant. */
function settingsRead(folders: readonly string[]): Set<string> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  );
  const sources = files.filter((path) => path.endsWith('.ts') && !path.endsWith('idle-settings.ts') && !/\.test\.ts$|[/\\](examples|random-book)\.ts$/.test(path));
  const program = ts.createProgram(sources, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noEmit: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const read = new Set<string>();
  const visit = (node: ts.Node): void => {
    const symbol = propertyRead(node, checker);
    if (
      symbol?.declarations?.some((declaration) =>
        declaration
          .getSourceFile()
          .fileName.split('/')
          .join(sep)
          .endsWith(join('shared', 'book', 'settings.ts')),
      )
    )
      read.add(symbol.name);
    ts.forEachChild(node, visit);
  };
  for (const path of sources) visit(program.getSourceFile(path) as ts.SourceFile);
  return read;
}

function propertyRead(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(node)) return checker.getSymbolAtLocation(node.name);
  if (!ts.isBindingElement(node) || !ts.isObjectBindingPattern(node.parent)) return undefined;
  const name = node.propertyName ?? node.name;
  return ts.isIdentifier(name) ? checker.getTypeAtLocation(node.parent).getProperty(name.text) : undefined;
}
