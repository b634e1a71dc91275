import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkCatalogue } from '../../shared/checks';
import { table } from './markdown';
import { generatedPages } from './pages';
import { readingChecks } from './reading-checks';

const root = join(__dirname, '../..');
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name));

test.each(Object.entries(generatedPages))('docs/%s is what the code says (UPDATE_DOCS=1 writes it)', async (name, make) => {
  const path = join(root, 'docs', name);
  const made = await make();
  if (process.env.UPDATE_DOCS === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, made);
  }
  expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(made);
});

test.each(['checks', 'import'])('docs/%s holds its generated pages and nothing else', (folder) => {
  const made = Object.keys(generatedPages).filter((name) => name.startsWith(`${folder}/`));
  const there = (): string[] => readdirSync(join(root, 'docs', folder)).map((name) => `${folder}/${name}`);
  if (process.env.UPDATE_DOCS === '1') for (const name of there()) if (!made.includes(name)) rmSync(join(root, 'docs', name));
  expect(there().sort()).toEqual([...made].sort());
});

test('every code that reading reports is described', () => {
  const sources = files('shared/contract').filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
  const reported = new Set(
    sources.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/code: '([A-Z]\d\d)'/g)].map(([, code]) => code)),
  );
  expect(Object.keys(readingChecks)).toEqual([...reported].sort());
});

test('every check is on its page with its severity', async () => {
  const text = await generatedPages['checks.md']();
  for (const [code, { severity }] of Object.entries(checkCatalogue)) expect(text).toContain(`| [${code}](checks/${code}.md) | ${severity} |`);
});

test('links between pages lead somewhere', () => {
  const pages = [...files('docs'), join(root, 'CONTRIBUTING.md'), join(root, 'SECURITY.md')].filter((path) => path.endsWith('.md'));
  const broken = pages.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)]
      .filter(([, target]) => !existsSync(join(path, '..', target)))
      .map(([, target]) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('the index of docs leads to every page and every decision', () => {
  const index = readFileSync(join(root, 'docs/README.md'), 'utf8');
  const pages = files('docs')
    .filter((path) => path.endsWith('.md'))
    .map((path) => relative(join(root, 'docs'), path).split(sep).join('/'));
  // Generated pages of a folder have an index of their own.
  const checks = readFileSync(join(root, 'docs/checks.md'), 'utf8');
  const layouts = readFileSync(join(root, 'docs/import/README.md'), 'utf8');
  const isListed = (name: string): boolean =>
    index.includes(`](${name})`) || checks.includes(`](${name})`) || (name.startsWith('import/') && layouts.includes(`](${name.slice('import/'.length)})`));
  expect(pages.filter((name) => name !== 'README.md' && !isListed(name))).toEqual([]);
});

test('every decision is at most a page, in the three parts', () => {
  for (const path of files('docs/decisions').filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(path, 'utf8');
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(['Decision', 'Considered options', 'Consequences']);
    expect(text.split(/\s+/).length).toBeLessThan(600);
  }
});

test('a pipe in a cell does not end the cell', () => {
  expect(table(['a'], [['x | y']])).toBe('| a |\n|---|\n| x \\| y |');
});
