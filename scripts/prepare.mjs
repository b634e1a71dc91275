import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const root = fileURLToPath(new URL('..', import.meta.url));
const leastNode = 20;

/** Installs and builds what is missing or out of date, so that every command works on a clean clone. Needs only Node and npm. */
export function prepare(parts = ['server', 'addin', 'playground']) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < leastNode) stop(`REBAL needs Node ${leastNode} or newer; this is ${process.versions.node}.`);
  if (isInstallStale()) {
    step('Installing packages (once, about a minute) …');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  const stale = parts.filter(isBuildStale);
  if (stale.length === 0) return;
  step(`Building ${stale.join(', ')} …`);
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  for (const part of stale) {
    run(process.execPath, [webpack, '--config-name', part]);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp(part), '');
  }
}

/** Ends the process with one line and a status. */
export function stop(message, status = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(status);
}

const step = (message) => process.stderr.write(`${message}\n`);
const stamp = (part) => join(root, 'dist', `.${part}-built`);

/** Runs a command quietly; what it printed is shown only when it fails. */
function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' && command === 'npm', maxBuffer: 64 * 1024 * 1024 });
  if (error) stop(`${command} can't be started: ${error.message}`);
  if (status !== 0) stop(`${stdout}${stderr}\n${command} ${args.join(' ')} failed.`);
}

function isInstallStale() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return !existsSync(installed) || statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** What a part is built from; its outputs are stale when any of it is newer. */
const sources = {
  server: ['server', 'shared', 'playground/main.ts', 'playground/serve.ts', 'package.json', 'webpack.config.js'],
  addin: ['addin', 'shared', 'manifest.xml', 'package.json', 'webpack.config.js'],
  playground: ['playground', 'server', 'shared', 'addin/assets', 'manifest.xml', 'package.json', 'webpack.config.js'],
};

function isBuildStale(part) {
  const built = stamp(part);
  if (!existsSync(built) || !existsSync(join(root, 'dist', part))) return true;
  const time = statSync(built).mtimeMs;
  return sources[part].some((source) => newest(join(root, source)) > time);
}

function newest(path) {
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
