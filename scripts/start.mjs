import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { prepare, root } from './prepare.mjs';

/**
 * `npm start`: rebalances the sample book and prints what came of it, then serves the add-in, the service and the
 * playground. `npm start -- --once` stops after the rebalance.
 */
const once = process.argv.includes('--once');
prepare(once ? ['server'] : undefined);

const out = join(root, 'out');
mkdirSync(out, { recursive: true });
const book = join(out, 'sample.xlsx');
const result = join(out, 'sample-result.xlsx');
rebal(['sample', book]);
rebal(['run', book, '--out', result]);

if (!once) {
  const server = spawn(process.execPath, [join(root, 'dist', 'server', 'serve.cjs')], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
  server.on('exit', (status) => process.exit(status ?? 0));
}

function rebal(args) {
  const shown = args.map((arg) => (arg.startsWith(root) ? relative(process.cwd(), arg) : arg));
  process.stdout.write(`\n$ rebal ${shown.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'server', 'cli.cjs'), ...shown], { cwd: process.cwd(), stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
