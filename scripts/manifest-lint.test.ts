import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames } from '../addin/commands/commands';
import { lintManifest } from './manifest-lint';
import type { ManifestSurroundings } from './manifest-lint';
import { pngSize } from './png-size';

const root = join(__dirname, '..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const built = join(root, 'dist', 'addin');
const source = join(root, 'addin');

/** The sources, as the build lays them out: assets and help are copied, pages and scripts made. */
const sourceFiles: Readonly<Record<string, string>> = {
  'taskpane.html': 'taskpane/taskpane.html',
  'help.html': 'help/help.html',
  'functions.js': 'functions/index.ts',
  'functions.json': 'functions/index.ts',
};
const declared = readdirSync(join(source, 'functions'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(join(source, 'functions', file), 'utf8').matchAll(/@customfunction\s+(\S+)/g)].map(([, id]) => id));

const around: ManifestSurroundings = {
  imageSize: (path) => (existsSync(join(source, path)) ? pngSize(readFileSync(join(source, path))) : undefined),
  has: (path) => existsSync(join(source, sourceFiles[path] ?? path)),
  commands: commandNames,
  functions: declared,
  associated: declared,
};

describe('manifest.xml', () => {
  it('has no fault', () => {
    expect(lintManifest(manifest, around)).toEqual([]);
  });

  const schema = join(root, '..', 'shared', 'data', 'manifest-xsd', 'OfficeAppManifestV1_1.xsd');
  const why = existsSync(schema) ? '' : ' (skipped: the schema is not here)';
  (why ? it.skip : it)(`follows Microsoft's schema${why}`, () => {
    expect(() => execFileSync('xmllint', ['--noout', '--schema', schema, join(root, 'manifest.xml')], { stdio: 'pipe' })).not.toThrow();
  });

  const missing = existsSync(join(built, 'functions.js')) ? '' : ' (skipped: not built)';
  (missing ? it.skip : it)(`fits the built add-in${missing}`, () => {
    const script = readFileSync(join(built, 'functions.js'), 'utf8');
    const { functions } = JSON.parse(readFileSync(join(built, 'functions.json'), 'utf8')) as { functions: { id: string }[] };
    const bundle: ManifestSurroundings = {
      ...around,
      imageSize: (path) => (existsSync(join(built, path)) ? pngSize(readFileSync(join(built, path))) : undefined),
      has: (path) => existsSync(join(built, path)),
      functions: functions.map(({ id }) => id),
      associated: [...script.matchAll(/CustomFunctions\.associate\("([^"]+)"/g)].map(([, id]) => id),
    };
    expect(lintManifest(readFileSync(join(built, 'manifest.xml'), 'utf8'), bundle)).toEqual([]);
  });
});

describe('the lint', () => {
  it.each([
    [
      'a dangling resid',
      (xml: string) => xml.replace('<Label resid="Run.Label"', '<Label resid="Walk.Label"'),
      /resid "Walk.Label" is not defined/,
    ],
    ['a resource nobody uses', (xml: string) => xml.replace(/<LearnMoreUrl[^>]*>/, ''), /resource "Help.Url" is never used/],
    ['plain http', (xml: string) => xml.replace('https://localhost:3000/help.html', 'http://localhost:3000/help.html'), /not https/],
    [
      'a text that is cut',
      (xml: string) => xml.replace('DefaultValue="Run"', `DefaultValue="${'R'.repeat(126)}"`),
      /Run.Group has 126 characters, 125 fit/,
    ],
    [
      'a second runtime',
      (xml: string) => xml.replace('</Runtimes>', '<Runtime resid="Help.Url" lifetime="long" /></Runtimes>'),
      /there are 2 runtimes/,
    ],
    ['a short-lived runtime', (xml: string) => xml.replace('lifetime="long"', 'lifetime="short"'), /lifetime "long" is wanted/],
    [
      'commands in another page',
      (xml: string) => xml.replace('<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Help.Url"'),
      /points to "Help.Url"/,
    ],
    [
      'a pane id',
      (xml: string) =>
        xml.replace('<SourceLocation resid="Taskpane.Url" />', '<TaskpaneId>x</TaskpaneId><SourceLocation resid="Taskpane.Url" />'),
      /TaskpaneId is not allowed/,
    ],
    ['an icon of another size', (xml: string) => xml.replace('brand-32.png', 'brand-16.png'), /brand-16.png has 16×16 pixels, not 32×32/],
    ['an icon that is not there', (xml: string) => xml.replace(/run-80\.png/, 'walk-80.png'), /there is no image assets\/walk-80.png/],
    ['a missing icon size', (xml: string) => xml.replace('<bt:Image size="80" resid="Stop.80" />', ''), /has the sizes 16, 32/],
    ['a page that is not built', (xml: string) => xml.replaceAll('taskpane.html', 'pane.html'), /there is no file pane.html/],
    ['a button without code', (xml: string) => xml.replace('>stopRun<', '>stopWalk<'), /no code for the ribbon function "stopWalk"/],
    ['a repeated id', (xml: string) => xml.replace('id="Rebal.StopRun"', 'id="Rebal.RunAll"'), /the id "Rebal.RunAll" is used twice/],
  ])('finds %s', (_what, spoil, fault) => {
    const spoiled = spoil(manifest);
    expect(spoiled).not.toBe(manifest);
    expect(lintManifest(spoiled, around).join('\n')).toMatch(fault);
  });

  it('finds a custom function that the bundle forgot', () => {
    expect(lintManifest(manifest, { ...around, associated: declared.slice(1) })).toEqual([
      `every custom function is associated: the bundle does not associate the custom function ${declared[0]}`,
    ]);
  });
});
